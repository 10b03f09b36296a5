/**
 * Turns what a request carries into a {@link dev.trimtab.core.authz.Principal}: user names and passwords from a local file,
 * and tokens that this server issued. Both edges use {@link dev.trimtab.app.identity.Authenticator} and nothing else here
 * decides who somebody is. Reasons: docs/adr/0005-passwords-and-tokens.md.
 */
@NullMarked
package dev.trimtab.app.identity;

import org.jspecify.annotations.NullMarked;
