package dev.trimtab.core.transaction;

import static dev.trimtab.core.transaction.TestServer.ADMIN;
import static dev.trimtab.core.transaction.TestServer.update;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.trimtab.core.authz.PolicyDecision;
import dev.trimtab.core.failure.Failure;
import dev.trimtab.core.failure.FailureException;
import dev.trimtab.core.model.JsonWriter;
import dev.trimtab.core.plugin.Plugin;
import dev.trimtab.core.plugin.Plugins;
import dev.trimtab.core.target.Models;
import dev.trimtab.model.ChangedNode;
import dev.trimtab.model.Migration;
import dev.trimtab.model.MigrationNote;
import dev.trimtab.model.MigrationPlan;
import dev.trimtab.model.MigrationRule;
import dev.trimtab.model.MigrationRule.Drop;
import dev.trimtab.model.MigrationRule.Move;
import dev.trimtab.model.ModelId;
import dev.trimtab.model.Path;
import dev.trimtab.model.PickedValue;
import dev.trimtab.model.TargetId;
import dev.trimtab.model.Value;
import dev.trimtab.model.Violation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier;

/** A target gets a version to which no single migration leads. */
class MigrationChainTest {
    private static final TargetId TARGET = new TargetId("t");

    /** Version n has a leaf vn, and what drops out on the way from the first to the third. */
    private static final Models MODELS = TestModels.versions(
            "m",
            IntStream.rangeClosed(1, 4)
                    .boxed()
                    .collect(Collectors.toMap(
                            n -> n + ".0.0",
                            n -> "module m { yang-version 1.1; namespace 'urn:m'; prefix m; leaf v" + n
                                    + " { type string; } leaf early" + (n == 1 ? "" : "-gone")
                                    + " { type string; } leaf late" + (n <= 2 ? "" : "-gone")
                                    + " { type string; } }")));

    /** The code of one version, which brings migrations and nothing else. */
    private record Migrations(List<Migration> migrations) implements Plugin {
        @Override
        public void requireAvailable() {}

        @Override
        public Set<Path> validated() {
            return Set.of();
        }

        @Override
        public Set<Path> picked() {
            return Set.of();
        }

        @Override
        public List<Violation> validate(TargetId target, List<ChangedNode> changed) {
            throw new IllegalStateException("asked without having asked for it");
        }

        @Override
        public List<PickedValue> pick(TargetId target, Path leaf, String prefix, int limit, String config) {
            throw new IllegalStateException("asked without having asked for it");
        }
    }

    /** {@code ways} are pairs of versions, from and to; the plugin of the later one brings the migration. */
    private static Plugins plugins(int[]... ways) {
        Map<ModelId, List<Migration>> all = Stream.of(ways)
                .map(way ->
                        Migration.declared(new MigrationPlan(version(way[0]), version(way[1]), rules(way[0], way[1]))))
                .collect(Collectors.groupingBy(one -> one.plan().to()));
        return model -> Optional.ofNullable(all.get(model)).map(Migrations::new);
    }

    private static ModelId version(int n) {
        return new ModelId("m", n + ".0.0");
    }

    private static List<MigrationRule> rules(int from, int to) {
        var move = new Move(Path.parse("/v" + from), Path.parse("/v" + to));
        return from == 1
                ? List.of(move, new Drop(Path.parse("/early"), "it went early"))
                : from == 2 ? List.of(move, new Drop(Path.parse("/late"), "it went late")) : List.of(move);
    }

    private static TestServer server(Plugins plugins) {
        var server = new TestServer(MODELS, plugins, (_, _, _) -> PolicyDecision.EVERYTHING);
        server.commit(
                update(TargetId.SYSTEM, "/system/targets/target[name=t]", "{\"model\":\"m\",\"version\":\"1.0.0\"}"),
                update(TARGET, "/", "{\"v1\":\"x\",\"early\":\"e\",\"late\":\"l\"}"));
        return server;
    }

    private static CommitResult migrate(TestServer server, int to) {
        return server.commit(new Operation.Update(
                TargetId.SYSTEM, Path.parse("/system/targets/target[name=t]/version"), new Value.Text(to + ".0.0")));
    }

