package dev.trimtab.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.grpc.Status;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Raw gNMI requests by {@code buf curl}, which learns the protocol from the server's reflection. */
@Tag("slow")
@DisplayName("buf curl")
class BufCurlTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private static Path folder;

    private static AcmeServer server;
    private static Program curl;

    @BeforeAll
    static void start() {
        Program buf = Program.installed("buf");
        server = AcmeServer.start(folder);
        curl = buf.with("curl", "--protocol", "grpc", "--http2-prior-knowledge");
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void services() {
        Program.Outcome outcome = as(server.password(), "--list-services", "http://" + server.gnmiAddress());

        assertThat(outcome.out()).contains("gnmi.gNMI");
    }

    @Test
    void capabilities() throws IOException {
        Program.Outcome outcome = call("Capabilities", "{}");

        assertThat(outcome.exit()).as(outcome.text()).isZero();
        JsonNode answer = JSON.readTree(outcome.out());
        assertThat(answer.path("supportedEncodings"))
                .extracting(JsonNode::asText)
                .contains("JSON_IETF", "PROTO");
        assertThat(answer.path("supportedModels").findValuesAsText("name")).contains("onf-site");
    }

    @Test
    void get() throws IOException {
        Program.Outcome outcome = call("Get", """
                {"prefix": {"target": "acme"}, "encoding": "JSON_IETF",
                 "path": [{"elem": [{"name": "traffic-class", "key": {"traffic-class-id": "video"}}]}]}""");

        assertThat(outcome.exit()).as(outcome.text()).isZero();
        byte[] value = JSON.readTree(outcome.out())
                .at("/notification/0/update/0/val/jsonIetfVal")
                .binaryValue();
        assertThat(JSON.readTree(value).findValue("onf-traffic-class:pdb").asInt())
                .isEqualTo(150);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            an element that the model has not      | acme   | {"elem": [{"name": "no-such"}]}                                       | UNIMPLEMENTED
            a key that the list has not            | acme   | {"elem": [{"name": "traffic-class", "key": {"no-such": "x"}}]}          | INVALID_ARGUMENT
            a key of a container                   | acme   | {"elem": [{"name": "site", "key": {"site-id": "berlin"}}, {"name": "imsi-definition", "key": {"a": "b"}}]} | INVALID_ARGUMENT
            an element without a name              | acme   | {"elem": [{}]}                                                          | INVALID_ARGUMENT
            an entry that is not there             | acme   | {"elem": [{"name": "traffic-class", "key": {"traffic-class-id": "no"}}]} | NOT_FOUND
            a target that is not there             | nobody | {"elem": [{"name": "traffic-class"}]}                                   | NOT_FOUND
            a path of gNMI before 0.4               | acme   | {"element": ["traffic-class"]}                                          | INVALID_ARGUMENT
            no target                              | ''     | {"elem": [{"name": "traffic-class"}]}                                   | INVALID_ARGUMENT
            """)
    void refusesPath(String what, String target, String path, Status.Code code) {
        Program.Outcome outcome = call(
                "Get",
                "{\"prefix\": {\"target\": \"%s\"}, \"encoding\": \"JSON_IETF\", \"path\": [%s]}"
                        .formatted(target, path));

        assertThat(status(outcome)).as("%s: %s", what, outcome.text()).isEqualTo(code);
    }

    @Test
    void refusesEncoding() {
        Program.Outcome outcome =
                call("Get", "{\"prefix\": {\"target\": \"acme\"}, \"path\": [{}], \"encoding\": \"BYTES\"}");

        assertThat(status(outcome)).as(outcome.text()).isEqualTo(Status.Code.UNIMPLEMENTED);
    }

    @Test
    void refusesWrongPassword() {
        Program.Outcome outcome = as("wrong", "--data", "{}", method("Capabilities"));

        assertThat(status(outcome)).as(outcome.text()).isEqualTo(Status.Code.UNAUTHENTICATED);
    }

    private static Program.Outcome call(String method, String request) {
        return as(server.password(), "--data", request, method(method));
    }

    private static Program.Outcome as(String password, String... arguments) {
        String pair = Base64.getEncoder().encodeToString(("admin:" + password).getBytes(StandardCharsets.UTF_8));
        return curl.with("--header", "Authorization: Basic " + pair, "--reflect-header", "Authorization: Basic " + pair)
                .run(arguments);
    }

    private static String method(String name) {
        return "http://" + server.gnmiAddress() + "/gnmi.gNMI/" + name;
    }

    /** The exit code of buf is the status, shifted by three bits; a smaller one is a failure of buf's own. */
    private static Status.Code status(Program.Outcome outcome) {
        assertThat(outcome.exit()).as(outcome.text()).isGreaterThanOrEqualTo(8);
        return Status.fromCodeValue(outcome.exit() >> 3).getCode();
    }
}
