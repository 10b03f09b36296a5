package dev.trimtab.app.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.trimtab.core.failure.Failure;
import dev.trimtab.core.failure.FailureException;
import dev.trimtab.model.Path;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The users that this server knows by itself: the file {@code users.json} of the data folder.
 *
 * <p>Checking a password is made expensive, see {@link PasswordHash}. A client that sends name and password with every call is
 * checked once a minute; in between, its credentials are recognised by a digest under a key that is never stored. A change of
 * the user ends that at once. May be called from any number of threads; changes made to the file by others are seen at the
 * next start.
 */
public final class LocalUsers {
    /** Group that may do everything; one user is always in it. */
    public static final String ADMINISTRATOR = "administrator";

    static final Duration VERIFIED_FOR = Duration.ofMinutes(1);
    private static final int VERIFIED_MAX = 10_000;
    private static final int PASSWORD_CHARACTERS_MIN = 8;
    private static final int PASSWORD_CHARACTERS_MAX = 256;
    /** Password checks at one time: each takes 19 MiB and a processor. */
    private static final int CHECKS_MAX = 4;

    private static final Duration CHECK_WAIT_MAX = Duration.ofSeconds(2);
    private static final int FIRST_PASSWORD_BYTES = 15;

    private final UserFile file;
    private final SecureRandom random;
    private final SignInThrottle throttle;
    private final Semaphore checks = new Semaphore(CHECKS_MAX);
    private final byte[] digestKey = new byte[32];
    private final Cache<String, User> verified;
    private volatile Map<String, User> users;

    /**
     * What {@link #open} found.
     *
     * @param firstPassword the password of the user {@code admin} when the file was made just now; it is not kept anywhere else
     */
    public record Opened(LocalUsers users, Optional<String> firstPassword) {
        @Override
        public String toString() {
            return "Opened[firstPassword=" + (firstPassword.isPresent() ? "..." : "none") + "]";
        }
    }

    /** A user as others may see it. */
    public record Account(String name, Set<String> groups) {}

    private LocalUsers(UserFile file, Map<String, User> users, SecureRandom random, Clock clock) {
        this.file = file;
        this.users = users;
        this.random = random;
        this.throttle = new SignInThrottle(clock);
        this.verified = Caffeine.newBuilder()
                .maximumSize(VERIFIED_MAX)
                .expireAfterWrite(VERIFIED_FOR)
                .ticker(() -> clock.millis() * 1_000_000)
                .build();
        random.nextBytes(digestKey);
    }

    /**
     * Opens the user file, or makes one with the user {@code admin} in the group {@code administrator}.
     *
     * @throws IllegalStateException when there is a file and it is not a user file
     */
    public static Opened open(java.nio.file.Path dataFolder, Clock clock) {
        var file = new UserFile(new PrivateFile(dataFolder.resolve("users.json")));
        var random = new SecureRandom();
        Optional<Map<String, User>> present = file.read();
        if (present.isPresent()) {
            return new Opened(new LocalUsers(file, present.get(), random, clock), Optional.empty());
        }
        byte[] bytes = new byte[FIRST_PASSWORD_BYTES];
        random.nextBytes(bytes);
        String password = Base64.getUrlEncoder().encodeToString(bytes);
        var admin = new User("admin", PasswordHash.of(password, random), Set.of(ADMINISTRATOR));
        file.write(List.of(admin));
        return new Opened(new LocalUsers(file, Map.of(admin.name(), admin), random, clock), Optional.of(password));
    }

    /** The user with this name and password; throws {@code Unauthenticated} when there is none, {@code Throttled} to a guesser. */
    User verify(String name, String password) {
        String key = digest(name, password);
        while (true) {
            User user = verified.get(key, _ -> check(name, password));
            if (user.equals(users.get(name))) {
                return user;
            }
            verified.asMap().remove(key, user); // The user was changed since the password was checked.
        }
    }

