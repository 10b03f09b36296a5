/**
 * Who acts, and what a policy lets them do, node by node.
 *
 * <p>Values only: how a principal is authenticated and how a policy decides is for the server's edges and bindings.
 */
@NullMarked
package dev.trimtab.core.authz;

import org.jspecify.annotations.NullMarked;
