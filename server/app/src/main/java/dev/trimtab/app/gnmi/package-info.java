/**
 * The gNMI edge: decodes requests, asks the transaction and read services, encodes their answers; decides nothing itself.
 *
 * <p>{@link dev.trimtab.app.gnmi.GnmiServer} is the door. There is one class for each RPC; a {@link
 * dev.trimtab.core.failure.Failure} becomes a status in one place, {@code GnmiFailures}. Generated gNMI messages do not leave this
 * package. The admin service is served on the same port, to the same callers.
 */
@NullMarked
package dev.trimtab.app.gnmi;

import org.jspecify.annotations.NullMarked;
