package dev.trimtab.app.gnmi;

import dev.trimtab.proto.gnmi.SubscriptionList.Mode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A target's leaves as somebody has them who applies what a stream tells. */
final class Mirror {
    private final Map<String, String> values = new TreeMap<>();

    /** What a client has that only now asks. */
    static Mirror present(GnmiClient client, String target) {
        var mirror = new Mirror();
        mirror.apply(Stream.open(client, Stream.request(Stream.list(target, Mode.ONCE, "/")))
                .untilSync());
        return mirror;
    }

    Map<String, String> values() {
        return values;
    }

    /** Applies changes until a leaf has a value. */
    void follow(Stream stream, String leaf, String value) {
        while (!value.equals(values.get(leaf))) {
            apply(stream.change());
        }
    }

    /** Applies deletes and updates as {@link Stream#lines} has them. */
    void apply(List<String> lines) {
        for (String line : lines) {
            if (line.startsWith("-")) {
                String gone = line.substring(1);
                values.keySet().removeIf(path -> isAtOrBelow(path, gone));
            } else {
                int equals = line.lastIndexOf('=');
                values.put(line.substring(0, equals), line.substring(equals + 1));
            }
        }
    }

    private static boolean isAtOrBelow(String path, String gone) {
        return gone.equals("/") || path.equals(gone) || path.startsWith(gone + "/") || path.startsWith(gone + "[");
    }
}
