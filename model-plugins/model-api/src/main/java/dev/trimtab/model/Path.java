package dev.trimtab.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Absolute path to a node in one target's tree; the empty path is the root.
 *
 * <p>A path is a sequence of elements and is never compared as text. {@link #toString} and {@link #parse} give the form for
 * people: {@code /site[site-id=a]/slice}; see {@link PathText}.
 *
 * @param elements from the root down
 */
public record Path(List<PathElement> elements) {
    public static final Path ROOT = new Path(List.of());

    public Path {
        elements = List.copyOf(elements);
    }

    public static Path of(PathElement... elements) {
        return new Path(Arrays.asList(elements));
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException with the text and the place where it is wrong
     */
    public static Path parse(String text) {
        return PathText.parse(text);
    }

    public Path child(PathElement element) {
        var longer = new ArrayList<PathElement>(elements.size() + 1);
        longer.addAll(elements);
        longer.add(element);
        return new Path(longer);
    }

    public Path child(String name) {
        return child(new PathElement(name));
    }

    /** This path followed by {@code relative}; gNMI's prefix and path. */
    public Path append(Path relative) {
        var longer = new ArrayList<PathElement>(elements.size() + relative.elements.size());
        longer.addAll(elements);
        longer.addAll(relative.elements);
        return new Path(longer);
    }

    /** The path one level up; the root's parent is the root. */
    public Path parent() {
        return isRoot() ? this : new Path(elements.subList(0, elements.size() - 1));
    }

    public boolean isRoot() {
        return elements.isEmpty();
    }

    public boolean hasWildcard() {
        return elements.stream().anyMatch(PathElement::hasWildcard);
    }

    /** Whether {@code other} is this path or lies below it; wildcards stand for themselves here. */
    public boolean contains(Path other) {
        return other.elements.size() >= elements.size()
                && other.elements.subList(0, elements.size()).equals(elements);
    }

    @Override
    public String toString() {
        return PathText.format(this);
    }
}
