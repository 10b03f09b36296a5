package dev.trimtab.core.yang;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.ir.IRStatement;

/** Unions do not grow beyond all bounds: unions of unions double with each level. */
public final class UnionRules {
    /** Types of a union, with those of the unions in it and of those that its leafrefs lead to; OpenConfig's largest has some 20. */
    public static final int TYPES_MAX = 1000;

    private final Definitions definitions;
    private final List<Fault> faults;
    private final List<Node> unions = new ArrayList<>();
    private final IdentityHashMap<IRStatement, Integer> sizes = new IdentityHashMap<>();

    UnionRules(Definitions definitions, List<Fault> faults) {
        this.definitions = definitions;
        this.faults = faults;
    }

    void check(Node node) {
        if (node.is("type") && Statements.child(node.statement(), "type") != null) {
            unions.add(node);
        }
    }

    /** Called when no type is defined by itself. */
    void checkSizes() {
        for (Node union : unions) {
            if (size(union) > TYPES_MAX) {
                faults.add(union.fault("has more than " + TYPES_MAX + " types, with those of the unions in it"));
            }
        }
    }

    private int size(Node type) {
        Integer known = sizes.get(type.statement());
        if (known != null) {
            return known;
        }
        int size = 0;
        for (IRStatement member : type.statement().statements()) {
            if (Statements.is(member, "type")) {
                size = Math.min(size + size(type.child(member)), TYPES_MAX + 1);
            }
        }
        @Nullable Node typedef = definitions.find(type, "typedef", type.argument());
        IRStatement defined = typedef == null ? null : Statements.child(typedef.statement(), "type");
        if (typedef != null && defined != null) {
            size = size(typedef.child(defined));
        }
        sizes.put(type.statement(), Math.max(1, size));
        return Math.max(1, size);
    }
}
