package dev.trimtab.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.app.rest.RestFixture.Answer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** RFC 7952 in the bodies of resources. */
final class AnnotationsTest {
    private static final String THING = "/probe/v1.0.x/probe/things/thing/a";
    private static final String BODY = "{'@':{'probe:by':'me'},'big':'1','@big':{'probe:seen':'1','probe:by':'me'},"
            + "'tag':['t'],'@tag':[{'probe:seen':'2'}],'part':[{'@':{'probe:seen':'3'},'kind':'k','number':1}]}";

    private RestFixture rest;

    @BeforeEach
    void start(@TempDir Path folder) {
        rest = new RestFixture(folder);
    }

    @AfterEach
    void stop() {
        rest.close();
    }

    private String read() {
        return rest.get(THING).text().replace('"', '\'');
    }

    @Test
    @DisplayName("MD-2: annotations that are put with a resource are read with it, and what is read can be put again")
    void annotationsComeBack() {
        Answer put = rest.put(THING, BODY);

        assertThat(put.status()).as(put.text()).isEqualTo(201);
        assertThat(read())
                .isEqualTo("{'@':{'probe:by':'me'},'name':'a','big':'1','@big':{'probe:by':'me','probe:seen':'1'},"
                        + "'tag':['t'],'@tag':[{'probe:seen':'2'}],"
                        + "'part':[{'@':{'probe:seen':'3'},'kind':'k','number':1}]}");
        assertThat(rest.get("/probe/v1.0.x/probe/things/thing/a/part").text())
                .startsWith("[{\"@\":{\"probe:seen\":\"3\"},");
        assertThat(rest.put(THING, read()).json().get("changed").asBoolean()).isFalse();
    }

    @Test
    @DisplayName("MD-2: a merge patch adds annotations, and deletes those that are null")
    void patchMergesAnnotations() {
        rest.put(THING, BODY);

        Answer patched = rest.patch(
                THING,
                "{'@':null,'@big':{'probe:seen':'7','probe:by':null},'tag':['t'],'@tag':[null],"
                        + "'part':[{'kind':'k','number':1,'@':{'probe:seen':null}}]}");

        assertThat(patched.status()).as(patched.text()).isEqualTo(200);
        assertThat(read())
                .isEqualTo("{'name':'a','big':'1','@big':{'probe:seen':'7'},'tag':['t'],'@tag':[{'probe:seen':'2'}],"
                        + "'part':[{'kind':'k','number':1}]}");
    }

    @Test
    @DisplayName("MD-2: annotations that do not fit are refused with path, rule and value")
    void otherAnnotationsAreRefused() {
        Answer refused = rest.put(THING, "{'big':'1','@big':{'probe:gone':'1','probe:seen':'x'}}");

        assertThat(refused.problem()).isEqualTo("invalid");
        assertThat(refused.text())
                .contains(
                        "/things/thing[name=a]/@big/probe:gone", "/things/thing[name=a]/@big/probe:seen", "annotation");
        assertThat(rest.put(THING, "{'@big':{'probe:seen':'1'}}").text()).contains("/things/thing[name=a]/@big");
    }
}
