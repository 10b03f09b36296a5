package dev.trimtab.adapter.kit;

import dev.trimtab.codec.CodecException;
import dev.trimtab.codec.UnsupportedValueException;
import dev.trimtab.core.failure.Failure;
import io.grpc.Status;
import io.grpc.StatusException;

/** What went wrong, as gRPC says it. */
final class Statuses {
    private Statuses() {}

    static StatusException of(Failure failure) {
        Status status = switch (failure) {
            case Failure.Unauthenticated _ -> Status.UNAUTHENTICATED;
            case Failure.Denied _ -> Status.PERMISSION_DENIED;
            case Failure.NotFound _ -> Status.NOT_FOUND;
            case Failure.Malformed _, Failure.Invalid _, Failure.UnknownNode _ -> Status.INVALID_ARGUMENT;
            case Failure.Unsupported _ -> Status.UNIMPLEMENTED;
            case Failure.Conflict _, Failure.Refused _ -> Status.ABORTED;
            case Failure.FailedPrecondition _ -> Status.FAILED_PRECONDITION;
            case Failure.Throttled _ -> Status.RESOURCE_EXHAUSTED;
            case Failure.Unavailable _ -> Status.UNAVAILABLE;
            case Failure.OutcomeUnknown _ -> Status.DEADLINE_EXCEEDED;
            case Failure.Internal _ -> Status.INTERNAL;
        };
        return described(status, failure.message());
    }

    static StatusException of(BackendException failure) {
        return switch (failure) {
            case BackendRefusedException refused -> described(Status.ABORTED, refused.reason());
            case BackendUnavailableException unavailable -> described(Status.UNAVAILABLE, unavailable.reason());
        };
    }

    static StatusException of(CodecException failure) {
        Status status = failure instanceof UnsupportedValueException ? Status.UNIMPLEMENTED : Status.INVALID_ARGUMENT;
        return described(status, String.valueOf(failure.getMessage()));
    }

    private static StatusException described(Status status, String message) {
        return status.withDescription(message).asException();
    }
}
