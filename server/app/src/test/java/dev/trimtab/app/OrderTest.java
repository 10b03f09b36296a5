package dev.trimtab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The order of entries through REST and a Raft log on disk. */
class OrderTest {
    private static final String MODEL = """
            {'source': [{'file-name': 'queue.yang', 'implemented': true, 'text': 'module queue { namespace urn:queue; prefix q; \
              list job { key id; ordered-by user; leaf id { type string; } leaf size { type uint8; } } \
              leaf-list next { type string; ordered-by user; } }'}]}""";
    private static final String TARGET = "/queue/v1.0.x/t";

    @TempDir
    private Path folder;

    @Test
    @DisplayName("YV-27: entries keep the order that REST gave them, through changes and a restart")
    void orderOfAUserOutlivesTheServer() throws IOException {
        try (var server = new RunningServer(folder, Map.of())) {
            send(server, "PUT", "/api/v1/models/queue/1.0.0", MODEL);
            send(server, "PUT", "/system/v1.0.x/system/system/targets/target/t", "{'model':'queue','version':'1.0.0'}");
            send(server, "PUT", TARGET, "{'job':[{'id':'z'},{'id':'m'},{'id':'a'}],'next':['z','a','m']}");

            send(server, "PATCH", TARGET, "{'job':[{'id':'b'},{'id':'m','size':5}]}");
            send(server, "DELETE", TARGET + "/job/z", "");
            send(server, "POST", TARGET + "/job", "{'id':'z'}");

            assertOrder(server);
            server.restart(() -> {});
            assertOrder(server);
        }
    }

    private static void send(RunningServer server, String method, String path, String body) {
        assertThat(server.send(method, path, body))
                .satisfies(answer -> assertThat(answer.status()).isBetween(200, 201));
    }

    private static void assertOrder(RunningServer server) {
        assertThat(server.get(TARGET + "/job").findValuesAsText("id")).containsExactly("m", "a", "b", "z");
        assertThat(server.get(TARGET).at("/job").findValuesAsText("id")).containsExactly("m", "a", "b", "z");
        assertThat(server.get(TARGET + "/next").toString()).isEqualTo("[\"z\",\"a\",\"m\"]");
    }
}
