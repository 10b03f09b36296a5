package dev.trimtab.cli.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** Keeps the session between commands, in a file that only its owner can read. */
public final class SessionFile {
    private final Path file;

    public SessionFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    public Path path() {
        return file;
    }

    /**
     * Reads the session; empty when nobody logged in.
     *
     * @throws WrongInputException when the file holds something else
     */
    public Optional<Session> load() throws IOException {
        try {
            JsonNode json = Json.parse(Files.readString(file));
            return Optional.of(new Session(
                    URI.create(json.path("server").asText()),
                    json.path("user").asText(),
                    json.path("token").asText(),
                    json.path("expires").asText()));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (WrongInputException e) {
            throw new WrongInputException("the session file " + file + " is damaged; log in again", e);
        }
    }

    /** Replaces the session; a reader sees the old one or the new one, whole. */
    public void save(Session session) throws IOException {
        String json = Json.object()
                .put("server", session.server().toString())
                .put("user", session.user())
                .put("token", session.token())
                .put("expires", session.expires())
                .toPrettyString();
        Path folder = file.resolveSibling(".").normalize();
        Files.createDirectories(folder);
        Path written = Files.createTempFile(folder, ".session", ".json", ownerOnly());
        try {
            Files.write(written, json.getBytes(StandardCharsets.UTF_8));
            Files.move(written, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
