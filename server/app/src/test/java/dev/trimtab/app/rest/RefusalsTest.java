package dev.trimtab.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.app.rest.RestFixture.Answer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every endpoint: without credentials, with too few rights, and for what is hidden. */
final class RefusalsTest {
    private static final String ACME = "/aether/v2.1.x/acme";
    private static final String PATCH =
            "{'default-target': 'acme', 'Updates': {'traffic-class-2.1.0': [{'traffic-class-id': 'x'}]}}";

    private static RestFixture rest;

    @BeforeAll
    static void start(@TempDir Path folder) {
        rest = new RestFixture(folder);
        rest.put(ACME + "/traffic-class/video", "{'qci': 2}");
        rest.put(ACME + "/template/gold", "{'default-behavior': 'ALLOW-ALL'}");
    }

    @AfterAll
    static void stop() {
        rest.close();
    }

    /** Endpoint, and what a reader of acme and somebody without rights are answered. */
    @ParameterizedTest
    @CsvSource({
        "GET,    /aether/v2.1.x/acme,                              200, 404",
        "HEAD,   /aether/v2.1.x/acme,                              200, 404",
        "GET,    /aether/v2.1.x/acme/traffic-class,                200, 404",
        "GET,    /aether/v2.1.x/acme/traffic-class/video,          200, 404",
        "GET,    /aether/v2.1.x/acme/template/gold,                404, 404",
        "GET,    /aether/v2.1.x/absent/site,                       404, 404",
        "GET,    /probe/v1.0.x/probe/things,                       404, 404",
        "PUT,    /aether/v2.1.x/acme/traffic-class/video,          403, 404",
        "POST,   /aether/v2.1.x/acme/traffic-class/video,          403, 404",
        "PATCH,  /aether/v2.1.x/acme/traffic-class/video,          403, 404",
        "DELETE, /aether/v2.1.x/acme/traffic-class/video,          403, 404",
        "PUT,    /probe/v1.0.x/probe/things,                       404, 404",
        "PATCH,  /aether-roc-api,                                  403, 404",
        "GET,    /targets,                                         200, 200",
        "GET,    /api/v1/targets,                                  200, 200",
        "GET,    /api/v1/targets/acme,                             200, 404",
        "GET,    /api/v1/targets/probe,                            404, 404",
        "GET,    /api/v1/targets/acme/pick-list?path=/traffic-class[traffic-class-id=x]/qci, 200, 404",
        "GET,    /api/v1/targets/acme/pick-list?path=/template[template-id=gold]/default-behavior, 404, 404",
        "GET,    /api/v1/transactions,                             200, 200",
        "GET,    /api/v1/transactions/3,                           200, 404",
        "GET,    /api/v1/transactions/1,                           404, 404",
        "GET,    /api/v1/models,                                   200, 200",
        "GET,    /api/v1/models/aether/2.1.0,                      200, 200",
        "GET,    /api/v1/models/aether/2.1.0/yang/onf-site,        200, 200",
        "PUT,    /api/v1/models/lamp/1.0.0,                        404, 404",
    })
    void endpointAsksWhoItIsAndWhatTheyMay(String method, String path, int reader, int nobody) {
        String body = method.equals("PATCH") && path.startsWith("/aether-roc") ? PATCH : "{}";
        Answer unknown = rest.sendAs("", method, path, body);

        assertThat(unknown.status()).isEqualTo(401);
        assertThat(unknown.header("www-authenticate")).contains("Bearer").contains("Basic");
        assertThat(unknown.header("content-type")).isEqualTo("application/problem+json");
        assertThat(rest.sendAs(RestFixture.basic("reader"), method, path, body).status())
                .isEqualTo(reader);
        assertThat(rest.sendAs(RestFixture.basic("nobody"), method, path, body).status())
                .isEqualTo(nobody);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/health",
        "/api/v1/ready",
        "/api/v1/live",
        "/openapi",
        "/openapi/aether/v2.1.x.json",
        "/openapi/aether/v2.1.x.yaml",
        "/openapi/ui/",
        "/openapi/ui/swagger-ui-bundle.js",
        "/openapi/ui/swagger-initializer.js",
    })
    void openEndpointNeedsNoCredentials(String path) {
        assertThat(rest.sendAs("", "GET", path, "").status()).isEqualTo(200);
    }

    @Test
    void rootLeadsToThePage() {
        Answer answer = rest.sendAs("", "GET", "/", "");

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("location")).endsWith("/openapi/ui/");
    }

    @Test
    void whatIsHiddenIsNotInWhatIsShown() {
        Answer all = rest.sendAs(RestFixture.basic("reader"), "GET", ACME, "");
        Answer targets = rest.sendAs(RestFixture.basic("reader"), "GET", "/targets", "");
        Answer none = rest.sendAs(RestFixture.basic("nobody"), "GET", "/api/v1/transactions", "");

        assertThat(all.json().has("traffic-class")).isTrue();
        assertThat(all.json().has("template")).isFalse();
        assertThat(targets.text()).isEqualTo("[{\"name\":\"acme\"}]");
        assertThat(none.json().get("transactions")).isEmpty();
    }

    @Test
    void loginGivesATokenThatServesUntilItExpires() {
        Answer login = rest.sendAs(RestFixture.basic("reader"), "POST", "/api/v1/login", "");
        String token = login.json().get("token").asText();

        assertThat(login.status()).isEqualTo(200);
        assertThat(login.json().get("expires").asText()).endsWith("Z");
        assertThat(rest.sendAs("Bearer " + token, "GET", ACME, "").status()).isEqualTo(200);
        assertThat(rest.sendAs("Bearer " + token + "x", "GET", ACME, "").status())
                .isEqualTo(401);
        assertThat(rest.sendAs("", "POST", "/api/v1/login", "").status()).isEqualTo(401);
        assertThat(rest.sendAs("Bearer " + token, "POST", "/api/v1/login", "").status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET    | /nowhere                                        | 404 | not-found",
                "GET    | /aether/v2.0.x/acme/site                        | 404 | not-found",
                "GET    | /other/v2.1.x/acme/site                         | 404 | not-found",
                "GET    | /aether/v2.1.x/ACME/site                        | 404 | not-found",
                "GET    | /aether/v2.1.x/acme/nonsense                    | 404 | not-found",
                "GET    | /aether/v2.1.x/acme/site?colour=red             | 400 | malformed",
                "GET    | /aether/v2.1.x/acme/site?depth=-1               | 400 | malformed",
                "GET    | /aether/v2.1.x/acme/site?depth=1&depth=2        | 400 | malformed",
                "GET    | /aether/v2.1.x/acme/site?content=none           | 400 | malformed",
                "PUT    | /aether/v2.1.x/acme/site?depth=1                | 400 | malformed",
                "PUT    | /aether/v2.1.x/acme/traffic-class/video?dry-run=maybe | 400 | malformed",
                "POST   | /aether/v2.1.x/acme/traffic-class/video/traffic-class-id | 405 | method-not-allowed",
                "DELETE | /targets                                        | 405 | method-not-allowed",
                "GET    | /api/v1/transactions/one                        | 400 | malformed",
                "GET    | /api/v1/transactions?limit=0                    | 400 | malformed",
                "GET    | /api/v1/models/aether/2.1.0/yang/absent         | 404 | not-found",
                "GET    | /api/v1/targets/acme/pick-list                  | 400 | malformed",
                "GET    | /api/v1/targets/acme/pick-list?path=x[          | 400 | malformed",
                "GET    | /api/v1/targets/acme/pick-list?path=/site       | 400 | malformed",
                "GET    | /api/v1/targets/acme/pick-list?path=/nothing    | 404 | not-found",
                "GET    | /api/v1/targets/acme/pick-list?path=/site&limit=0 | 400 | malformed",
                "GET    | /openapi/aether/v9.9.x.json                     | 404 | not-found",
                "GET    | /openapi/ui/absent.js                           | 404 | not-found",
                "PATCH  | /aether-roc-api                                 | 400 | malformed",
            })
    void mistakeIsAProblem(String method, String path, int status, String type) {
        Answer answer = rest.send(method, path, "");

        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(type);
        assertThat(answer.json().get("status").asInt()).isEqualTo(status);
        assertThat(answer.json().get("instance").asText()).isEqualTo(path.split("\\?", -1)[0]);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'qci': 2          | 400 | malformed",
                "{'qci': 2} x       | 400 | malformed",
                "nothing            | 400 | malformed",
                "{'qci': 2, 'qci': 3} | 400 | malformed",
                "[]                 | 422 | invalid",
                "{'qci': 'two'}     | 422 | invalid",
                "{'colour': 'red'}  | 422 | invalid",
                "{'qci': 99}        | 422 | invalid",
                "{'traffic-class-id': 'other'} | 422 | invalid",
            })
    void bodyThatDoesNotFitIsAProblem(String body, int status, String type) {
        Answer answer = rest.put(ACME + "/traffic-class/video", body);

        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(type);
    }

    @Test
    void bodyOfAnotherTypeOrTooLargeIsAProblem() {
        Answer xml = rest.put(ACME + "/traffic-class/video", "<a/>", "Content-Type", "application/xml");
        Answer large = rest.put(ACME + "/traffic-class/video", " ".repeat((1 << 20) + 1));

        assertThat(xml.status()).isEqualTo(415);
        assertThat(xml.problem()).isEqualTo("unsupported-media-type");
        assertThat(large.status()).isEqualTo(413);
        assertThat(large.problem()).isEqualTo("too-large");
    }

    @Test
    void whatHttpItselfRefusesIsAProblemToo() throws Exception {
        Answer request = RawHttp.send(rest, "GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n");
        Answer header = RawHttp.send(
                rest, "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nX: " + "x".repeat(20_000) + "\r\n\r\n");

        assertThat(request.status()).isEqualTo(400);
        assertThat(request.problem()).isEqualTo("malformed");
        assertThat(header.status()).isEqualTo(431);
        assertThat(header.problem()).isEqualTo("too-large");
    }
}
