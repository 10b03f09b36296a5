package dev.trimtab.model;

/**
 * Number of a target's intended configuration; goes up by one with each transaction that changes it.
 *
 * @param value 0 for a target that was never configured
 */
public record Revision(long value) implements Comparable<Revision> {
    public static final Revision NONE = new Revision(0);

    public Revision {
        if (value < 0) {
            throw new IllegalArgumentException("revision is negative: " + value);
        }
    }

    public Revision next() {
        return new Revision(value + 1);
    }

    @Override
    public int compareTo(Revision other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
