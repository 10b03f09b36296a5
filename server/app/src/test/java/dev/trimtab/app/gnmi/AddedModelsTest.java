package dev.trimtab.app.gnmi;

import static dev.trimtab.app.gnmi.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.proto.gnmi.CapabilityRequest;
import dev.trimtab.proto.gnmi.ModelData;
import io.grpc.Status.Code;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Models that come and go by a Set of the target {@code system}. */
class AddedModelsTest {
    private static final String LAMP = "/system/models/model[name=lamp][version=1.0.0]";
    private static final String ENTRY = """
            {"source":[{"file-name":"lamp.yang","implemented":true,
              "text":"module lamp { namespace 'urn:lamp'; prefix l; leaf watts { type uint8; } }"}]}""";

    private static GnmiFixture fixture;
    private static GnmiClient client;

    @BeforeAll
    static void start() throws IOException {
        fixture = GnmiFixture.start();
        client = fixture.client(GnmiFixture.ADMIN);
    }

    @AfterAll
    static void stop() {
        client.close();
        fixture.close();
    }

    @Test
    void setAddsAModelThatCapabilitiesTellAndTargetsHaveUntilItIsRemoved() {
        client.update("system", LAMP, ENTRY);

        assertThat(modules()).contains("lamp");
        client.update("system", "/system/targets/target[name=hall]", "{\"model\":\"lamp\",\"version\":\"1.0.0\"}");
        client.update("hall", "/watts", "40");
        assertThat(client.read("hall", "/watts")).isEqualTo("40");

        assertThat(refused(Code.INVALID_ARGUMENT, client, "system", () -> client.delete("system", LAMP)))
                .contains("in use by target hall");
        client.delete("system", LAMP, "/system/targets/target[name=hall]");
        assertThat(modules()).doesNotContain("lamp");
        refused(Code.NOT_FOUND, () -> client.read("hall", "/watts"));
    }

    @Test
    void whoMayNotWriteAddsNoModel() {
        try (GnmiClient reader = fixture.client(GnmiFixture.READER);
                GnmiClient nobody = fixture.client(GnmiFixture.NOBODY)) {
            refused(Code.PERMISSION_DENIED, client, "system", () -> reader.update("system", LAMP, ENTRY));
            refused(Code.PERMISSION_DENIED, client, "system", () -> reader.delete("system", LAMP));
            refused(Code.NOT_FOUND, client, "system", () -> nobody.update("system", LAMP, ENTRY));
        }
    }

    private static List<String> modules() {
        return client.blocking.capabilities(CapabilityRequest.getDefaultInstance()).getSupportedModelsList().stream()
                .map(ModelData::getName)
                .toList();
    }
}
