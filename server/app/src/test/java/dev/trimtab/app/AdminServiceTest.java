package dev.trimtab.app;

import static dev.trimtab.app.AdminClient.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.protobuf.ByteString;
import dev.trimtab.app.start.ServerConfig;
import dev.trimtab.codec.GnmiPaths;
import dev.trimtab.proto.admin.v1.GetTransactionRequest;
import dev.trimtab.proto.admin.v1.ListModelsRequest;
import dev.trimtab.proto.admin.v1.ListTargetsRequest;
import dev.trimtab.proto.admin.v1.ListTransactionsRequest;
import dev.trimtab.proto.admin.v1.Model;
import dev.trimtab.proto.admin.v1.Target;
import dev.trimtab.proto.admin.v1.Transaction;
import dev.trimtab.proto.gnmi.SetRequest;
import dev.trimtab.proto.gnmi.TypedValue;
import dev.trimtab.proto.gnmi.Update;
import io.grpc.Status;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole server in this process, on a Raft log on disk, asked through its admin service. */
class AdminServiceTest {
    @TempDir
    private Path folder;

    private final List<String> said = new CopyOnWriteArrayList<>();
    private Server server;
    private AdminClient client;

    @BeforeEach
    void start() {
        server = Server.start(ServerConfig.parse(RunningServer.settings(folder)), said::add);
        client = new AdminClient(server.gnmiPort());
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void loginGivesATokenThatEveryOtherCallTakes() {
        var admin = client.admin(client.login("admin", password()));

        assertThat(admin.listModels(ListModelsRequest.getDefaultInstance()).getModelsList())
                .extracting(Model::getName, Model::getVersion)
                .contains(tuple("aether", "2.0.0"), tuple("aether", "2.1.0"), tuple("system", "1.0.0"));
        assertThat(admin.listTargets(ListTargetsRequest.getDefaultInstance()).getTargetsList())
                .extracting(Target::getName)
                .containsExactly("system");
    }

    @Test
    void historyIsToldNewestFirstAndOneByOne() {
        String token = client.login("admin", password());
        addTarget(token, "acme");
        addTarget(token, "umbrella");

        var admin = client.admin(token);
        assertThat(admin.listTransactions(ListTransactionsRequest.getDefaultInstance())
                        .getTransactionsList())
                .extracting(Transaction::getIndex)
                .containsExactly(2L, 1L);
        Transaction first = admin.getTransaction(
                GetTransactionRequest.newBuilder().setIndex(1).build());
        assertThat(first.getPrincipal()).isEqualTo("admin");
        assertThat(first.getEditsList()).isNotEmpty();
        assertThat(admin.listTargets(ListTargetsRequest.getDefaultInstance()).getTargetsList())
                .extracting(Target::getName)
                .containsExactly("acme", "system", "umbrella");
        refused(
                Status.Code.NOT_FOUND,
                () -> admin.getTransaction(
                        GetTransactionRequest.newBuilder().setIndex(9).build()));
    }

    @Test
    void callWithoutCredentialsOrWithWrongOnesIsRefused() {
        var nobody = client.anonymous();

        refused(Status.Code.UNAUTHENTICATED, () -> nobody.listTargets(ListTargetsRequest.getDefaultInstance()));
        refused(Status.Code.UNAUTHENTICATED, () -> nobody.listModels(ListModelsRequest.getDefaultInstance()));
        refused(
                Status.Code.UNAUTHENTICATED,
                () -> nobody.listTransactions(ListTransactionsRequest.getDefaultInstance()));
        refused(Status.Code.UNAUTHENTICATED, () -> nobody.getTransaction(GetTransactionRequest.getDefaultInstance()));
        refused(Status.Code.UNAUTHENTICATED, () -> client.login("admin", "wrong"));
        refused(
                Status.Code.UNAUTHENTICATED,
                () -> client.admin("not a token").listTargets(ListTargetsRequest.getDefaultInstance()));
    }

    private String password() {
        String sentence = said.stream()
                .filter(line -> line.contains("has the password"))
                .findFirst()
                .orElseThrow();
        return sentence.replaceFirst(".*has the password (\\S+).*", "$1");
    }

    private void addTarget(String token, String name) {
        var path = dev.trimtab.model.Path.parse("/system/targets/target[name=" + name + "]");
        client.gnmi(token)
                .set(SetRequest.newBuilder()
                        .setPrefix(dev.trimtab.proto.gnmi.Path.newBuilder().setTarget("system"))
                        .addUpdate(Update.newBuilder()
                                .setPath(GnmiPaths.encode(path))
                                .setVal(TypedValue.newBuilder()
                                        .setJsonIetfVal(ByteString.copyFromUtf8(
                                                "{\"model\":\"aether\",\"version\":\"2.1.0\"}"))))
                        .build());
    }
}
