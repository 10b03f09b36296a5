package dev.trimtab.core.transaction;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Which transaction each of the newest idempotency keys led to. Not thread-safe. */
final class IdempotencyKeys {
    private final Map<Key, Long> transactions;

    private record Key(String principal, String key) {}

    /** @param max keys remembered; the oldest are forgotten first */
    IdempotencyKeys(int max) {
        transactions = new LinkedHashMap<>() {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Key, Long> eldest) {
                return size() > max;
            }
        };
    }

    Optional<Long> find(Command command) {
        return command.idempotencyKey().isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(
                        transactions.get(new Key(command.principal().subject(), command.idempotencyKey())));
    }

    void remember(Transaction transaction) {
        if (!transaction.idempotencyKey().isEmpty()) {
            transactions.put(new Key(transaction.principal(), transaction.idempotencyKey()), transaction.index());
        }
    }
}
