package dev.trimtab.app.gnmi;

import com.google.protobuf.ByteString;
import dev.trimtab.codec.GnmiPaths;
import dev.trimtab.core.store.TargetResult;
import dev.trimtab.core.transaction.History;
import dev.trimtab.model.TargetId;
import dev.trimtab.proto.admin.v1.Transaction;
import dev.trimtab.proto.gnmi.TypedValue;
import dev.trimtab.proto.v1.Edit;
import dev.trimtab.proto.v1.TargetOutcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The history in the admin service's messages. */
final class AdminMessages {
    private AdminMessages() {}

    static Transaction transaction(History.Entry entry, boolean withEdits) {
        var transaction = entry.transaction();
        var message = Transaction.newBuilder()
                .setIndex(transaction.index())
                .setTime(AdminService.timestamp(transaction.time()))
                .setPrincipal(transaction.principal())
                .setComment(transaction.comment());
        transaction.targets().forEach((target, change) -> {
            message.addTargets(outcome(target, entry.results())
                    .setRevision(change.revision().value()));
            if (withEdits) {
                change.edits().forEach(edit -> message.addEdits(edit(target, edit)));
            }
        });
        return message.build();
    }

    private static TargetOutcome.Builder outcome(TargetId target, List<TargetResult> results) {
        var outcome =
                TargetOutcome.newBuilder().setTarget(target.value()).setStatus(TargetOutcome.Status.STATUS_PENDING);
        results.stream()
                .filter(result -> result.target().equals(target))
                .findFirst()
                .ifPresent(result -> outcome.setStatus(
                                switch (result.status()) {
                                    case APPLIED -> TargetOutcome.Status.STATUS_APPLIED;
                                    case REFUSED -> TargetOutcome.Status.STATUS_REFUSED;
                                })
                        .setMessage(result.message()));
        return outcome;
    }

    private static Edit edit(TargetId target, dev.trimtab.core.model.Edit edit) {
        var message = Edit.newBuilder().setTarget(target.value()).setPath(GnmiPaths.encode(edit.path()));
        @Nullable String before = switch (edit) {
            case dev.trimtab.core.model.Edit.Put put -> put.before();
            case dev.trimtab.core.model.Edit.Delete delete -> delete.before();
        };
        if (before != null) {
            message.setBefore(json(before));
        }
        if (edit instanceof dev.trimtab.core.model.Edit.Put put) {
            message.setAfter(json(put.json()));
        }
        return message.build();
    }

    private static TypedValue json(String text) {
        return TypedValue.newBuilder()
                .setJsonIetfVal(ByteString.copyFromUtf8(text))
                .build();
    }
}
