package dev.trimtab.core.model;

import dev.trimtab.model.Value;
import java.util.List;
import org.opendaylight.yangtools.yang.model.api.TypeDefinition;

/**
 * The type of a leaf or leaf-list: checks values exactly as RFC 7950 says and turns them from one form into another.
 *
 * <p>In a tree a value is yangtools' Java object: {@code Byte} to {@code Long}, {@code Uint8} to {@code Uint64},
 * {@code Decimal64} of the type's fraction digits, {@code String} (also of an enumeration), {@code Boolean}, an
 * {@code ImmutableSet} of bits in the order of their positions, {@code QName} of an identity, {@code Empty},
 * {@code YangInstanceIdentifier}; of a union, the object of the member that took the value. Octets are an object of ours, since
 * arrays are not equal by content.
 */
public final class LeafType {
    public enum Base {
        INT8,
        INT16,
        INT32,
        INT64,
        UINT8,
        UINT16,
        UINT32,
        UINT64,
        DECIMAL64,
        STRING,
        BOOLEAN,
        ENUMERATION,
        BITS,
        BINARY,
        LEAFREF,
        IDENTITYREF,
        EMPTY,
        UNION,
        INSTANCE_IDENTIFIER
    }

    private final TypeDefinition<?> definition;
    private final Base base;
    private final LeafCodec codec;
    private final LeafType resolved;
    private final List<LeafType> members;

    LeafType(TypeDefinition<?> definition, Base base, LeafCodec codec) {
        this(definition, base, codec, List.of());
    }

    LeafType(TypeDefinition<?> definition, Base base, LeafCodec codec, List<LeafType> members) {
        this.definition = definition;
        this.base = base;
        this.codec = codec;
        this.resolved = this;
        this.members = List.copyOf(members);
    }

    /** The type of a leafref whose target has the type {@code target}. */
    LeafType(TypeDefinition<?> definition, LeafType target) {
        this.definition = definition;
        this.base = Base.LEAFREF;
        this.codec = target.codec;
        this.resolved = target.resolved;
        this.members = List.of();
    }

    /** The built-in type at the bottom; {@link Base#LEAFREF} is reported as such. */
    public Base base() {
        return base;
    }

    /** For a leafref the type of the leaf it leads to in the end; for every other type the type itself. */
    public LeafType resolved() {
        return resolved;
    }

    /** The types of a union, in their order; empty for every other type. */
    public List<LeafType> members() {
        return members;
    }

    /** How many types a value may have to be tried with: those of a union, of the unions in it, and of where its leafrefs lead to. */
    int types() {
        List<LeafType> all = resolved.members;
        return all.isEmpty() ? 1 : all.stream().mapToInt(LeafType::types).sum();
    }

    /** The type in yangtools' schema, for its restrictions and its name. */
    public TypeDefinition<?> definition() {
        return definition;
    }

    /**
     * Reads the text form, as a path's key has it.
     *
     * @return the value in canonical form
     * @throws InvalidValueException naming the rule that the text breaks
     */
    public Object parse(String lexical) {
        return codec.parse(lexical);
    }

    /** Whether {@link #parse} reads {@code lexical}. */
    public boolean takes(String lexical) {
        try {
            parse(lexical);
            return true;
        } catch (InvalidValueException _) {
            return false;
        }
    }

    /**
     * Reads a scalar of gNMI: integers of either sign are taken for every integer type they are in range of, and decimals are
     * taken if the fraction digits hold them.
     *
     * @throws InvalidValueException naming the rule that the value breaks
     */
    public Object fromValue(Value scalar) {
        return codec.fromValue(scalar);
    }

    /** The scalar of a value: text, integer, decimal, truth or octets; {@code empty} is the truth. */
    public Value toValue(Object value) {
        return codec.toValue(value);
    }

    /** The canonical text of a value, which {@link #parse} reads back. */
    public String canonical(Object value) {
        return codec.canonical(value);
    }

    LeafCodec codec() {
        return codec;
    }

    @Override
    public String toString() {
        return base + " " + definition.getQName().getLocalName();
    }
}
