package dev.trimtab.app.gnmi;

import static dev.trimtab.app.gnmi.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status.Code;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 7951 as a client sees it: what it sets, what it gets back, and what is refused without a trace. */
class JsonIetfTest extends GnmiTest {

    @ParameterizedTest(name = "{0}: {1}")
    @DisplayName("JS-2, JS-3, JS-6, JS-7, JS-8, JS-9, JS-10, JS-15: each type comes back in its canonical JSON")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "signed | -32768                   | -32768",
                "size   | 1e1                      | 10",
                "big    | \"0018446744073709551615\" | \"18446744073709551615\"",
                "ratio  | \"-92233720368547758.08\"  | \"-92233720368547758.08\"",
                "ratio  | \"+1\"                     | \"1.0\"",
                "on     | true                     | true",
                "mode   | \"slow\"                   | \"slow\"",
                "flags  | \"up  down\"               | \"down up\"",
                "blob   | \"AQI=\"                   | \"AQI=\"",
                "like   | \"007\"                    | \"7\"",
                "hue    | \"red\"                    | \"demo:red\"",
                "mark   | [null]                   | [null]",
                "port   | 80                       | 80",
                "port   | \"80\"                     | \"80\"",
                "port   | \"any\"                    | \"any\"",
                "extra  | {\"b\": 1.10, \"a\": [null]}  | {\"b\":1.10,\"a\":[null]}",
                "any    | [1e400, {\"x\": {}}]       | [1e400,{\"x\":{}}]",
                "any    | null                     | null",
                "tag    | [\"z\", \"a\"]               | [\"z\",\"a\"]"
            })
    void valueComesBackInItsCanonicalJson(String leaf, String json, String canonical) {
        client.update(target, "/box/" + leaf, json);

        assertThat(client.read(target, "/box/" + leaf)).isEqualTo(canonical);
        assertThat(client.config(target)).contains("\"" + leaf + "\":" + canonical);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @DisplayName("JS-2, JS-3, JS-6, JS-7, JS-8, JS-9, JS-10, JS-13, JS-15: other JSON is refused and changes nothing")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "signed | \"1\"",
                "signed | 1.5",
                "signed | 32768",
                "big    | 7",
                "big    | \"18446744073709551616\"",
                "ratio  | 1.5",
                "ratio  | \"1.001\"",
                "on     | \"true\"",
                "mode   | \"Slow\"",
                "flags  | \"up up\"",
                "flags  | [\"up\"]",
                "blob   | \"AQI\"",
                "like   | 7",
                "hue    | \"d:red\"",
                "mark   | null",
                "mark   | true",
                "port   | true",
                "extra  | [1]",
                "extra  | {\"a\": \"\\ud83d\"}",
                "tag    | \"z\"",
                "tag    | [null]"
            })
    void otherJsonIsRefused(String leaf, String json) {
        client.update(target, "/box/name", "\"before\"");

        String sentence =
                refused(Code.INVALID_ARGUMENT, client, target, () -> client.update(target, "/box/" + leaf, json));

        assertThat(sentence).contains("/box/" + leaf);
    }

    @Test
    @DisplayName("JS-1: a client may qualify every name, and sees modules at the top only")
    void namesMayBeQualified() {
        client.update(target, "/", "{\"demo:box\":{\"demo:inner\":{\"demo:deep\":\"x\"}}}");

        assertThat(client.config(target)).startsWith("{\"demo:box\":{").contains("\"inner\":{\"deep\":\"x\"");
        assertThat(client.read(target, "/box/inner")).startsWith("{\"demo:deep\":\"x\"");
        refused(Code.INVALID_ARGUMENT, client, target, () -> client.update(target, "/", "{\"box\":{}}"));
        refused(Code.INVALID_ARGUMENT, client, target, () -> client.update(target, "/", "{\"d:box\":{}}"));
    }

    @Test
    @DisplayName("JS-12, JS-13: an empty container with presence is there; one without, and an empty array, are not")
    void emptyContainers() {
        client.update(target, "/box", "{\"temporary\":{},\"inner\":{},\"tag\":[]}");

        assertThat(client.config(target)).contains("\"temporary\":{").doesNotContain("tag");
    }
}