    private User check(String name, String password) {
        acquire();
        try {
            throttle.begin(name.length() > 64 ? name.substring(0, 64) : name);
            User user = users.get(name);
            PasswordHash hash = user == null ? PasswordHash.OF_NOBODY : user.password();
            boolean matches = password.length() <= PASSWORD_CHARACTERS_MAX && hash.matches(password);
            if (user == null || !matches) {
                throw new Failure.Unauthenticated("the user's name or password is wrong").asException();
            }
            throttle.succeeded(name);
            return user;
        } finally {
            checks.release();
        }
    }

    private void acquire() {
        try {
            if (checks.tryAcquire(CHECK_WAIT_MAX.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new Failure.Throttled("too many sign-ins at once, try again", CHECK_WAIT_MAX).asException();
    }

    private String digest(String name, String password) {
        byte[] text = (name.length() + ":" + name + password).getBytes(StandardCharsets.UTF_8);
        byte[] keyed = Arrays.copyOf(digestKey, digestKey.length + text.length);
        System.arraycopy(text, 0, keyed, digestKey.length, text.length);
        return Base64.getEncoder().encodeToString(User.sha256(keyed));
    }

    Optional<User> find(String name) {
        return Optional.ofNullable(users.get(name));
    }

    /** All users, by name. */
    public List<Account> accounts() {
        return users.values().stream()
                .map(user -> new Account(user.name(), user.groups()))
                .sorted(Comparator.comparing(Account::name))
                .toList();
    }

    /** Throws {@code FailedPrecondition} when there is a user of this name, {@code Malformed} for a name, group or password. */
    public synchronized void add(String name, String password, Set<String> groups) {
        if (users.containsKey(name)) {
            throw new Failure.FailedPrecondition("there is a user '" + name + "' already").asException();
        }
        change(name, user(name, hash(password), groups));
    }

    /** Throws {@code NotFound} when there is no such user, {@code Malformed} for a password that is too short or too long. */
    public synchronized void setPassword(String name, String password) {
        User user = existing(name);
        change(name, user(name, hash(password), user.groups()));
    }

    /** Throws {@code NotFound} when there is no such user, {@code FailedPrecondition} for the last administrator. */
    public synchronized void setGroups(String name, Set<String> groups) {
        User user = existing(name);
        change(name, user(name, user.password(), groups));
    }

    /** Throws {@code NotFound} when there is no such user, {@code FailedPrecondition} for the last administrator. */
    public synchronized void remove(String name) {
        existing(name);
        change(name, null);
    }

    private void change(String name, @Nullable User user) {
        Map<String, User> changed = new TreeMap<>(users);
        if (user == null) {
            changed.remove(name);
        } else {
            changed.put(name, user);
        }
        if (changed.values().stream().noneMatch(each -> each.groups().contains(ADMINISTRATOR))) {
            throw new Failure.FailedPrecondition("one user must be in the group " + ADMINISTRATOR).asException();
        }
        file.write(changed.values());
        users = Map.copyOf(changed);
    }

    private User existing(String name) {
        return find(name).orElseThrow(() -> new Failure.NotFound("there is no user '" + name + "'").asException());
    }

    private PasswordHash hash(String password) {
        int characters = password.codePointCount(0, password.length());
        if (characters < PASSWORD_CHARACTERS_MIN || password.length() > PASSWORD_CHARACTERS_MAX) {
            throw malformed(
                    "a password has " + PASSWORD_CHARACTERS_MIN + " to " + PASSWORD_CHARACTERS_MAX + " characters");
        }
        return PasswordHash.of(password, random);
    }

    private static User user(String name, PasswordHash password, Set<String> groups) {
        try {
            return new User(name, password, groups);
        } catch (IllegalArgumentException e) {
            throw malformed(e.getMessage());
        }
    }

    private static FailureException malformed(@Nullable String message) {
        return new Failure.Malformed(Path.ROOT, String.valueOf(message)).asException();
    }
}
