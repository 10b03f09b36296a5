package dev.trimtab.apigen;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trimtab.core.model.LoadedModel;
import dev.trimtab.plugin.aether.v2_1.Aether21Plugin;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Holds the published document of aether 2.1 fixed; {@code -Dsurefire.extraArgs=-Dtrimtab.rewrite=true} writes it anew, and the difference is what is
 * reviewed.
 */
final class OpenApiDocumentTest {
    private static final Path HOME = Path.of(System.getProperty("trimtab.home", ".."));
    private static final Path GOLDEN = HOME.resolve("docs/openapi/aether-2.1.json");

    private static ObjectNode document;

    @BeforeAll
    static void print() {
        document = OpenApiDocument.of(LoadedModel.load(new Aether21Plugin().describe()));
    }

    @Test
    void documentIsTheOneThatIsCheckedIn() throws Exception {
        byte[] printed = OpenApiDocument.bytes(document);
        if (Boolean.getBoolean("trimtab.rewrite")) {
            Files.createDirectories(GOLDEN.getParent());
            Files.write(GOLDEN, printed);
        }

        assertThat(new String(printed, java.nio.charset.StandardCharsets.UTF_8)).isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void resourcesHaveTheUrlsThatAetherUsersKnow() {
        assertThat(document.at("/paths").properties())
                .extracting(Map.Entry::getKey)
                .contains(
                        "/aether/v2.1.x/{target}/site",
                        "/aether/v2.1.x/{target}/site/{site-id}/slice/{slice-id}/mbr",
                        "/aether/v2.1.x/{target}/site/{site-id}/slice/{slice-id}/filter/{application}",
                        "/aether/v2.1.x/{target}/application/{application-id}/endpoint/{endpoint-id}");
    }

    @Test
    void everyOperationHasANameOfItsOwn() {
        List<String> names = document.at("/paths").findValuesAsText("operationId");

        assertThat(names).hasSizeGreaterThan(500).doesNotHaveDuplicates();
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        List<String> references = document.findValuesAsText("$ref");

        assertThat(references)
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                document.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }

    @Test
    void stateAndKeysAreOnlyRead() {
        String device = "/aether/v2.1.x/{target}/site/{site-id}/device/{device-id}";

        assertThat(verbs(device + "/state")).containsExactly("get");
        assertThat(verbs(device + "/device-id")).containsExactly("get");
        assertThat(document.at("/components/schemas/SiteDeviceState/readOnly").asBoolean())
                .isTrue();
    }

    private static List<String> verbs(String path) {
        List<String> verbs = new ArrayList<>(document.get("paths")
                .get(path)
                .propertyStream()
                .map(java.util.Map.Entry::getKey)
                .toList());
        verbs.remove("parameters");
        return verbs;
    }

    @Test
    void typesCarryTheConstraintsOfTheModel() {
        JsonNode slice = document.at("/components/schemas/SiteSlice");

        assertThat(slice.at("/required")).extracting(JsonNode::asText).contains("slice-id", "sst", "sd");
        assertThat(slice.at("/properties/default-behavior/enum"))
                .extracting(JsonNode::asText)
                .containsExactly("DENY-ALL", "ALLOW-ALL", "ALLOW-PUBLIC");
        assertThat(slice.at("/properties/slice-id/pattern").asText()).isEqualTo("^(?:[a-z](-?[a-z0-9])*)$");
        JsonNode priority = document.at("/components/schemas/SiteSliceFilter/properties/priority");
        assertThat(priority.get("minimum").asInt()).isZero();
        assertThat(priority.get("maximum").asInt()).isEqualTo(200);
        assertThat(priority.get("default").asInt()).isZero();
        assertThat(document.at("/components/schemas/SiteSliceMbr/properties/uplink/type")
                        .asText())
                .as("64-bit numbers are strings")
                .isEqualTo("string");
        assertThat(document.at("/components/schemas/SiteSmallCell/x-yang-must/0/error-app-tag")
                        .asText())
                .isEqualTo("small-cell-address");
    }

    @Test
    void publicLinterFindsNothing(@TempDir Path folder) throws Exception {
        Path redocly = HOME.resolve(".tools/bin/redocly");
        org.junit.jupiter.api.Assumptions.assumeTrue(
                Files.isExecutable(redocly), "redocly is not installed: test/tools/install.sh redocly");
        Path file = Files.write(folder.resolve("aether.json"), OpenApiDocument.bytes(document));

        Process lint = new ProcessBuilder(redocly.toString(), "lint", file.toString())
                .redirectErrorStream(true)
                .start();
        String report = new String(lint.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);

        assertThat(lint.waitFor()).as(report).isZero();
        assertThat(report).contains("Your API description is valid");
    }
}
