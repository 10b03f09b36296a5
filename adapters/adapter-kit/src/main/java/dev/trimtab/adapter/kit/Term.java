package dev.trimtab.adapter.kit;

/**
 * A mastership term: gNMI's election id, 128 bits without a sign. Whoever has the larger one is master.
 *
 * @param high the upper 64 bits
 * @param low the lower 64 bits
 */
record Term(long high, long low) implements Comparable<Term> {
    static final Term NONE = new Term(0, 0);

    static Term parse(String text) {
        int colon = text.indexOf(':');
        return new Term(
                Long.parseUnsignedLong(text.substring(0, colon)), Long.parseUnsignedLong(text.substring(colon + 1)));
    }

    @Override
    public int compareTo(Term other) {
        int upper = Long.compareUnsigned(high, other.high);
        return upper != 0 ? upper : Long.compareUnsigned(low, other.low);
    }

    /** Both halves as unsigned numbers, {@code high:low}; {@link #parse} reads it back. */
    @Override
    public String toString() {
        return Long.toUnsignedString(high) + ":" + Long.toUnsignedString(low);
    }
}
