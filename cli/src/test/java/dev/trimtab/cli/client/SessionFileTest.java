package dev.trimtab.cli.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionFileTest {
    private static final Session SESSION =
            new Session(URI.create("http://127.0.0.1:8080"), "admin", "secret", "2026-11-21T10:00:00Z");

    @TempDir
    Path folder;

    @Test
    void sessionIsReadBackAndOnlyItsOwnerCanReadIt() throws IOException {
        var file = new SessionFile(folder.resolve("new/session.json"));

        file.save(new Session(SESSION.server(), "other", "older", ""));
        file.save(SESSION);

        assertThat(file.load()).contains(SESSION);
        assertThat(Files.getPosixFilePermissions(file.path())).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(folder.resolve("new")).isDirectoryNotContaining("glob:**/.session*");
    }

    @Test
    void nobodyIsLoggedInWithoutTheFile() throws IOException {
        assertThat(new SessionFile(folder.resolve("none.json")).load()).isEmpty();
    }

    @Test
    void damagedFileIsToldWithWhatToDo() throws IOException {
        Path file = Files.writeString(folder.resolve("session.json"), "{");

        assertThatExceptionOfType(WrongInputException.class)
                .isThrownBy(() -> new SessionFile(file).load())
                .withMessageContaining("log in again");
    }

    @Test
    void tokenIsNotInTheTextOfASession() {
        assertThat(SESSION).hasToString("Session[admin at http://127.0.0.1:8080]");
    }
}
