package dev.trimtab.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.cli.client.Json;
import org.junit.jupiter.api.Test;

class DocumentTextTest {

    @Test
    void textsThatYamlWouldReadAsSomethingElseAreQuoted() {
        assertThat(DocumentText.yaml(
                        Json.parse("{\"a\": \"1\", \"b\": \"no\", \"c\": \"x y\", \"d\": [1, true, null]}")))
                .isEqualTo("""
                        a: "1"
                        b: "no"
                        c: x y
                        d:
                        - 1
                        - true
                        - null""");
    }

    @Test
    void numbersKeepTheirDigits() {
        assertThat(DocumentText.json(Json.parse("[1.10]"))).isEqualTo("[ 1.10 ]");
    }
}
