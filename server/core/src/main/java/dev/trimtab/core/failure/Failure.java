package dev.trimtab.core.failure;

import dev.trimtab.model.Path;
import dev.trimtab.model.Revision;
import dev.trimtab.model.TargetId;
import dev.trimtab.model.Violation;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Why a request failed, in the words of the domain; each edge translates it once. */
public sealed interface Failure {

    /** Sentence for the person who sent the request; carries no secret and no host detail. */
    String message();

    /** Nobody the server knows sent the request. */
    record Unauthenticated(String message) implements Failure {}

    /** The principal is known and may not do this. */
    record Denied(String message) implements Failure {}

    /** What the request names does not exist, or is hidden from the principal. */
    record NotFound(String message) implements Failure {}

    /** The request itself is malformed: a path, a value's syntax, a combination of options. */
    record Malformed(Path path, String message) implements Failure {}

    /** The request is well-formed; the configuration it leads to breaks the model. Holds every violation found. */
    record Invalid(TargetId target, List<Violation> violations) implements Failure {
        private static final int MESSAGE_MAX = 1000;

        public Invalid {
            violations = List.copyOf(violations);
            if (violations.isEmpty()) {
                throw new IllegalArgumentException("an invalid configuration has violations");
            }
        }

        /** Every violation; of more than fit into 1,000 characters the first ones, and how many there are besides. */
        @Override
        public String message() {
            var message = new StringBuilder(violations.getFirst().toString());
            int told = 1;
            for (Violation next : violations.subList(1, violations.size())) {
                String sentence = "; " + next;
                if (message.length() + sentence.length() > MESSAGE_MAX) {
                    return message + "; and " + (violations.size() - told) + " more";
                }
                message.append(sentence);
                told++;
            }
            return message.toString();
        }
    }

    /** The request names a node that the model does not have. */
    record UnknownNode(Path path, String message) implements Failure {}

    /** The server does not do this: an encoding, an extension, a model. */
    record Unsupported(String message) implements Failure {}

    /** Another change came first. */
    record Conflict(TargetId target, Revision base, Revision actual) implements Failure {
        @Override
        public String message() {
            return "target " + target + " is at revision " + actual + ", the request was made for revision " + base;
        }
    }

    /** Something else must be finished first. */
    record FailedPrecondition(String message) implements Failure {}

    /** The transaction is committed; a backend refused to apply it. */
    record Refused(TargetId target, long transaction, String reason) implements Failure {
        @Override
        public String message() {
            return "transaction " + transaction + " is committed, but target " + target + " refused it: " + reason;
        }
    }

    /** A bound of the server is reached. */
    record Throttled(String message, Duration retryAfter) implements Failure {}

    /** Nothing was changed; the same request may be sent again after {@code retryAfter}. */
    record Unavailable(String dependency, Duration retryAfter) implements Failure {
        @Override
        public String message() {
            return dependency + " is not available; nothing was changed, try again";
        }
    }

    /** The change may or may not be committed; ask for transaction {@code id} before trying again. */
    record OutcomeUnknown(String id) implements Failure {
        @Override
        public String message() {
            return "the outcome is not known; look for transaction " + id + " before you try again";
        }
    }

    /** A defect of ours. {@code detail} goes to the log under {@code reference}, never to the caller. */
    record Internal(String reference, Throwable detail) implements Failure {
        public Internal(Throwable detail) {
            this(UUID.randomUUID().toString(), detail);
        }

        @Override
        public String message() {
            return "a defect of the server; its log has the details under reference " + reference;
        }
    }

    default FailureException asException() {
        return new FailureException(this);
    }
}
