package dev.trimtab.codec;

import dev.trimtab.model.Path;

/**
 * What the paths of one gNMI request have in common, and what the answer repeats of it.
 *
 * @param target whose tree the paths are in; empty where the request names none, and not yet checked otherwise
 * @param origin as the prefix has it; empty where the paths may have one of their own
 * @param path what goes before each path
 */
public record GnmiPrefix(String target, String origin, Path path) {
    /**
     * The origin of every path that names none. The server has one tree per target, so this is the only origin it knows, and
     * a request can never name two of them.
     */
    public static final String NATIVE_ORIGIN = "openconfig";

    public GnmiPrefix {
        requireKnown(origin);
    }

    /**
     * Reads a request's prefix; the empty message where it has none.
     *
     * @throws MalformedPathException for an origin other than {@link #NATIVE_ORIGIN}, an element or a key without a name, and
     *     a path in the text form of gNMI before 0.4
     */
    public static GnmiPrefix decode(dev.trimtab.proto.gnmi.Path prefix) {
        return new GnmiPrefix(prefix.getTarget(), prefix.getOrigin(), new Path(GnmiPaths.elements(prefix)));
    }

    /**
     * The absolute path that {@code path} stands for.
     *
     * @throws MalformedPathException for what {@link #decode} refuses, for a target, which only a prefix may have, and for an
     *     origin where the prefix has one too, equal or not
     */
    public Path resolve(dev.trimtab.proto.gnmi.Path path) {
        if (!path.getTarget().isEmpty()) {
            throw new MalformedPathException(
                    "target '" + path.getTarget() + "' is in a path; it belongs in the prefix only");
        }
        if (!path.getOrigin().isEmpty() && !origin.isEmpty()) {
            throw new MalformedPathException(
                    "an origin is both in the prefix, '" + origin + "', and in a path, '" + path.getOrigin() + "'");
        }
        requireKnown(path.getOrigin());
        Path relative = new Path(GnmiPaths.elements(path));
        return this.path.isRoot() ? relative : this.path.append(relative);
    }

    /** Prefix of an answer with absolute paths: target and origin as the request's prefix had them, no elements. */
    public dev.trimtab.proto.gnmi.Path answer() {
        return dev.trimtab.proto.gnmi.Path.newBuilder()
                .setTarget(target)
                .setOrigin(origin)
                .build();
    }

    private static void requireKnown(String origin) {
        if (!origin.isEmpty() && !origin.equals(NATIVE_ORIGIN)) {
            throw new MalformedPathException(
                    "origin '" + origin + "' is not known; '" + NATIVE_ORIGIN + "' or none is the server's own");
        }
    }
}
