package dev.trimtab.codec;

import dev.trimtab.model.Path;
import dev.trimtab.model.PathElement;
import dev.trimtab.proto.gnmi.PathElem;
import java.util.ArrayList;
import java.util.List;

/**
 * gNMI's paths to {@link Path}s and back.
 *
 * <p>Both forms have the same elements and keys, wildcards and module names included; a key's value may be empty. Only the
 * root has no elements. For the many paths of one request, decode the prefix once: {@link GnmiPrefix}.
 */
public final class GnmiPaths {
    private GnmiPaths() {}

    /**
     * The absolute path that {@code prefix} and {@code path} are together.
     *
     * @throws MalformedPathException as {@link GnmiPrefix#decode} and {@link GnmiPrefix#resolve} do
     */
    public static Path decode(dev.trimtab.proto.gnmi.Path prefix, dev.trimtab.proto.gnmi.Path path) {
        return GnmiPrefix.decode(prefix).resolve(path);
    }

    /** {@code path} as gNMI has it, without origin and target. */
    public static dev.trimtab.proto.gnmi.Path encode(Path path) {
        return encode(path, "");
    }

    /**
     * {@code path} as gNMI has it, with an origin.
     *
     * @param origin the one of the path that this one answers, which is {@code ""} where the request had it in the prefix
     */
    public static dev.trimtab.proto.gnmi.Path encode(Path path, String origin) {
        var out = dev.trimtab.proto.gnmi.Path.newBuilder().setOrigin(origin);
        for (PathElement element : path.elements()) {
            out.addElem(PathElem.newBuilder().setName(element.name()).putAllKey(element.keys()));
        }
        return out.build();
    }

    /**
     * The elements alone.
     *
     * @throws MalformedPathException for an element or a key without a name, and for a path in the text form of gNMI before
     *     0.4, which must not be taken for the root: a delete of it would delete everything
     */
    static List<PathElement> elements(dev.trimtab.proto.gnmi.Path path) {
        if (path.getElemCount() == 0 && hasTextForm(path)) {
            throw new MalformedPathException("a path has 'element', of gNMI before 0.4, and no 'elem'");
        }
        var elements = new ArrayList<PathElement>(path.getElemCount());
        for (PathElem elem : path.getElemList()) {
            if (elem.getName().isEmpty()) {
                throw new MalformedPathException("element " + (elements.size() + 1) + " of a path has no name; the root"
                        + " is the path without elements");
            }
            if (elem.containsKey("")) {
                throw new MalformedPathException("a key of element '" + elem.getName() + "' has no name");
            }
            elements.add(new PathElement(elem.getName(), elem.getKeyMap()));
        }
        return elements;
    }

    @SuppressWarnings("deprecation") // read in order to refuse it
    private static boolean hasTextForm(dev.trimtab.proto.gnmi.Path path) {
        return path.getElementCount() > 0;
    }
}
