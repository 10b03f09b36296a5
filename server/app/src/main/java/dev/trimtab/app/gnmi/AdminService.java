package dev.trimtab.app.gnmi;

import com.google.protobuf.Timestamp;
import dev.trimtab.app.identity.Credentials;
import dev.trimtab.app.identity.Tokens;
import dev.trimtab.app.start.Edges;
import dev.trimtab.core.authz.Action;
import dev.trimtab.core.model.Content;
import dev.trimtab.core.model.Match;
import dev.trimtab.core.pick.PickList;
import dev.trimtab.core.read.VisibleTarget;
import dev.trimtab.core.target.ServedModel;
import dev.trimtab.core.transaction.Command;
import dev.trimtab.core.transaction.History;
import dev.trimtab.core.transaction.ModelOperations;
import dev.trimtab.core.transaction.Operation;
import dev.trimtab.model.Path;
import dev.trimtab.model.PathElement;
import dev.trimtab.model.TargetId;
import dev.trimtab.proto.admin.v1.AddModelRequest;
import dev.trimtab.proto.admin.v1.AdminGrpc;
import dev.trimtab.proto.admin.v1.GetTransactionRequest;
import dev.trimtab.proto.admin.v1.ListModelsRequest;
import dev.trimtab.proto.admin.v1.ListModelsResponse;
import dev.trimtab.proto.admin.v1.ListTargetsRequest;
import dev.trimtab.proto.admin.v1.ListTargetsResponse;
import dev.trimtab.proto.admin.v1.ListTransactionsRequest;
import dev.trimtab.proto.admin.v1.ListTransactionsResponse;
import dev.trimtab.proto.admin.v1.LoginRequest;
import dev.trimtab.proto.admin.v1.LoginResponse;
import dev.trimtab.proto.admin.v1.ModelChange;
import dev.trimtab.proto.admin.v1.PickValuesRequest;
import dev.trimtab.proto.admin.v1.PickValuesResponse;
import dev.trimtab.proto.admin.v1.PickableValue;
import dev.trimtab.proto.admin.v1.RemoveModelRequest;
import dev.trimtab.proto.admin.v1.Target;
import dev.trimtab.proto.admin.v1.Transaction;
import io.grpc.stub.StreamObserver;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The admin service, on gNMI's port: a login, what the server knows of its transactions, targets and models, and changes of models.
 *
 * <p>Like every edge it decides nothing; what a caller may not see is not in the answers.
 */
final class AdminService extends AdminGrpc.AdminImplBase {
    /** The one call that comes without credentials: it brings them. */
    static final String LOGIN = AdminGrpc.getLoginMethod().getFullMethodName();

    private static final int PAGE_DEFAULT = 100;

    private final Edges core;

    AdminService(Edges core) {
        this.core = core;
    }

    @Override
    public void login(LoginRequest request, StreamObserver<LoginResponse> answer) {
        UnaryCalls.answer(answer, () -> {
            Tokens.Issued issued =
                    core.authenticator().login(new Credentials.Basic(request.getUsername(), request.getPassword()));
            return LoginResponse.newBuilder()
                    .setToken(issued.token())
                    .setExpiry(timestamp(issued.expires()))
                    .build();
        });
    }

    @Override
    public void listTransactions(ListTransactionsRequest request, StreamObserver<ListTransactionsResponse> answer) {
        UnaryCalls.answer(answer, () -> {
            long before = request.getBefore() > 0 ? request.getBefore() : Long.MAX_VALUE;
            int size = Math.clamp(
                    Integer.toUnsignedLong(request.getPageSize() == 0 ? PAGE_DEFAULT : request.getPageSize()),
                    1,
                    History.PAGE_MAX);
            var response = ListTransactionsResponse.newBuilder();
            core.history().before(Caller.principal(), before, size).stream()
                    .filter(entry -> concerns(entry, request.getTarget()))
                    .forEach(entry -> response.addTransactions(AdminMessages.transaction(entry, false)));
            long next = Math.min(before - 1, core.history().last()) - size + 1;
            return response.setNextBefore(Math.max(0, next > 1 ? next : 0)).build();
        });
    }

    private static boolean concerns(History.Entry entry, String target) {
        return target.isEmpty()
                || entry.transaction().targets().keySet().stream()
                        .anyMatch(one -> one.value().equals(target));
    }

