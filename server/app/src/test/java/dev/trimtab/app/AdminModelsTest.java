package dev.trimtab.app;

import static dev.trimtab.app.AdminClient.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.proto.admin.v1.AddModelRequest;
import dev.trimtab.proto.admin.v1.AdminGrpc;
import dev.trimtab.proto.admin.v1.GetTransactionRequest;
import dev.trimtab.proto.admin.v1.ListModelsRequest;
import dev.trimtab.proto.admin.v1.Model;
import dev.trimtab.proto.admin.v1.ModelSource;
import dev.trimtab.proto.admin.v1.PickValuesRequest;
import dev.trimtab.proto.admin.v1.PickableValue;
import dev.trimtab.proto.admin.v1.RemoveModelRequest;
import io.grpc.Status;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole server in this process, on a Raft log on disk: models that are added and removed through its admin service. */
class AdminModelsTest {
    private static final AddModelRequest LAMP = AddModelRequest.newBuilder()
            .setName("lamp")
            .setVersion("1.0.0")
            .setTitle("Lamps")
            .setComment("light")
            .addSources(ModelSource.newBuilder()
                    .setFileName("lamp.yang")
                    .setText("module lamp { namespace 'urn:lamp'; prefix l; leaf watts { type uint8; } }")
                    .setImplemented(true))
            .build();
    private static final RemoveModelRequest REMOVE =
            RemoveModelRequest.newBuilder().setName("lamp").setVersion("1.0.0").build();

    @TempDir
    private Path folder;

    private RunningServer server;
    private AdminClient client;

    @BeforeEach
    void start() throws Exception {
        server = new RunningServer(folder, Map.of());
        client = new AdminClient(server.gnmiPort());
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void modelIsAddedWithHistoryAndServedAfterARestartUntilItIsRemoved() {
        long transaction = as("admin").addModel(LAMP).getTransaction();

        var entry = as("admin")
                .getTransaction(
                        GetTransactionRequest.newBuilder().setIndex(transaction).build());
        assertThat(entry.getPrincipal()).isEqualTo("admin");
        assertThat(entry.getComment()).isEqualTo("light");
        assertThat(models()).contains("lamp 1.0.0 Lamps");
        client.close();
        server.restart(() -> {});
        client = new AdminClient(server.gnmiPort());
        assertThat(models()).contains("lamp 1.0.0 Lamps");
        assertThat(as("admin").removeModel(REMOVE).getTransaction()).isEqualTo(transaction + 1);
        assertThat(models()).doesNotContain("lamp 1.0.0 Lamps");
    }

    @Test
    void dryRunAddsNothing() {
        assertThat(as("admin")
                        .addModel(LAMP.toBuilder().setDryRun(true).build())
                        .getTransaction())
                .isZero();
        assertThat(models()).doesNotContain("lamp 1.0.0 Lamps");
    }

    @Test
    void whoMayNotChangeTheServerIsRefused() {
        refused(Status.Code.PERMISSION_DENIED, () -> as("reader").addModel(LAMP));
        refused(Status.Code.NOT_FOUND, () -> as("nobody").addModel(LAMP));
        refused(Status.Code.UNAUTHENTICATED, () -> client.anonymous().addModel(LAMP));
        as("admin").addModel(LAMP);
        refused(Status.Code.PERMISSION_DENIED, () -> as("reader").removeModel(REMOVE));
        refused(Status.Code.UNAUTHENTICATED, () -> client.anonymous().removeModel(REMOVE));
        assertThat(models()).contains("lamp 1.0.0 Lamps");
    }

    @Test
    void mistakeIsNamed() {
        assertThat(refused(
                        Status.Code.INVALID_ARGUMENT,
                        () -> as("admin")
                                .addModel(LAMP.toBuilder().setVersion("1").build())))
                .contains("version '1'");
        assertThat(refused(
                        Status.Code.INVALID_ARGUMENT,
                        () -> as("admin")
                                .addModel(LAMP.toBuilder().clearSources().build())))
                .contains("implements no module");
        refused(Status.Code.NOT_FOUND, () -> as("admin").removeModel(REMOVE));
        assertThat(refused(
                        Status.Code.FAILED_PRECONDITION,
                        () -> as("admin")
                                .removeModel(RemoveModelRequest.newBuilder()
                                        .setName("aether")
                                        .setVersion("2.1.0")
                                        .build())))
                .contains("built in");
    }

    @Test
    void valuesOfALeafAreListedForWhoMayReadIt() {
        var request = PickValuesRequest.newBuilder()
                .setTarget("system")
                .setPath("/system/targets/target[name=x]/connection/tls")
                .build();

        assertThat(as("reader").pickValues(request).getValuesList())
                .extracting(PickableValue::getValue)
                .containsExactly("true", "false");
        refused(Status.Code.NOT_FOUND, () -> as("nobody").pickValues(request));
        refused(Status.Code.UNAUTHENTICATED, () -> client.anonymous().pickValues(request));
        refused(
                Status.Code.INVALID_ARGUMENT,
                () -> as("reader").pickValues(request.toBuilder().setPath("x[").build()));
    }

    private List<String> models() {
        return as("admin").listModels(ListModelsRequest.getDefaultInstance()).getModelsList().stream()
                .map(AdminModelsTest::text)
                .toList();
    }

    private static String text(Model model) {
        return model.getName() + " " + model.getVersion() + " " + model.getTitle();
    }

    private AdminGrpc.AdminBlockingStub as(String user) {
        return client.admin(client.login(user, RunningServer.PASSWORD));
    }
}
