package dev.trimtab.pluginhost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostSettingsTest {
    @TempDir
    private Path folder;

    private List<String> arguments;

    @BeforeEach
    void complete() throws IOException {
        arguments = new ArrayList<>(List.of("--port", "9400"));
        for (String name : List.of("jar", "certificate", "key", "authorities")) {
            arguments.add("--" + name);
            arguments.add(Files.createFile(folder.resolve(name)).toString());
        }
    }

    @Test
    void withoutAnAddressItListensAtTheLoopback() {
        HostSettings settings = HostSettings.parse(arguments);

        assertThat(settings.address()).isEqualTo("127.0.0.1");
        assertThat(settings.port()).isEqualTo(9400);
        assertThat(settings.key()).isEqualTo(folder.resolve("key"));
    }

    @ParameterizedTest
    @CsvSource({"--jar", "--port", "--certificate", "--key", "--authorities"})
    void missingOptionIsNamed(String option) {
        int at = arguments.indexOf(option);
        arguments.subList(at, at + 2).clear();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> HostSettings.parse(arguments))
                .withMessage(option + " is missing");
    }

    @ParameterizedTest
    @CsvSource({
        "--port, 65536, port 65536 is not 0 to 65535",
        "--port, many, --port 'many' is not a number",
        "--key, absent, file absent cannot be read",
        "--colour, red, '--colour' is no option",
    })
    void wrongOptionIsNamed(String option, String value, String reason) {
        arguments.addAll(List.of(option, value));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> HostSettings.parse(arguments))
                .withMessageContaining(reason);
    }

    @Test
    void optionWithoutAValueIsNamed() {
        arguments.add("--address");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> HostSettings.parse(arguments))
                .withMessageContaining("--address");
    }
}
