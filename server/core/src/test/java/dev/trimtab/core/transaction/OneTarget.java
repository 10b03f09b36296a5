package dev.trimtab.core.transaction;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.trimtab.core.authz.Action;
import dev.trimtab.core.authz.PolicyDecision;
import dev.trimtab.core.authz.Principal;
import dev.trimtab.core.failure.Failure;
import dev.trimtab.core.failure.FailureException;
import dev.trimtab.core.model.Content;
import dev.trimtab.core.model.Edit;
import dev.trimtab.core.model.JsonWriter;
import dev.trimtab.core.model.Match;
import dev.trimtab.core.model.Visibility;
import dev.trimtab.core.plugin.Plugins;
import dev.trimtab.core.read.ReadService;
import dev.trimtab.core.store.ConfigStore;
import dev.trimtab.core.target.ChangeFeed;
import dev.trimtab.core.target.Models;
import dev.trimtab.core.target.Targets;
import dev.trimtab.model.Path;
import dev.trimtab.model.TargetId;
import dev.trimtab.model.Value;
import dev.trimtab.model.Violation;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier;

/** A running transaction service with one target {@code t} of a model of one module; texts have single quotes for double ones. */
final class OneTarget implements AutoCloseable {
    private static final Principal ADMIN = new Principal("admin", Set.of("administrator"), "password");
    private static final TargetId TARGET = new TargetId("t");

    private final ConfigStore store = ConfigStore.inMemory();
    private final Models models;
    private Targets targets;
    private TransactionService service;

    /** @param body what {@code module m} has */
    OneTarget(String body) {
        this.models = TestModels.with("m", "module m { yang-version 1.1; namespace 'urn:m'; prefix m; " + body + " }");
        this.targets = new Targets(new ChangeFeed(1024));
        this.service = start();
        commit(new Operation.Update(
                TargetId.SYSTEM,
                Path.parse("/system/targets/target[name=t]"),
                json("{'model':'m','version':'1.0.0'}")));
    }

    private TransactionService start() {
        var started = new TransactionService(
                store,
                models,
                Plugins.NONE,
                targets,
                (_, _, _) -> PolicyDecision.EVERYTHING,
                Clock.systemUTC(),
                TransactionSettings.DEFAULT);
        started.start();
        return started;
    }

    /** The same log with another server. */
    void restart() {
        service.close();
        targets = new Targets(new ChangeFeed(1024));
        service = start();
    }

    CommitResult commit(Operation... operations) {
        return service.commit(new Command(ADMIN, List.of(operations)));
    }

    /** Undoes a transaction. */
    CommitResult rollBack(long index) {
        return service.rollBack(ADMIN, index, "", false);
    }

    /** What a transaction changed of the target. */
    List<Edit> edits(long index) {
        var history = new History(store, (_, _, _) -> PolicyDecision.EVERYTHING);
        return Objects.requireNonNull(
                        history.require(ADMIN, index).transaction().targets().get(TARGET))
                .edits();
    }

    /** What is wrong with a change that is refused. */
    List<Violation> refusal(Operation... operations) {
        var failure = catchThrowableOfType(FailureException.class, () -> commit(operations))
                .failure();
        return ((Failure.Invalid) failure).violations();
    }

    static Operation update(String path, String json) {
        return new Operation.Update(TARGET, Path.parse(path), json(json));
    }

    static Operation replace(String path, String json) {
        return new Operation.Replace(TARGET, Path.parse(path), json(json));
    }

    static Operation delete(String path) {
        return new Operation.Delete(TARGET, Path.parse(path));
    }

    private static Value json(String text) {
        return new Value.Json(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8), false);
    }

    /** What is configured, without module names. */
    String read() {
        var snapshot = targets.require(TARGET).snapshot();
        var plain = new JsonWriter.Options(false, false, Content.CONFIG, 0);
        return snapshot.read(YangInstanceIdentifier.of())
                .map(root -> JsonWriter.write(snapshot.model().root(), root, plain, Visibility.ALL))
                .map(text -> new String(text, StandardCharsets.UTF_8).replace('"', '\''))
                .orElse("{}");
    }

    /** What is at {@code path} with its annotations, for one who may read what {@code decision} says. */
    String annotated(String path, PolicyDecision decision) {
        var visible = new ReadService(targets, (_, _, _) -> decision).read(ADMIN, Action.READ, TARGET);
        Match match = visible.require(Path.parse(path), Content.CONFIG);
        var plain = new JsonWriter.Options(false, false, Content.CONFIG, 0).withAnnotations();
        return new String(visible.json(match, plain), StandardCharsets.UTF_8).replace('"', '\'');
    }

    /** Everything with its annotations. */
    String annotated() {
        return annotated("/", PolicyDecision.EVERYTHING);
    }

    @Override
    public void close() {
        service.close();
        store.close();
    }
}
