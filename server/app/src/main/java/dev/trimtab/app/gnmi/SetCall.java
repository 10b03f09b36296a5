package dev.trimtab.app.gnmi;

import dev.trimtab.codec.CodecException;
import dev.trimtab.codec.GnmiPrefix;
import dev.trimtab.codec.GnmiValues;
import dev.trimtab.codec.SetExtension;
import dev.trimtab.codec.UnsupportedValueException;
import dev.trimtab.core.authz.Principal;
import dev.trimtab.core.failure.Failure;
import dev.trimtab.core.transaction.Command;
import dev.trimtab.core.transaction.CommitResult;
import dev.trimtab.core.transaction.Operation;
import dev.trimtab.core.transaction.TransactionService;
import dev.trimtab.model.TargetId;
import dev.trimtab.model.Value;
import dev.trimtab.proto.gnmi.Path;
import dev.trimtab.proto.gnmi.SetRequest;
import dev.trimtab.proto.gnmi.SetResponse;
import dev.trimtab.proto.gnmi.Update;
import dev.trimtab.proto.gnmi.UpdateResult;
import dev.trimtab.proto.v1.SetOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Set: one transaction of one target; all deletes, then all replaces, then all updates, each in the order of the request. Source: gNMI
 * 0.10, section 3.4.
 *
 * <p>The answer comes after the commit, or, where {@link SetOptions} ask for it, after the backend's answer.
 */
final class SetCall {
    private final TransactionService transactions;
    private final SetOutcomes outcomes;

    SetCall(TransactionService transactions, SetOutcomes outcomes) {
        this.transactions = transactions;
        this.outcomes = outcomes;
    }

    SetResponse answer(Principal principal, SetRequest request) {
        Extensions.checkSet(request.getExtensionList());
        checkUnion(request);
        Optional<SetOptions> options = SetExtension.options(request.getExtensionList());
        CommitResult result = transactions.commit(command(principal, request, options));
        SetResponse.Builder answer = answer(request).setTimestamp(Timestamps.nanos(result.time()));
        options.map(wanted -> outcomes.of(result, wanted))
                .ifPresent(outcome -> answer.addExtension(SetExtension.of(outcome)));
        return answer.build();
    }

    /** A server that passed this field over would answer that all is well and have done nothing. */
    private static void checkUnion(SetRequest request) {
        if (request.getUnionReplaceCount() == 0) {
            return;
        }
        if (request.getDeleteCount() + request.getReplaceCount() + request.getUpdateCount() > 0) {
            throw Extensions.malformed("union_replace goes with no other operation");
        }
        throw new Failure.Unsupported("union_replace is not supported").asException();
    }

    private static Command command(Principal principal, SetRequest request, Optional<SetOptions> options) {
        SetOptions wanted = options.orElseGet(SetOptions::getDefaultInstance);
        return new Command(
                principal,
                operations(request),
                wanted.getComment(),
                wanted.getIdempotencyKey(),
                Map.of(),
                wanted.getDryRun());
    }

    /** An empty request needs no target. */
    private static List<Operation> operations(SetRequest request) {
        GnmiPrefix prefix = GnmiPrefix.decode(request.getPrefix());
        int count = request.getDeleteCount() + request.getReplaceCount() + request.getUpdateCount();
        if (count == 0) {
            return List.of();
        }
        TargetId target = Requests.target(prefix);
        List<Operation> operations = new ArrayList<>(count);
        for (Path path : request.getDeleteList()) {
            operations.add(new Operation.Delete(target, prefix.resolve(path)));
        }
        for (Update update : request.getReplaceList()) {
            var path = prefix.resolve(update.getPath());
            operations.add(new Operation.Replace(target, path, value(path, update)));
        }
        for (Update update : request.getUpdateList()) {
            var path = prefix.resolve(update.getPath());
            operations.add(new Operation.Update(target, path, value(path, update)));
        }
        return operations;
    }

    /** Names the path, which the codec does not know. */
    private static Value value(dev.trimtab.model.Path path, Update update) {
        try {
            return GnmiValues.decode(update);
        } catch (UnsupportedValueException e) {
            throw new Failure.Unsupported(path + ": " + e.getMessage()).asException();
        } catch (CodecException e) {
            throw new Failure.Malformed(path, path + ": " + e.getMessage()).asException();
        }
    }

    /** Prefix and paths as the request has them, so that together they name what it named. */
    private static SetResponse.Builder answer(SetRequest request) {
        var answer = SetResponse.newBuilder();
        if (request.hasPrefix()) {
            answer.setPrefix(request.getPrefix());
        }
        request.getDeleteList().forEach(path -> add(answer, path, UpdateResult.Operation.DELETE));
        request.getReplaceList().forEach(update -> add(answer, update.getPath(), UpdateResult.Operation.REPLACE));
        request.getUpdateList().forEach(update -> add(answer, update.getPath(), UpdateResult.Operation.UPDATE));
        return answer;
    }

    private static void add(SetResponse.Builder answer, Path path, UpdateResult.Operation operation) {
        answer.addResponse(UpdateResult.newBuilder().setPath(path).setOp(operation));
    }
}
