/**
 * What a model looks like as a REST API: the schema becomes resources ({@link dev.trimtab.apigen.ApiResources}: names, URLs, verbs,
 * all settled there), and resources are printed as an OpenAPI document ({@link dev.trimtab.apigen.OpenApiDocument}).
 *
 * <p>The server uses both at run time, so a model that is loaded has its API at once; the command line writes the document to a
 * file at build time. Nothing here depends on a server.
 */
@NullMarked
package dev.trimtab.apigen;

import org.jspecify.annotations.NullMarked;
