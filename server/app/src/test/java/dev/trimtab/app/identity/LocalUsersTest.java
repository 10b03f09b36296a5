package dev.trimtab.app.identity;

import static dev.trimtab.app.identity.Failures.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.trimtab.app.identity.LocalUsers.Account;
import dev.trimtab.core.failure.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalUsersTest {
    private static final String PASSWORD = "correct horse";

    @TempDir
    private Path folder;

    private final ManualClock clock = new ManualClock();
    private LocalUsers users;
    private String adminPassword;

    @BeforeEach
    void open() {
        LocalUsers.Opened opened = LocalUsers.open(folder, clock);
        users = opened.users();
        adminPassword = opened.firstPassword().orElseThrow();
    }

    private String file() throws Exception {
        return Files.readString(folder.resolve("users.json"));
    }

    @Test
    void firstStartMakesAnAdministratorWhosePasswordIsToldOnce() throws Exception {
        assertThat(adminPassword).hasSize(20);
        assertThat(users.accounts()).containsExactly(new Account("admin", Set.of("administrator")));
        assertThat(users.verify("admin", adminPassword).groups()).containsExactly("administrator");
        assertThat(file()).doesNotContain(adminPassword);

        LocalUsers.Opened again = LocalUsers.open(folder, clock);
        assertThat(again.firstPassword()).isEmpty();
        assertThat(again.users().verify("admin", adminPassword).name()).isEqualTo("admin");
    }

    @Test
    void firstPasswordIsNotInItsPrintedForm() {
        assertThat(LocalUsers.open(folder.resolve("other"), clock).toString()).isEqualTo("Opened[firstPassword=...]");
    }

    @Test
    void fileIsItsOwnersAlone() throws Exception {
        users.add("olga", PASSWORD, Set.of("operator"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("users.json"))))
                .isEqualTo("rw-------");
        try (var files = Files.list(folder)) {
            assertThat(files).as("no draft is left").containsExactly(folder.resolve("users.json"));
        }
    }

    @Test
    void modeThatLetsOthersReadIsNarrowed() throws Exception {
        Path path = folder.resolve("users.json");
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-rw-r--"));

        LocalUsers.open(folder, clock);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
    }

    @Test
    void changesOutliveARestart() {
        users.add("olga", PASSWORD, Set.of("operator@acme", "subscriber-data"));
        users.add("rita", PASSWORD, Set.of("reader"));
        users.setPassword("rita", "battery staple");
        users.setGroups("rita", Set.of("operator"));
        users.remove("olga");

        LocalUsers again = LocalUsers.open(folder, clock).users();

        assertThat(again.accounts())
                .containsExactly(
                        new Account("admin", Set.of("administrator")), new Account("rita", Set.of("operator")));
        assertThat(again.verify("rita", "battery staple").groups()).containsExactly("operator");
    }

    @ParameterizedTest
    @CsvSource({"admin, wrong", "admin, ''", "nobody, wrong", "'', ''", "ADMIN, wrong", "'admin\0', x"})
    void wrongNameAndWrongPasswordGetTheSameAnswer(String name, String password) {
        assertThat(failure(Failure.Unauthenticated.class, () -> users.verify(name, password))
                        .message())
                .isEqualTo("the user's name or password is wrong");
    }

    @Test
    void unknownUserCostsAsMuchTimeAsAWrongPassword() {
        users.add("olga", PASSWORD, Set.of("operator"));
        for (int i = 0; i < 3; i++) {
            wrong("olga");
            wrong("nobody");
        }
        clock.advance(SignInThrottle.FORGOTTEN_AFTER.plusSeconds(1));

        long known = Long.MAX_VALUE;
        long unknown = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            known = Math.min(known, wrong("olga"));
            unknown = Math.min(unknown, wrong("nobody"));
        }

        // The least of five, and wide bounds: the machine has other work; without the equal work they differ a
        // hundredfold.
        assertThat((double) unknown / known).isBetween(0.25, 4.0);
    }

    private long wrong(String name) {
        long start = System.nanoTime();
        failure(Failure.Unauthenticated.class, () -> users.verify(name, "wrong " + start));
        return System.nanoTime() - start;
    }

    @Test
    void checkedPasswordIsRecognisedForAMinute() {
        User first = users.verify("admin", adminPassword);
        long start = System.nanoTime();
        for (int i = 0; i < 1_000; i++) {
            assertThat(users.verify("admin", adminPassword)).isSameAs(first);
        }

        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .as("a thousand checks would take 20 s")
                .isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void recognisedCredentialsEndWithAChangeOfTheUser() {
        users.add("olga", PASSWORD, Set.of("operator"));
        assertThat(users.verify("olga", PASSWORD).groups()).containsExactly("operator");

        users.setGroups("olga", Set.of("reader"));
        assertThat(users.verify("olga", PASSWORD).groups()).containsExactly("reader");

        users.setPassword("olga", "battery staple");
        failure(Failure.Unauthenticated.class, () -> users.verify("olga", PASSWORD));
        assertThat(users.verify("olga", "battery staple").name()).isEqualTo("olga");

        users.remove("olga");
        failure(Failure.Unauthenticated.class, () -> users.verify("olga", "battery staple"));
    }

    @Test
    void nameAndPasswordAreNotMixedUp() {
        users.add("ab", "c:12345678", Set.of());
        users.verify("ab", "c:12345678");

        failure(Failure.Unauthenticated.class, () -> users.verify("ab:c", "12345678"));
        failure(Failure.Unauthenticated.class, () -> users.verify("abc", ":12345678"));
    }

    @Test
    void guesserHasToWaitLongerEachTime() {
        for (int i = 0; i < SignInThrottle.FREE_ATTEMPTS; i++) {
            failure(Failure.Unauthenticated.class, () -> users.verify("admin", "wrong"));
        }

        for (int seconds : List.of(1, 2, 4, 8, 16, 32, 60, 60)) {
            assertThat(failure(Failure.Throttled.class, () -> users.verify("admin", "wrong"))
                            .retryAfter())
                    .isEqualTo(Duration.ofSeconds(seconds));
            clock.advance(Duration.ofSeconds(seconds));
            failure(Failure.Unauthenticated.class, () -> users.verify("admin", "wrong"));
        }
        assertThat(failure(Failure.Throttled.class, () -> users.verify("admin", adminPassword))
                        .message())
                .contains("too many failed sign-ins");
    }

    @Test
    void unknownUserIsThrottledLikeAKnownOne() {
        for (int i = 0; i < SignInThrottle.FREE_ATTEMPTS; i++) {
            failure(Failure.Unauthenticated.class, () -> users.verify("nobody", "wrong"));
        }

        failure(Failure.Throttled.class, () -> users.verify("nobody", "wrong"));
        assertThat(users.verify("admin", adminPassword).name())
                .as("others are not")
                .isEqualTo("admin");
    }

    @Test
    void runningClientIsNotShutOutByAGuesser() {
        users.verify("admin", adminPassword);
        for (int i = 0; i < SignInThrottle.FREE_ATTEMPTS; i++) {
            failure(Failure.Unauthenticated.class, () -> users.verify("admin", "wrong"));
        }
        failure(Failure.Throttled.class, () -> users.verify("admin", "wrong"));

        assertThat(users.verify("admin", adminPassword).name()).isEqualTo("admin");

        clock.advance(LocalUsers.VERIFIED_FOR.plusSeconds(1));
        assertThat(users.verify("admin", adminPassword).name()).isEqualTo("admin");
        failure(Failure.Unauthenticated.class, () -> users.verify("admin", "wrong"));
    }

    @Test
    void clientsThatStartTogetherAreCheckedOnceAndNotThrottled() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<User> call = () -> users.verify("admin", adminPassword);

            for (Future<User> user : threads.invokeAll(java.util.Collections.nCopies(64, call))) {
                assertThat(user.get().name()).isEqualTo("admin");
            }
        }
    }

    @Test
    void lastAdministratorStays() throws Exception {
        String before = file();

        failure(Failure.FailedPrecondition.class, () -> users.remove("admin"));
        failure(Failure.FailedPrecondition.class, () -> users.setGroups("admin", Set.of("operator")));
        assertThat(file()).isEqualTo(before);

        users.add("alma", PASSWORD, Set.of("administrator"));
        users.remove("admin");
        assertThat(users.accounts()).containsExactly(new Account("alma", Set.of("administrator")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a:b", "-a", "a\n", "\u00e9"})
    void oddNamesAreRefused(String name) {
        failure(Failure.Malformed.class, () -> users.add(name, PASSWORD, Set.of()));
        failure(Failure.Malformed.class, () -> users.add("olga", PASSWORD, Set.of(name)));
        assertThat(users.accounts()).hasSize(1);
    }

    @Test
    void passwordHasEightTo256Characters() {
        failure(Failure.Malformed.class, () -> users.add("olga", "x".repeat(7), Set.of()));
        failure(Failure.Malformed.class, () -> users.add("olga", "x".repeat(257), Set.of()));
        users.add("olga", "x".repeat(8), Set.of());
        users.setPassword("olga", "x".repeat(256));

        assertThat(users.verify("olga", "x".repeat(256)).name()).isEqualTo("olga");
        failure(Failure.Unauthenticated.class, () -> users.verify("olga", "x".repeat(257)));
    }

    @Test
    void unknownAndExistingUsersAreTold() {
        failure(Failure.FailedPrecondition.class, () -> users.add("admin", PASSWORD, Set.of()));
        failure(Failure.NotFound.class, () -> users.remove("nobody"));
        failure(Failure.NotFound.class, () -> users.setPassword("nobody", PASSWORD));
        failure(Failure.NotFound.class, () -> users.setGroups("nobody", Set.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{}",
                "{\"users\": null}",
                "{\"users\": [null]}",
                "{\"users\": [{\"name\": \"a\", \"password\": \"topsecret\", \"groups\": []}]}",
                "{\"users\": [{\"name\": \"a\", \"groups\": []}]}",
                "{\"users\": [], \"more\": 1}",
                "{\"users\": []} x",
            })
    void fileThatIsNoUserFileStopsTheStartAndIsKept(String content) throws Exception {
        Files.writeString(folder.resolve("users.json"), content);

        assertThatIllegalStateException()
                .isThrownBy(() -> LocalUsers.open(folder, clock))
                .withMessageContaining("users.json")
                .withMessageNotContaining("topsecret");
        assertThat(file()).isEqualTo(content);
    }

    @Test
    void userThatIsThereTwiceStopsTheStart() throws Exception {
        String entry = file().substring(file().indexOf("[ {") + 2, file().lastIndexOf(']'));
        Files.writeString(folder.resolve("users.json"), "{\"users\": [" + entry + "," + entry + "]}");

        assertThatIllegalStateException()
                .isThrownBy(() -> LocalUsers.open(folder, clock))
                .withMessageContaining("twice");
    }
}
