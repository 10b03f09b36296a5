package dev.trimtab.models.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A node of a module that is being drawn; choices and cases are nodes too. */
final class Drawn {
    /** The value space of a leaf, as far as expressions must know it. */
    enum Values {
        NUMBER,
        TEXT,
        ENUM,
        IDENTITY,
        BITS,
        TRUTH,
        EMPTY,
        OTHER
    }

    final String keyword;
    final String name;
    final @Nullable Drawn parent;
    final String module;
    final List<Drawn> children = new ArrayList<>();
    /** Statements below the node, in the order in which they are written, before its children. */
    final List<String> statements = new ArrayList<>();

    Values values = Values.OTHER;
    /** Type statement of a leaf, without the keyword. */
    String type = "";

    @Nullable Drawn refersTo;

    boolean key;
    boolean reference;
    boolean conditional;
    boolean defaultCase;

    Drawn(String keyword, String name, @Nullable Drawn parent, String module) {
        this.keyword = keyword;
        this.name = name;
        this.parent = parent;
        this.module = module;
    }

    boolean is(String... keywords) {
        return List.of(keywords).contains(keyword);
    }

    boolean isMandatoryChoice() {
        return is("choice") && statements.contains("mandatory true;");
    }

    boolean isData() {
        return !is("choice", "case", "module", "augment");
    }

    boolean isLeaf() {
        return is("leaf", "leaf-list");
    }

    /** The data node above, or the module. */
    Drawn dataParent() {
        Drawn at = parent;
        while (at != null && !at.isData() && !at.is("module")) {
            at = at.parent;
        }
        if (at == null) {
            throw new IllegalStateException("a module has no parent");
        }
        return at;
    }

    /** This data node and those above it, outermost first, without the module. */
    List<Drawn> line() {
        List<Drawn> line = new ArrayList<>();
        for (Drawn at = this; at != null; at = at.parent) {
            if (at.isData()) {
                line.addFirst(at);
            }
        }
        return line;
    }

    Stream<Drawn> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(Drawn::all));
    }

    /** Whether the node or one above it has a {@code when}. */
    boolean isConditional() {
        for (Drawn at = this; at != null; at = at.parent) {
            if (at.conditional) {
                return true;
            }
        }
        return false;
    }

    boolean isWithin(Drawn other) {
        for (Drawn at = this; at != null; at = at.parent) {
            if (at == other) {
                return true;
            }
        }
        return false;
    }

    void write(StringBuilder out) {
        out.append(keyword).append(' ').append(name).append(" {\n");
        if (!type.isEmpty()) {
            out.append("type ").append(type).append(type.endsWith("}") ? "\n" : ";\n");
        }
        statements.forEach(statement -> out.append(statement).append('\n'));
        children.forEach(child -> child.write(out));
        out.append("}\n");
    }
}
