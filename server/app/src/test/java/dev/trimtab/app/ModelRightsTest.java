package dev.trimtab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may add and remove models through REST, by the policy that the server comes with. */
class ModelRightsTest {
    private static final String LAMP = "/api/v1/models/lamp/1.0.0";
    private static final String BODY = """
            {'source': [{'file-name': 'lamp.yang', 'implemented': true,
              'text': 'module lamp { namespace urn:lamp; prefix l; leaf on { type boolean; } }'}]}""";

    @TempDir
    private Path folder;

    @Test
    void whoMayOnlyReadTheServerAddsAndRemovesNoModel() throws IOException {
        try (var server = new RunningServer(folder, Map.of())) {
            assertThat(server.sendAs("reader", "PUT", LAMP, BODY).status()).isEqualTo(403);
            assertThat(server.sendAs("nobody", "PUT", LAMP, BODY).status()).isEqualTo(404);
            assertThat(server.sendAs("reader", "GET", LAMP, "").status()).isEqualTo(404);

            assertThat(server.send("PUT", LAMP, BODY).status()).isEqualTo(201);
            assertThat(server.sendAs("reader", "DELETE", LAMP, "").status()).isEqualTo(403);
            assertThat(server.sendAs("nobody", "DELETE", LAMP, "").status()).isEqualTo(404);
            assertThat(server.sendAs("reader", "GET", LAMP, "")
                            .body()
                            .at("/state/origin")
                            .asText())
                    .isEqualTo("added");
            assertThat(server.sendAs("nobody", "GET", LAMP, "").body().has("state"))
                    .isFalse();
        }
    }
}
