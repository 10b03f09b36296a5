/**
 * Says what a client of one version of a model notices when the server has another one, in the terms of semantic versioning.
 *
 * <p>A change that RFC 7950 section 11 lets a module make under the same name is not breaking; every other one is. What a status
 * means is of the versioning work of the IETF (draft-ietf-netmod-yang-module-versioning, section 3.1): an obsolete node is as good as
 * gone. Descriptions and references are not compared.
 */
@NullMarked
package dev.trimtab.core.compatibility;

import org.jspecify.annotations.NullMarked;
