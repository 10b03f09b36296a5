package dev.trimtab.core.validation;

import dev.trimtab.core.model.Instance;
import dev.trimtab.model.Violation;
import java.util.List;
import java.util.Set;

/**
 * What is to be said of a configuration; immutable.
 *
 * @param violations sorted by path, rule and message; at most {@link Validator#VIOLATIONS_MAX}; empty if the configuration is valid
 * @param withered every stored node whose {@code when} is not true and that no other of these contains, however many; each is
 *     among the violations too. Who finds that nobody wrote them in this change may delete them and ask again (RFC 7950 section
 *     8.2)
 * @param indexes what is known about the tree that was validated
 */
public record Verdict(List<Violation> violations, Set<Instance> withered, ConstraintIndexes indexes) {
    public Verdict {
        violations = List.copyOf(violations);
        withered = Set.copyOf(withered);
    }
}
