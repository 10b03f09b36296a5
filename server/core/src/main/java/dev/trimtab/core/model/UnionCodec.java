package dev.trimtab.core.model;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.trimtab.model.Value;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;

/**
 * {@code union}; RFC 7950 section 9.12. The first member that takes a value decides its meaning.
 *
 * <p>In JSON the kind of token takes part: {@code "5"} and {@code 5} may be of different members (RFC 7951 section 6.10).
 */
final class UnionCodec implements LeafCodec {
    private final List<LeafCodec> members;

    UnionCodec(List<LeafCodec> members) {
        this.members = members;
    }

    @Override
    public Object parse(String text) {
        return first(member -> member.parse(text), "'" + text + "'");
    }

    @Override
    public Object parseDefault(String text, Prefixes prefixes) {
        return first(member -> member.parseDefault(text, prefixes), "'" + text + "'");
    }

    @Override
    public Object fromValue(Value scalar) {
        return first(member -> member.fromValue(scalar), Scalars.show(scalar));
    }

    private Object first(Function<LeafCodec, Object> reading, String shown) {
        InvalidValueException last = InvalidValueException.type("a union has no members");
        for (LeafCodec member : members) {
            try {
                return reading.apply(member);
            } catch (InvalidValueException e) {
                last = e;
            }
        }
        throw members.size() == 1
                ? last
                : InvalidValueException.type(
                        shown + " fits no type of the union; the last one says: " + last.message());
    }

    @Override
    public Object fromJson(JsonForm form, String text, boolean strict) {
        String shown = form == JsonForm.STRING ? "\"" + text + "\"" : text;
        try {
            return first(member -> member.fromJson(form, text, true), shown);
        } catch (InvalidValueException e) {
            if (strict) {
                throw e;
            }
            return first(member -> member.fromJson(form, text, false), shown);
        }
    }

    private LeafCodec holder(Object value) {
        for (LeafCodec member : members) {
            if (member.holds(value)) {
                return member;
            }
        }
        throw new IllegalStateException("no type of the union holds a " + value.getClass());
    }

    @Override
    public Value toValue(Object value) {
        return holder(value).toValue(value);
    }

    @Override
    public String canonical(Object value) {
        return holder(value).canonical(value);
    }

    @Override
    public boolean holds(Object value) {
        return members.stream().anyMatch(member -> member.holds(value));
    }

    @Override
    public void toJson(Object value, JsonGenerator out, boolean strict) throws IOException {
        holder(value).toJson(value, out, strict);
    }
}
