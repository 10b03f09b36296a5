package dev.trimtab.app.gnmi;

import com.google.protobuf.Any;
import com.google.protobuf.Duration;
import com.google.protobuf.Message;
import com.google.rpc.BadRequest;
import com.google.rpc.Code;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RetryInfo;
import dev.trimtab.codec.CodecException;
import dev.trimtab.codec.UnsupportedValueException;
import dev.trimtab.core.failure.Failure;
import dev.trimtab.core.failure.FailureException;
import dev.trimtab.model.Path;
import dev.trimtab.model.Violation;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one translation of what can go wrong into gRPC: a canonical code, a sentence for the caller, and details for programs.
 *
 * <p>Details are those of {@code google.rpc}: BadRequest with one field violation a path, RetryInfo where the same request may be
 * sent again, and ErrorInfo with what the caller may have to look for. All of it is as large as every client reads, and no larger
 * ({@link StatusBounds}).
 */
final class GnmiFailures {
    private static final Logger log = LoggerFactory.getLogger(GnmiFailures.class);
    private static final String DOMAIN = "trimtab.dev";

    private GnmiFailures() {}

    /** The answer of Get and Subscribe: a node that the model does not have is not implemented (gNMI 0.10, section 3.3.4). */
    static StatusRuntimeException ofRead(RuntimeException thrown) {
        return answer(failure(thrown), Code.UNIMPLEMENTED);
    }

    /** The answer of Set: a node that the model does not have is not found (section 3.4.7). */
    static StatusRuntimeException ofSet(RuntimeException thrown) {
        return answer(failure(thrown), Code.NOT_FOUND);
    }

    /** What was thrown, in the words of the domain; what nobody expected is a defect of ours. */
    static Failure failure(RuntimeException thrown) {
        return switch (thrown) {
            case FailureException expected -> expected.failure();
            case UnsupportedValueException unsupported -> new Failure.Unsupported(text(unsupported));
            case CodecException malformed -> new Failure.Malformed(Path.ROOT, text(malformed));
            default -> new Failure.Internal(thrown);
        };
    }

    private static String text(CodecException thrown) {
        return String.valueOf(thrown.getMessage());
    }

    private static StatusRuntimeException answer(Failure failure, Code unknownNode) {
        if (failure instanceof Failure.Internal(String reference, Throwable detail)) {
            log.atError().setCause(detail).addKeyValue("reference", reference).log("a gNMI request met a defect");
        }
        var status = com.google.rpc.Status.newBuilder()
                .setCode(code(failure, unknownNode).getNumber())
                .setMessage(StatusBounds.text(failure.message()));
        details(failure).forEach(detail -> status.addDetails(Any.pack(detail)));
        return StatusProto.toStatusRuntimeException(status.build());
    }

    private static Code code(Failure failure, Code unknownNode) {
        return switch (failure) {
            case Failure.Unauthenticated _ -> Code.UNAUTHENTICATED;
            case Failure.Denied _ -> Code.PERMISSION_DENIED;
            case Failure.NotFound _ -> Code.NOT_FOUND;
            case Failure.Malformed _, Failure.Invalid _ -> Code.INVALID_ARGUMENT;
            case Failure.UnknownNode _ -> unknownNode;
            case Failure.Unsupported _ -> Code.UNIMPLEMENTED;
            case Failure.Conflict _, Failure.Refused _ -> Code.ABORTED;
            case Failure.FailedPrecondition _ -> Code.FAILED_PRECONDITION;
            case Failure.Throttled _ -> Code.RESOURCE_EXHAUSTED;
            case Failure.Unavailable _ -> Code.UNAVAILABLE;
            case Failure.OutcomeUnknown _ -> Code.DEADLINE_EXCEEDED;
            case Failure.Internal _ -> Code.INTERNAL;
        };
    }

    private static List<Message> details(Failure failure) {
        return switch (failure) {
            case Failure.Invalid invalid -> List.of(violations(invalid.violations()));
            case Failure.Malformed(Path path, String message) -> place(path, message);
            case Failure.UnknownNode(Path path, String message) -> place(path, message);
            case Failure.Throttled throttled -> List.of(retry(throttled.retryAfter()));
            case Failure.Unavailable unavailable -> List.of(retry(unavailable.retryAfter()));
            case Failure.Conflict(var target, var base, var actual) ->
                List.of(info(
                        "CONFLICT",
                        Map.of("target", target.value(), "base", base.toString(), "actual", actual.toString())));
            case Failure.Refused(var target, long transaction, String reason) ->
                List.of(info(
                        "REFUSED",
                        Map.of(
                                "target",
                                target.value(),
                                "transaction",
                                Long.toString(transaction),
                                "reason",
                                StatusBounds.text(reason))));
            case Failure.OutcomeUnknown(String id) -> List.of(info("OUTCOME_UNKNOWN", Map.of("transaction", id)));
            case Failure.Internal internal -> List.of(info("INTERNAL", Map.of("reference", internal.reference())));
            case Failure.Unauthenticated _,
                    Failure.Denied _,
                    Failure.NotFound _,
                    Failure.Unsupported _,
                    Failure.FailedPrecondition _ -> List.of();
        };
    }

    /** As many as fit, the first ones; the message tells how many there are. */
    private static BadRequest violations(List<Violation> violations) {
        var details = BadRequest.newBuilder();
        for (Violation violation : violations) {
            String tag = violation.appTag();
            details.addFieldViolations(
                    field(violation.path(), violation.message()).setReason(tag == null ? violation.rule() : tag));
            if (details.build().getSerializedSize() > StatusBounds.DETAILS_MAX
                    && details.getFieldViolationsCount() > 1) {
                return details.removeFieldViolations(details.getFieldViolationsCount() - 1)
                        .build();
            }
        }
        return details.build();
    }

    private static BadRequest.FieldViolation.Builder field(Path path, String message) {
        return BadRequest.FieldViolation.newBuilder()
                .setField(StatusBounds.text(path.toString()))
                .setDescription(StatusBounds.text(message));
    }

    /** Nothing where no path is to blame; a malformed path has none either. */
    private static List<Message> place(Path path, String message) {
        if (path.isRoot()) {
            return List.of();
        }
        return List.of(
                BadRequest.newBuilder().addFieldViolations(field(path, message)).build());
    }

    private static RetryInfo retry(java.time.Duration after) {
        var delay = Duration.newBuilder().setSeconds(after.toSeconds()).setNanos(after.toNanosPart());
        return RetryInfo.newBuilder().setRetryDelay(delay).build();
    }

    private static ErrorInfo info(String reason, Map<String, String> metadata) {
        return ErrorInfo.newBuilder()
                .setReason(reason)
                .setDomain(DOMAIN)
                .putAllMetadata(metadata)
                .build();
    }
}
