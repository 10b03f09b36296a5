/**
 * The REST edge: one resource for each node of every loaded model, and what all models share under {@code /api/v1}.
 *
 * <p>{@link dev.trimtab.app.rest.RestServer} lists the routes. A handler decodes a request, asks the transaction service, the read
 * service or the history, and encodes the answer; it decides nothing. {@link dev.trimtab.app.rest.Problems} is the one place
 * where failures become statuses. What the verbs mean is told in docs/rest.md.
 */
@NullMarked
package dev.trimtab.app.rest;

import org.jspecify.annotations.NullMarked;
