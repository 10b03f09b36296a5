package dev.trimtab.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.fixtures.AetherEnterprise;
import dev.trimtab.fixtures.demo.Clients;
import dev.trimtab.fixtures.server.ServerProcess;
import java.nio.file.Path;
import java.util.Map;

/** A server process with one target, {@code acme}: a whole enterprise of the Aether 2.1 model, without a backend. */
final class AcmeServer implements AutoCloseable {
    private static final String TARGET = "/system/v1.0.x/system/system/targets/target/acme";

    private final ServerProcess process;

    private AcmeServer(ServerProcess process) {
        this.process = process;
    }

    /** @param folder for its data and its log */
    static AcmeServer start(Path folder) {
        var server = new AcmeServer(startEmpty(folder));
        try (var clients = new Clients(server.process)) {
            String acme = "{\"model\":\"aether\",\"version\":\"2.1.0\"}";
            String enterprise = AetherEnterprise.patch("acme", AetherEnterprise.configuration())
                    .toString();
            assertAccepted(clients.rest("PATCH", TARGET, acme, ""));
            assertAccepted(clients.rest("PATCH", "/aether-roc-api", enterprise, ""));
            return server;
        } catch (Throwable e) {
            server.close();
            throw e;
        }
    }

    /** A server without targets. */
    static ServerProcess startEmpty(Path folder) {
        Program jar = Program.jar("server/app/target/trimtab-server.jar");
        return ServerProcess.start(jar.command(), folder, Map.of());
    }

    private static void assertAccepted(Clients.Answer answer) {
        assertThat(answer.status()).as("%s", answer.body()).isBetween(200, 299);
    }

    String gnmiAddress() {
        return "127.0.0.1:" + process.gnmiPort();
    }

    String restUrl() {
        return "http://127.0.0.1:" + process.restPort();
    }

    int gnmiPort() {
        return process.gnmiPort();
    }

    String password() {
        return process.password();
    }

    @Override
    public void close() {
        process.close();
    }
}
