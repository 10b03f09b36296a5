package dev.trimtab.core.authz;

import java.util.Set;

/**
 * Who acts.
 *
 * @param subject the name the identity provider gives; written into every transaction
 * @param groups what the policy decides by
 * @param method how the principal proved who it is: {@code password}, {@code token}
 */
public record Principal(String subject, Set<String> groups, String method) {
    public Principal {
        groups = Set.copyOf(groups);
    }
}
