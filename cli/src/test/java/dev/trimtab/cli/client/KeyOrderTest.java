package dev.trimtab.cli.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyOrderTest {
    private static final JsonNode PATHS = Json.parse("""
            {"/net/v1.0.x/{target}": {},
             "/net/v1.0.x/{target}/interface/{name}": {},
             "/net/v1.0.x/{target}/interface/{name}/address/{ip}/{prefix}": {},
             "/net/v1.0.x/{target}/interface/{name}/rule/{rule-name}/{rule-name-2}": {},
             "/net/v1.0.x/{target}/interface/{name}/route/{route-name}/{metric}": {}}""");

    @Test
    void keysStandInTheOrderOfTheTemplate() {
        assertThat(order("/interface[name=e]/address[prefix=24][ip=10.0.0.1]")).containsExactly("ip", "prefix");
    }

    @Test
    void keyThatAListAboveHasTooIsFoundUnderItsLongerName() {
        assertThat(order("/interface[name=e]/route[metric=1][name=r]")).containsExactly("name", "metric");
    }

    @Test
    void namesOfModulesDoNotMatter() {
        assertThat(order("/net:interface[name=e]/net:address[net:prefix=24][ip=10.0.0.1]"))
                .containsExactly("ip", "net:prefix");
    }

    @Test
    void keyThatTheListDoesNotHaveIsRefusedWithTheOneItHas() {
        assertThatExceptionOfType(WrongInputException.class)
                .isThrownBy(() -> order("/interface[name=e]/address[prefix=24][address=10.0.0.1]"))
                .withMessageContaining("has a key 'ip'")
                .withMessageContaining("[address, prefix]");
    }

    @Test
    void listThatTheModelDoesNotHaveIsRefused() {
        assertThatExceptionOfType(WrongInputException.class)
                .isThrownBy(() -> order("/interface[name=e]/neighbour[ip=10.0.0.1][prefix=24]"))
                .withMessageContaining("no list 'neighbour'");
    }

    private static List<String> order(String path) {
        return KeyOrder.of(PATHS, ConfigPath.parse(path).steps());
    }
}
