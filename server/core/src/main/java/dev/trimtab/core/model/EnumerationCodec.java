package dev.trimtab.core.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code enumeration}; RFC 7950 section 9.6. */
final class EnumerationCodec extends NamedCodec {
    private final Map<String, String> names = new LinkedHashMap<>();

    EnumerationCodec(List<String> names) {
        super("a name of the enumeration");
        names.forEach(name -> this.names.put(name, name));
    }

    @Override
    public Object parse(String text) {
        String name = names.get(text);
        if (name == null) {
            throw new InvalidValueException(
                    "enumeration", "'" + text + "' is none of " + Listing.of(names.keySet()), null);
        }
        return name;
    }

    @Override
    public String canonical(Object value) {
        return (String) value;
    }

    @Override
    public boolean holds(Object value) {
        return value instanceof String text && names.containsKey(text);
    }
}
