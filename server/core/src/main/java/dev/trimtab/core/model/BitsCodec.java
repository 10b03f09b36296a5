package dev.trimtab.core.model;

import com.google.common.collect.ImmutableSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** {@code bits}; RFC 7950 section 9.7. Any order is taken; the canonical one is that of the positions. */
final class BitsCodec extends NamedCodec {
    private final ImmutableSet<String> byPosition;

    BitsCodec(List<String> byPosition) {
        super("a text of bits");
        this.byPosition = ImmutableSet.copyOf(byPosition);
    }

    @Override
    public Object parse(String text) {
        Set<String> given = new HashSet<>();
        for (String bit : text.strip().split("\\s+", -1)) {
            if (bit.isEmpty()) {
                continue;
            }
            if (!byPosition.contains(bit)) {
                throw new InvalidValueException("bits", "'" + bit + "' is none of " + Listing.of(byPosition), null);
            }
            if (!given.add(bit)) {
                throw new InvalidValueException("bits", "bit '" + bit + "' is given twice", null);
            }
        }
        return ImmutableSet.copyOf(byPosition.stream().filter(given::contains).toList());
    }

    @Override
    public String canonical(Object value) {
        return String.join(
                " ", byPosition.stream().filter(((Set<?>) value)::contains).toList());
    }

    @Override
    public boolean holds(Object value) {
        return value instanceof Set<?> bits && byPosition.containsAll(bits);
    }
}