    private static List<String> notes(CommitResult result) {
        return requireNonNull(result.targets().get(TARGET)).migrated().orElseThrow().notes().stream()
                .map(MigrationNote::toString)
                .toList();
    }

    private static String config(TestServer server) {
        var snapshot = server.targets().require(TARGET).snapshot();
        return snapshot.read(YangInstanceIdentifier.of())
                .map(root -> JsonWriter.text(snapshot.model().root(), root))
                .orElse("{}");
    }

    @Test
    void migrationsAreMadeOneAfterTheOtherAndEachNoteSaysOfWhich() {
        try (var server = server(plugins(new int[] {1, 2}, new int[] {2, 3}))) {
            CommitResult result = migrate(server, 3);

            assertThat(config(server)).isEqualTo("{\"m:v3\":\"x\"}");
            assertThat(notes(result))
                    .containsExactly(
                            "lost /early: 'e'; from m 1.0.0 to m 2.0.0: it went early",
                            "lost /late: 'l'; from m 2.0.0 to m 3.0.0: it went late");
            server.service().rollBack(ADMIN, result.index(), "", false);
            assertThat(config(server)).contains("\"x\"", "\"e\"", "\"l\"");
        }
    }

    @Test
    void fewestMigrationsAreMade() {
        try (var server = server(plugins(new int[] {1, 2}, new int[] {2, 3}, new int[] {3, 4}, new int[] {2, 4}))) {
            assertThat(notes(migrate(server, 4)))
                    .containsExactly(
                            "lost /early: 'e'; from m 1.0.0 to m 2.0.0: it went early",
                            "lost /late: 'l'; from m 2.0.0 to m 4.0.0: it went late");
        }
        try (var server = server(plugins(new int[] {1, 2}, new int[] {2, 3}, new int[] {1, 3}))) {
            assertThat(notes(migrate(server, 3))).contains("lost /early: 'e'; it went early");
        }
    }

    @Test
    void ofEquallyManyTheOneThroughTheFirstVersionsIsTaken() {
        try (var server = server(plugins(new int[] {1, 3}, new int[] {3, 4}, new int[] {1, 2}, new int[] {2, 4}))) {
            assertThat(notes(migrate(server, 4))).anyMatch(note -> note.contains("from m 2.0.0 to m 4.0.0"));
        }
    }

    @Test
    void whatOneOfThemRefusesIsRefusedWithItsVersions() {
        Plugins wrong = plugins(new int[] {1, 2}, new int[] {2, 3});
        Plugins plugins = model -> model.equals(version(3))
                ? Optional.of(new Migrations(List.of(Migration.declared(new MigrationPlan(
                        version(2),
                        version(3),
                        List.of(
                                new Move(Path.parse("/v2"), Path.parse("/v3")),
                                new Move(Path.parse("/late"), Path.parse("/v3"))))))))
                : wrong.find(model);
        try (var server = server(plugins)) {
            var failure = catchThrowableOfType(FailureException.class, () -> migrate(server, 3))
                    .failure();

            assertThat(((Failure.Invalid) failure).violations())
                    .singleElement()
                    .satisfies(violation -> assertThat(violation.message()).startsWith("from m 2.0.0 to m 3.0.0: "));
            assertThat(config(server)).contains("\"m:v1\"");
        }
    }

    @Test
    void withoutMigrationsToItWhatHasTheSamePathIsCarriedOver() {
        try (var server = server(plugins(new int[] {1, 2}))) {
            assertThat(notes(migrate(server, 3)))
                    .contains("lost /v1: 'x'; m 3.0.0 has no such node")
                    .hasSize(3);
        }
    }

    @Test
    void modelOfAnotherNameToWhichNothingLeadsIsRefused() {
        try (var server = server(plugins(new int[] {1, 2}))) {
            var failure = catchThrowableOfType(
                            FailureException.class,
                            () -> server.commit(update(
                                    TargetId.SYSTEM,
                                    "/system/targets/target[name=t]",
                                    "{\"model\":\"system\",\"version\":\"1.0.0\"}")))
                    .failure();

            assertThat(failure.message()).contains("m 1.0.0, from which no migrations lead there");
            assertThat(config(server)).contains("\"m:v1\"");
        }
    }
}
