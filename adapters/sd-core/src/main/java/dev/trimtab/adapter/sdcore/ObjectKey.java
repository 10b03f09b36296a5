package dev.trimtab.adapter.sdcore;

import java.net.URI;
import java.util.Comparator;

/**
 * Identity of one object of one backend; its order is the order of creation, and reversed the order of deletion.
 *
 * @param endpoint the core's or the user plane's configuration endpoint, without a slash at its end
 */
public record ObjectKey(Kind kind, URI endpoint, String name) implements Comparable<ObjectKey> {
    private static final Comparator<ObjectKey> CREATION = Comparator.comparing(ObjectKey::kind)
            .thenComparing(ObjectKey::endpoint)
            .thenComparing(ObjectKey::name);

    /** The kinds, each after those it refers to. */
    public enum Kind {
        DEVICE_GROUP("device group", "/v1/device-group"),
        NETWORK_SLICE("network slice", "/v1/network-slice"),
        USER_PLANE_SLICE("user plane slice", "/v1/config/network-slices");

        private final String title;
        private final String path;

        Kind(String title, String path) {
            this.title = title;
            this.path = path;
        }

        /** Where objects of this kind are, below the endpoint. */
        String path() {
            return path;
        }

        /** Whether the backend can say what it holds, and delete it. A user plane can only be told. */
        boolean canBeAsked() {
            return this != USER_PLANE_SLICE;
        }

        @Override
        public String toString() {
            return title;
        }
    }

    /** Where this object is; of a user plane, where it is posted to. */
    URI uri() {
        return URI.create(endpoint + kind.path() + (kind.canBeAsked() ? "/" + name : ""));
    }

    @Override
    public int compareTo(ObjectKey other) {
        return CREATION.compare(this, other);
    }

    @Override
    public String toString() {
        return kind + " '" + name + "' of " + endpoint;
    }
}
