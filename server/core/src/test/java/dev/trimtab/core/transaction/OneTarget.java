package dev.trimtab.core.transaction;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.trimtab.core.authz.Action;
import dev.trimtab.core.authz.PolicyDecision;
import dev.trimtab.core.failure.Failure;
import dev.trimtab.core.failure.FailureException;
import dev.trimtab.core.model.Content;
import dev.trimtab.core.model.Edit;
import dev.trimtab.core.model.JsonWriter;
import dev.trimtab.core.model.Match;
import dev.trimtab.core.model.Visibility;
import dev.trimtab.core.read.ReadService;
import dev.trimtab.model.Path;
import dev.trimtab.model.TargetId;
import dev.trimtab.model.Value;
import dev.trimtab.model.Violation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier;

/** A running transaction service with one target {@code t} of a model of one module; texts have single quotes for double ones. */
final class OneTarget implements AutoCloseable {
    private static final TargetId TARGET = new TargetId("t");

    private final TestServer server;

    /** @param body what {@code module m} has */
    OneTarget(String body) {
        server = new TestServer(
                TestModels.with("m", "module m { yang-version 1.1; namespace 'urn:m'; prefix m; " + body + " }"));
        commit(new Operation.Update(
                TargetId.SYSTEM,
                Path.parse("/system/targets/target[name=t]"),
                json("{'model':'m','version':'1.0.0'}")));
    }

    /** The same log with another server. */
    void restart() {
        server.restart();
    }

    CommitResult commit(Operation... operations) {
        return server.commit(operations);
    }

    /** Undoes a transaction. */
    void rollBack(CommitResult result) {
        server.service().rollBack(TestServer.ADMIN, result.index(), "", false);
    }

    /** What a transaction changed of the target. */
    List<Edit> edits(long index) {
        var history = new History(server.store(), (_, _, _) -> PolicyDecision.EVERYTHING);
        return Objects.requireNonNull(history.require(TestServer.ADMIN, index)
                        .transaction()
                        .targets()
                        .get(TARGET))
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
        var snapshot = server.targets().require(TARGET).snapshot();
        var plain = new JsonWriter.Options(false, false, Content.CONFIG, 0);
        return snapshot.read(YangInstanceIdentifier.of())
                .map(root -> JsonWriter.write(snapshot.model().root(), root, plain, Visibility.ALL))
                .map(text -> new String(text, StandardCharsets.UTF_8).replace('"', '\''))
                .orElse("{}");
    }

    /** What is at {@code path} with its annotations, for one who may read what {@code decision} says. */
    String annotated(String path, PolicyDecision decision) {
        var visible =
                new ReadService(server.targets(), (_, _, _) -> decision).read(TestServer.ADMIN, Action.READ, TARGET);
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
        server.close();
    }
}
