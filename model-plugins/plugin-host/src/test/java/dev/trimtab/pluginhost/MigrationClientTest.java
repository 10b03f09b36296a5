package dev.trimtab.pluginhost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.trimtab.model.Migration;
import dev.trimtab.model.Migration.Carried;
import dev.trimtab.model.Migration.Completed;
import dev.trimtab.model.Migration.Unfinished;
import dev.trimtab.model.MigrationNote;
import dev.trimtab.model.MigrationPlan;
import dev.trimtab.model.MigrationRule;
import dev.trimtab.model.ModelDescription;
import dev.trimtab.model.ModelId;
import dev.trimtab.model.ModelPlugin;
import dev.trimtab.model.Path;
import dev.trimtab.model.TargetId;
import dev.trimtab.model.ValueConversion;
import dev.trimtab.model.ValueSource;
import dev.trimtab.proto.plugin.v1.CompleteMigrationRequest;
import dev.trimtab.proto.plugin.v1.CompleteMigrationResponse;
import dev.trimtab.proto.plugin.v1.ListMigrationsRequest;
import dev.trimtab.proto.plugin.v1.ListMigrationsResponse;
import dev.trimtab.proto.plugin.v1.MigratedValue;
import dev.trimtab.proto.plugin.v1.ModelMigrationsGrpc;
import dev.trimtab.proto.plugin.v1.ModelVersion;
import io.grpc.Channel;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MigrationClientTest {
    private static final Path A = Path.parse("/l[k={x}]/a");
    private static final Path B = Path.parse("/m[k={x}][n={target}]/b");
    private static final MigrationPlan PLAN = new MigrationPlan(
            new ModelId("m", "1.0.0"),
            new ModelId("m", "2.0.0"),
            List.of(
                    new MigrationRule.Move(A, B),
                    new MigrationRule.Move(Path.ROOT, Path.ROOT),
                    new MigrationRule.Convert(A, B, new ValueConversion.Mapping(Map.of("on", "enabled")), "a name"),
                    new MigrationRule.Convert(
                            A, B, new ValueConversion.Scale(new BigDecimal("1.5"), BigDecimal.valueOf(1000)), "a unit"),
                    new MigrationRule.Convert(
                            A, B, new ValueConversion.Templates(List.of("{value}", "{value}/32")), "a form"),
                    new MigrationRule.Drop(A, "no place"),
                    new MigrationRule.Drop(A, new ValueSource.Constant(""), "nothing"),
                    new MigrationRule.Default(B, new ValueSource.TargetName(), "a name"),
                    new MigrationRule.Default(B, new ValueSource.Leaf(Path.parse("/m/c")), "as c"),
                    new MigrationRule.LeaveToCode(A)));
    private static final Unfinished UNFINISHED = new Unfinished(new TargetId("acme"), "{\"m:a\":1}", "{}");
    private static final Completed COMPLETED = new Completed(
            "{\"m:b\":1}",
            List.of(
                    MigrationNote.lost(Path.parse("/a"), "1", "gone"),
                    MigrationNote.invented(Path.parse("/b"), null, "new"),
                    new MigrationNote(
                            MigrationNote.Kind.CHANGED, Path.parse("/a"), Path.parse("/b"), "", "2", "other")),
            List.of(new Carried(Path.parse("/l[k=a\\]]/a"), Path.parse("/b"))));

    private final InProcess process = new InProcess();

    @AfterEach
    void stop() {
        process.close();
    }

    /** A plugin with one migration. */
    private record OneMigration(Migration migration) implements ModelPlugin {
        @Override
        public ModelDescription describe() {
            return ClassPathPlugin.DESCRIPTION;
        }

        @Override
        public List<Migration> migrations() {
            return List.of(migration);
        }
    }

    private static Migration migration(MigrationPlan plan) {
        return new Migration() {
            @Override
            public MigrationPlan plan() {
                return plan;
            }

            @Override
            public Completed complete(Unfinished unfinished) {
                if (!unfinished.equals(UNFINISHED)) {
                    throw new IllegalStateException("asked for " + unfinished);
                }
                return COMPLETED;
            }
        };
    }

    @Test
    void planAndCodeComeThroughTheContractUnchanged() throws IOException {
        Channel channel = process.serve(new MigrationService(new OneMigration(migration(PLAN))));

        assertThat(MigrationClient.DEFAULT.migrations(channel)).singleElement().satisfies(migration -> {
            assertThat(migration.plan()).isEqualTo(PLAN);
            assertThat(migration.complete(UNFINISHED)).isEqualTo(COMPLETED);
        });
    }

    @Test
    void codeThatFailsIsReportedWithItsReason() throws IOException {
        Channel channel = process.serve(new MigrationService(new OneMigration(migration(PLAN))));
        Migration migration = MigrationClient.DEFAULT.migrations(channel).getFirst();
        var other = new Unfinished(new TargetId("other"), "{}", "{}");

        assertThatExceptionOfType(PluginException.class)
                .isThrownBy(() -> migration.complete(other))
                .withMessageContaining("the plugin failed")
                .withMessageContaining("asked for");
    }

    @Test
    void aPluginWithoutThisPartOfTheContractHasNoMigrations() throws IOException {
        assertThat(MigrationClient.DEFAULT.migrations(process.serve(new ModelPluginService(new ClassPathPlugin()))))
                .isEmpty();
        assertThat(MigrationClient.DEFAULT.migrations(process.serve(new MigrationService(new ClassPathPlugin()))))
                .isEmpty();
    }

    @Test
    void aMigrationThatThePluginNoLongerHasIsReported() throws IOException {
        Channel channel = process.serve(new ModelMigrationsGrpc.ModelMigrationsImplBase() {
            private final MigrationService empty = new MigrationService(new ClassPathPlugin());

            @Override
            public void listMigrations(
                    ListMigrationsRequest request, StreamObserver<ListMigrationsResponse> responses) {
                responses.onNext(ListMigrationsResponse.newBuilder()
                        .addPlans(MigrationCodec.encode(PLAN))
                        .build());
                responses.onCompleted();
            }

            @Override
            public void completeMigration(
                    CompleteMigrationRequest request, StreamObserver<CompleteMigrationResponse> responses) {
                empty.completeMigration(request, responses);
            }
        });

        assertThatExceptionOfType(PluginException.class)
                .isThrownBy(() ->
                        MigrationClient.DEFAULT.migrations(channel).getFirst().complete(UNFINISHED))
                .withMessageContaining("NOT_FOUND: the plugin has no migration from m 1.0.0 to m 2.0.0");
    }

    @Test
    void wrongAnswersAreRefused() throws IOException {
        var version = ModelVersion.newBuilder().setName("m").setVersion("1.0.0");
        var plan = dev.trimtab.proto.plugin.v1.MigrationPlan.newBuilder()
                .setFrom(version)
                .setTo(version);

        assertRefused(
                ListMigrationsResponse.newBuilder().addPlans(plan).addPlans(plan),
                "a plugin has two migrations from m 1.0.0 to m 1.0.0");
        assertRefused(
                ListMigrationsResponse.newBuilder()
                        .addPlans(
                                plan.clone().addRules(dev.trimtab.proto.plugin.v1.MigrationRule.getDefaultInstance())),
                "a rule of a kind that is not known");
        assertRefused(
                ListMigrationsResponse.newBuilder().addPlans(dev.trimtab.proto.plugin.v1.MigrationPlan.newBuilder()),
                "model name ''");
    }

    @Test
    void aNoteWithoutAKindIsRefused() {
        var answer = CompleteMigrationResponse.newBuilder()
                .setNewConfig("{}")
                .addNotes(MigratedValue.newBuilder().setFrom("/a"))
                .build();

        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> MigrationCodec.decode(answer))
                .withMessage("a note of kind 0");
    }

    @Test
    void anAnswerBeyondTheBoundIsRefused() throws IOException {
        Channel channel = process.serve(new MigrationService(new OneMigration(migration(PLAN))));

        assertThatExceptionOfType(PluginException.class)
                .isThrownBy(() -> new MigrationClient(Duration.ofSeconds(5), 100).migrations(channel))
                .withMessageContaining("100 are the most");
    }

    private void assertRefused(ListMigrationsResponse.Builder answer, String reason) throws IOException {
        Channel channel = process.serve(new ModelMigrationsGrpc.ModelMigrationsImplBase() {
            @Override
            public void listMigrations(
                    ListMigrationsRequest request, StreamObserver<ListMigrationsResponse> responses) {
                responses.onNext(answer.build());
                responses.onCompleted();
            }
        });

        assertThatExceptionOfType(PluginException.class)
                .isThrownBy(() -> MigrationClient.DEFAULT.migrations(channel))
                .withMessageContaining(reason);
    }
}
