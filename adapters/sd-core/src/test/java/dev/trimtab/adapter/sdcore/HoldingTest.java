package dev.trimtab.adapter.sdcore;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoldingTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"a": 1}            | {"a": 1, "name": "x"}  | true
            {"a": 1}            | {"a": 2}               | false
            {"a": 1}            | {}                     | false
            {"a": 0, "b": ""}   | {}                     | true
            {"a": [1, 2]}       | {"a": [1, 2]}          | true
            {"a": [1, 2]}       | {"a": [1]}             | false
            {"a": []}           | {}                     | true
            {"a": {"b": "c"}}   | {"a": {"b": "d"}}      | false
            {"a": 18446744073709551615} | {"a": 18446744073709551615} | true
            """)
    void aCoreMayAddMembersAndLeaveOutEmptyOnes(String sent, String held, boolean expected) throws Exception {
        assertThat(Holding.isHeld(JSON.readTree(sent), JSON.readTree(held))).isEqualTo(expected);
    }
}