    @Override
    public void getTransaction(GetTransactionRequest request, StreamObserver<Transaction> answer) {
        UnaryCalls.answer(
                answer,
                () -> AdminMessages.transaction(core.history().require(Caller.principal(), request.getIndex()), true));
    }

    @Override
    public void listTargets(ListTargetsRequest request, StreamObserver<ListTargetsResponse> answer) {
        UnaryCalls.answer(answer, () -> {
            List<VisibleTarget> targets = core.reads().all(Caller.principal(), Action.READ);
            Optional<VisibleTarget> system = targets.stream()
                    .filter(target -> name(target).equals(TargetId.SYSTEM))
                    .findFirst();
            var response = ListTargetsResponse.newBuilder();
            targets.forEach(target -> response.addTargets(target(target, system)));
            return response.build();
        });
    }

    private static TargetId name(VisibleTarget target) {
        return target.view().snapshot().target();
    }

    private static Target target(VisibleTarget target, Optional<VisibleTarget> system) {
        String applied = observed(system, name(target), "applied-revision");
        return Target.newBuilder()
                .setName(name(target).value())
                .setModelName(target.model().id().name())
                .setModelVersion(target.model().id().version())
                .setIntendedRevision(target.revision().value())
                .setAppliedRevision(applied.isEmpty() ? 0 : Long.parseUnsignedLong(applied))
                .setConnected(observed(system, name(target), "connection").equals("connected"))
                .build();
    }

    /** A leaf of what the server observes of a target; empty where there is none, or the caller may not see it. */
    private static String observed(Optional<VisibleTarget> system, TargetId target, String leaf) {
        Path path = Path.parse("/system/targets")
                .child(new PathElement("target", Map.of("name", target.value())))
                .child("state")
                .child(leaf);
        return system.flatMap(visible ->
                        visible.find(path, Content.STATE, false).stream().findFirst())
                .map(AdminService::text)
                .orElse("");
    }

    private static String text(Match match) {
        return match.instance().schema().type().canonical(match.node().body());
    }

    @Override
    public void listModels(ListModelsRequest request, StreamObserver<ListModelsResponse> answer) {
        UnaryCalls.answer(answer, () -> {
            var response = ListModelsResponse.newBuilder();
            core.models().all().stream()
                    .map(ServedModel::model)
                    .forEach(model -> response.addModels(ModelMessages.model(model)));
            return response.build();
        });
    }

    @Override
    public void addModel(AddModelRequest request, StreamObserver<ModelChange> answer) {
        change(
                answer,
                request.getComment(),
                request.getDryRun(),
                () -> ModelOperations.add(ModelMessages.settings(request)));
    }

    @Override
    public void removeModel(RemoveModelRequest request, StreamObserver<ModelChange> answer) {
        change(
                answer,
                request.getComment(),
                request.getDryRun(),
                () -> ModelOperations.remove(core.models(), ModelMessages.id(request.getName(), request.getVersion())));
    }

    @Override
    public void pickValues(PickValuesRequest request, StreamObserver<PickValuesResponse> answer) {
        UnaryCalls.answer(answer, () -> {
            PickList list = core.picks()
                    .pick(
                            Caller.principal(),
                            ModelMessages.wellFormed(() -> new TargetId(request.getTarget())),
                            ModelMessages.wellFormed(() -> Path.parse(request.getPath())),
                            request.getPrefix(),
                            request.getLimit() == 0 ? PAGE_DEFAULT : request.getLimit());
            var response = PickValuesResponse.newBuilder().setMore(list.more());
            list.values()
                    .forEach(value -> response.addValues(
                            PickableValue.newBuilder().setValue(value.value()).setText(value.text())));
            return response.build();
        });
    }

    private void change(
            StreamObserver<ModelChange> answer, String comment, boolean dryRun, Supplier<Operation> operation) {
        UnaryCalls.answer(answer, () -> {
            var command = new Command(Caller.principal(), List.of(operation.get()), comment, "", Map.of(), dryRun);
            return ModelMessages.change(core.transactions().commit(command));
        });
    }

    static Timestamp timestamp(Instant time) {
        return Timestamp.newBuilder()
                .setSeconds(time.getEpochSecond())
                .setNanos(time.getNano())
                .build();
    }
}
