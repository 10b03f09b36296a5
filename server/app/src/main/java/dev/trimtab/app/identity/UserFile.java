package dev.trimtab.app.identity;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The users on disk: {@code {"users": [{"name": "admin", "password": "$argon2id$...", "groups": ["administrator"]}]}}. */
record UserFile(PrivateFile file) {
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES);

    record Entry(
            @JsonProperty("name") String name,
            @JsonProperty("password") String password,
            @JsonProperty("groups") List<String> groups) {}

    record Content(@JsonProperty("users") List<Entry> users) {}

    /**
     * The users by name; empty when there is no file yet.
     *
     * @throws IllegalStateException when the file is not what this class writes: who may sign in must not be guessed
     */
    Optional<Map<String, User>> read() {
        try {
            return file.read().map(this::parse);
        } catch (IOException e) {
            throw new UncheckedIOException("the user file " + file.path() + " cannot be read", e);
        }
    }

    private Map<String, User> parse(byte[] bytes) {
        Map<String, User> users = new TreeMap<>();
        try {
            for (Entry entry : JSON.readValue(bytes, Content.class).users()) {
                var user = new User(entry.name(), PasswordHash.parse(entry.password()), Set.copyOf(entry.groups()));
                if (users.put(user.name(), user) != null) {
                    throw new IllegalArgumentException("user '" + user.name() + "' is there twice");
                }
            }
        } catch (JsonProcessingException e) {
            // Without the cause, whose message may quote the file.
            throw new IllegalStateException("the user file " + file.path() + " is wrong at " + place(e));
        } catch (IOException | IllegalArgumentException | NullPointerException e) {
            throw new IllegalStateException("the user file " + file.path() + " is wrong: " + e.getMessage(), e);
        }
        return users;
    }

    private static String place(JsonProcessingException e) {
        return e.getLocation() == null
                ? "an unknown place"
                : "line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
    }

    void write(Collection<User> users) {
        List<Entry> entries = users.stream()
                .sorted(Comparator.comparing(User::name))
                .map(user -> new Entry(
                        user.name(),
                        user.password().text(),
                        user.groups().stream().sorted().toList()))
                .toList();
        try {
            file.write(JSON.writeValueAsBytes(new Content(entries)));
        } catch (IOException e) {
            throw new UncheckedIOException("the user file " + file.path() + " cannot be written", e);
        }
    }
}
