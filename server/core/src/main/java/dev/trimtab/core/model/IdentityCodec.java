package dev.trimtab.core.model;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.common.QName;

/**
 * {@code identityref}; RFC 7950 section 9.10, RFC 7951 section 6.8.
 *
 * <p>Names are qualified by the module's name. Strict JSON has them always qualified on output, and takes a plain one of the
 * leaf's own module. Elsewhere the plain name is canonical wherever it is unambiguous.
 */
final class IdentityCodec extends NamedCodec {
    private final Map<String, QName> byName = new HashMap<>();
    private final Map<QName, String> qualified = new HashMap<>();
    private final String leafModule;

    /** A codec of the identities {@code derived}, each with its module's name, for leaves of {@code leafModule}. */
    IdentityCodec(Map<QName, String> derived, String leafModule) {
        super("an identity");
        this.leafModule = leafModule;
        Set<String> ambiguous = new HashSet<>();
        derived.forEach((identity, module) -> {
            String name = identity.getLocalName();
            qualified.put(identity, module + ":" + name);
            byName.put(module + ":" + name, identity);
            if (byName.putIfAbsent(name, identity) != null) {
                ambiguous.add(name);
            }
        });
        ambiguous.forEach(byName::remove);
    }

    @Override
    public Object parse(String text) {
        QName identity = byName.get(text);
        if (identity == null) {
            identity = byName.get(leafModule + ":" + text);
        }
        return required(identity, text);
    }

    @Override
    public Object parseDefault(String text, Prefixes prefixes) {
        int colon = text.indexOf(':');
        String module = colon < 0 ? null : prefixes.module(text.substring(0, colon));
        QName identity = module == null ? null : byName.get(module + text.substring(colon));
        return identity != null ? identity : parse(text.substring(colon + 1));
    }

    private Object required(@Nullable QName identity, String text) {
        if (identity == null) {
            throw new InvalidValueException(
                    "identityref",
                    "'" + text + "' is none of "
                            + Listing.of(qualified.values().stream().sorted().toList()),
                    null);
        }
        return identity;
    }

    @Override
    public String canonical(Object value) {
        QName identity = (QName) value;
        String name = identity.getLocalName();
        return identity.equals(byName.get(name)) ? name : qualifiedName(identity);
    }

    private String qualifiedName(QName identity) {
        String name = qualified.get(identity);
        if (name == null) {
            throw new IllegalStateException(identity + " is no identity of this type");
        }
        return name;
    }

    @Override
    public boolean holds(Object value) {
        return value instanceof QName identity && qualified.containsKey(identity);
    }

    @Override
    public Object fromJson(JsonForm form, String text, boolean strict) {
        if (strict && form == JsonForm.STRING) {
            return required(byName.get(text.indexOf(':') < 0 ? leafModule + ":" + text : text), text);
        }
        return super.fromJson(form, text, strict);
    }

    @Override
    public void toJson(Object value, JsonGenerator out, boolean strict) throws IOException {
        out.writeString(strict ? qualifiedName((QName) value) : canonical(value));
    }
}
