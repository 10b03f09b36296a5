package dev.trimtab.core.yang;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Bounds of a range within those of the built-in type that it restricts (RFC 7950 sections 9.2.4 and 9.3.4). */
final class RangeRules {
    private static final Map<String, Integer> BITS = Map.of(
            "int8", 8, "int16", 16, "int32", 32, "int64", 64, "uint8", 8, "uint16", 16, "uint32", 32, "uint64", 64);
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,40}(\\.[0-9]{1,40})?");
    private static final BigDecimal DECIMAL_MAX = new BigDecimal(Long.MAX_VALUE);
    private static final BigDecimal DECIMAL_MIN = new BigDecimal(Long.MIN_VALUE);

    private final List<Fault> faults;

    RangeRules(List<Fault> faults) {
        this.faults = faults;
    }

    void check(Node node) {
        Node type = node.parent();
        if (!node.is("range") || type == null) {
            return;
        }
        BigDecimal[] limits = limits(type);
        if (limits == null) {
            return;
        }
        NUMBER.matcher(node.argument()).results().map(number -> number.group()).forEach(number -> {
            var bound = new BigDecimal(number);
            if (bound.compareTo(limits[0]) < 0 || bound.compareTo(limits[1]) > 0) {
                faults.add(node.fault("has the bound " + number + " beyond type " + type.argument()));
            }
        });
    }

    /** The least and the greatest; null for a derived type, whose own range yangtools compares. */
    private static BigDecimal @Nullable [] limits(Node type) {
        Integer bits = BITS.get(type.argument());
        if (bits != null) {
            boolean signed = type.argument().startsWith("int");
            BigInteger size = BigInteger.TWO.pow(signed ? bits - 1 : bits);
            return new BigDecimal[] {
                new BigDecimal(signed ? size.negate() : BigInteger.ZERO), new BigDecimal(size.subtract(BigInteger.ONE))
            };
        }
        String digits = Statements.argument(type.statement(), "fraction-digits");
        return type.argument().equals("decimal64") && digits.matches("[1-9]|1[0-8]")
                ? new BigDecimal[] {
                    DECIMAL_MIN.movePointLeft(Integer.parseInt(digits)),
                    DECIMAL_MAX.movePointLeft(Integer.parseInt(digits))
                }
                : null;
    }
}
