package dev.trimtab.app.gnmi;

import dev.trimtab.codec.GnmiPrefix;
import dev.trimtab.proto.gnmi.Notification;
import dev.trimtab.proto.gnmi.Path;
import dev.trimtab.proto.gnmi.Update;

/**
 * Sends deletes and updates of one target and time in notifications of bounded size; the deletes come first.
 *
 * <p>Clients take messages of 4 MiB unless they are told otherwise; a single leaf may still be larger than the bound.
 */
final class Notifications {
    private static final int BYTES_MAX = 256 * 1024;

    private final Outbox outbox;
    private final Path prefix;
    private final long time;
    private Notification.Builder next;
    private int bytes;

    /** @param target whose nodes they are; the prefix never has a wildcard */
    Notifications(Outbox outbox, GnmiPrefix prefix, String target, long time) {
        this.outbox = outbox;
        this.prefix =
                Path.newBuilder().setTarget(target).setOrigin(prefix.origin()).build();
        this.time = time;
        this.next = fresh();
    }

    private Notification.Builder fresh() {
        return Notification.newBuilder().setTimestamp(time).setPrefix(prefix);
    }

    void delete(Path path) throws InterruptedException {
        next.addDelete(path);
        grow(path.getSerializedSize());
    }

    void update(Update update) throws InterruptedException {
        next.addUpdate(update);
        grow(update.getSerializedSize());
    }

    private void grow(int more) throws InterruptedException {
        bytes += more;
        if (bytes > BYTES_MAX) {
            flush();
        }
    }

    /** Sends what has not been sent; nothing when there is nothing. */
    void flush() throws InterruptedException {
        if (next.getUpdateCount() > 0 || next.getDeleteCount() > 0) {
            outbox.send(next.build());
            next = fresh();
            bytes = 0;
        }
    }
}
