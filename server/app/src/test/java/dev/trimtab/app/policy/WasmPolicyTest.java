package dev.trimtab.app.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.trimtab.core.authz.PolicyDecision;
import dev.trimtab.core.authz.PolicyDecision.Access;
import dev.trimtab.model.Path;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class WasmPolicyTest {
    private static final List<String> ACTIONS = List.of("read", "write", "subscribe", "rollback", "admin");
    private static final WasmPolicy POLICY = WasmPolicy.bundled();
    private static final Path OWN_ENTRY = Path.parse("/system/targets/target[name=acme]");
    private static final Path OTHER_ENTRY = Path.parse("/system/targets/target[name=other]");
    private static final Path IMSI = Path.parse("/site[site-id=a]/sim-card[sim-id=1]/imsi");
    private static final Path ICCID_OF_2_0 =
            Path.parse("/enterprises/enterprise[ent-id=e]/site[site-id=a]/sim-card[sim-id=1]/iccid");
    private static final Path SLICE = Path.parse("/site[site-id=a]/slice[slice-id=s]");

    /** Letters: r read, w write, s subscribe, b rollback, a admin; small for part of the target, capital for all of it. */
    @ParameterizedTest(name = "groups: {0}")
    @CsvSource({
        // groups,                             acme,  other, system
        "administrator,                        RWSBA, RWSBA, RWSBA",
        "operator,                             RWSB,  RWSB,  RS",
        "reader,                               rs,    rs,    RS",
        "reader subscriber-data,               RS,    RS,    RS",
        "administrator@acme,                   RWSBA, '',    rs",
        "operator@acme,                        RWSB,  '',    rs",
        "reader@acme,                          rs,    '',    rs",
        "reader@acme subscriber-data,          RS,    '',    rs",
        "reader@acme subscriber-data@acme,     RS,    '',    rs",
        "reader@acme subscriber-data@other,    rs,    '',    rs",
        "reader operator@acme,                 RWSB,  rs,    RS",
        "reader@other operator@acme,           RWSB,  rs,    rs",
        "administrator@system,                 '',    '',    rs",
        "subscriber-data,                      '',    '',    ''",
        "subscriber-data@acme,                 '',    '',    ''",
        "staff,                                '',    '',    ''",
        "staff@acme,                           '',    '',    ''",
        "Administrator,                        '',    '',    ''",
        "administrator@,                       '',    '',    ''",
        "@acme,                                '',    '',    ''",
        "administrator@*,                      '',    '',    ''",
        "administratör,                        '',    '',    ''",
        "'',                                   '',    '',    ''",
    })
    void rolesGrantTheseActionsAndNoOthers(String groups, String acme, String other, String system) {
        Set<String> held = groups.isEmpty() ? Set.of() : Set.of(groups.split(" "));

        assertThat(granted(held, "acme")).as("acme").isEqualTo(acme);
        assertThat(granted(held, "other")).as("other").isEqualTo(other);
        assertThat(granted(held, "system")).as("system").isEqualTo(system);
    }

    private static String granted(Set<String> groups, String target) {
        var granted = new StringBuilder();
        for (String action : ACTIONS) {
            String letter = action.equals("rollback") ? "b" : action.substring(0, 1);
            granted.append(
                    switch (POLICY.decide(groups, "someone", action, target).access(Path.ROOT)) {
                        case ALL -> letter.toUpperCase(java.util.Locale.ROOT);
                        case SOME -> letter;
                        case NONE -> "";
                    });
        }
        return granted.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"read", "subscribe"})
    void readerSeesNoSubscriberIdentities(String action) {
        PolicyDecision decision = POLICY.decide(Set.of("reader"), "rita", action, "acme");

        assertThat(decision.access(IMSI)).isEqualTo(Access.NONE);
        assertThat(decision.access(ICCID_OF_2_0)).isEqualTo(Access.NONE);
        assertThat(decision.access(SLICE)).isEqualTo(Access.ALL);
    }

    @Test
    void readerOfSubscriberDataSeesSubscriberIdentities() {
        PolicyDecision decision = POLICY.decide(Set.of("reader", "subscriber-data"), "rita", "read", "acme");

        assertThat(decision.access(IMSI)).isEqualTo(Access.ALL);
        assertThat(decision.access(ICCID_OF_2_0)).isEqualTo(Access.ALL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"administrator@acme", "operator@acme", "reader@acme"})
    void scopedRoleSeesItsOwnEntryInTheServerOnly(String group) {
        PolicyDecision decision = POLICY.decide(Set.of(group), "sam", "read", "system");

        assertThat(decision.access(OWN_ENTRY)).isEqualTo(Access.ALL);
        assertThat(decision.access(OTHER_ENTRY)).isEqualTo(Access.NONE);
        assertThat(decision.access(Path.parse("/system/models"))).isEqualTo(Access.NONE);
        assertThat(POLICY.decide(Set.of(group), "sam", "write", "system").allowsAnything())
                .isFalse();
    }

    @Test
    void subjectNamedLikeARoleHasNone() {
        assertThat(POLICY.decide(Set.of(), "administrator", "read", "acme").allowsAnything())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "READ", "destroy", "read\",\"action\":\"admin"})
    void unknownActionIsDeniedEvenToTheAdministrator(String action) {
        assertThat(POLICY.decide(Set.of("administrator"), "root", action, "acme"))
                .isEqualTo(PolicyDecision.NOTHING);
    }

    @Test
    void textThatJsonMustEscapeDoesNotChangeTheDecision() {
        String odd = "a\"b\\c\u0001\u00e9\ud83d\ude00";

        assertThat(POLICY.decide(Set.of("administrator", odd), odd, "read", "acme"))
                .isEqualTo(PolicyDecision.EVERYTHING);
        assertThat(POLICY.decide(Set.of(odd), odd, "read", odd)).isEqualTo(PolicyDecision.NOTHING);
    }

    @Test
    void manyGroupsAreNoFailure() {
        Set<String> groups = new java.util.HashSet<>(Set.of("operator"));
        for (int i = 0; i < 2_000; i++) {
            groups.add("project-" + i + "-of-a-directory-with-long-names@" + i);
        }

        assertThat(POLICY.decide(groups, "olga", "write", "acme")).isEqualTo(PolicyDecision.EVERYTHING);
        assertThat(POLICY.decide(groups, "olga", "admin", "acme")).isEqualTo(PolicyDecision.NOTHING);
    }

    @Test
    void sameQuestionIsEvaluatedOnce() {
        var asked = new AtomicInteger();
        var policy = new WasmPolicy(_ -> {
            asked.incrementAndGet();
            return "[{\"result\":{\"allow\":true,\"rules\":[{\"effect\":\"allow\",\"path\":\"/\"}]}}]";
        });

        for (int i = 0; i < 3; i++) {
            assertThat(policy.decide(Set.of("b", "a"), "s", "read", "acme").allows(Path.ROOT))
                    .isTrue();
        }
        assertThat(asked).hasValue(1);
        policy.decide(Set.of("a"), "s", "read", "acme");
        policy.decide(Set.of("b", "a"), "t", "read", "acme");
        policy.decide(Set.of("b", "a"), "s", "write", "acme");
        policy.decide(Set.of("b", "a"), "s", "read", "other");
        assertThat(asked).hasValue(5);
    }

    @Test
    void threadsShareThePolicy() throws Exception {
        var policy = WasmPolicy.bundled();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<PolicyDecision>> calls = java.util.stream.IntStream.range(0, 200)
                    .<Callable<PolicyDecision>>mapToObj(
                            i -> () -> policy.decide(Set.of("operator@t" + i), "s", "write", "t" + i))
                    .toList();

            for (Future<PolicyDecision> call : threads.invokeAll(calls)) {
                assertThat(call.get()).isEqualTo(PolicyDecision.EVERYTHING);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not json",
                "[]",
                "{}",
                "[{\"result\":true}]",
                "[{\"result\":{\"allow\":true}}]",
                "[{\"result\":{\"allow\":\"true\",\"rules\":[]}}]",
                "[{\"result\":{\"allow\":true,\"rules\":[{\"effect\":\"maybe\",\"path\":\"/\"}]}}]",
                "[{\"result\":{\"allow\":true,\"rules\":[{\"effect\":\"allow\"}]}}]",
                "[{\"result\":{\"allow\":true,\"rules\":[{\"effect\":\"allow\",\"path\":\"/a[\"}]}}]",
                "[{\"result\":{\"allow\":false,\"rules\":[{\"effect\":\"allow\",\"path\":\"/\"}]}}]",
            })
    void answerThatIsNoDecisionDenies(String answer) {
        var policy = new WasmPolicy(_ -> answer);

        assertThat(policy.decide(Set.of("administrator"), "root", "read", "acme"))
                .isEqualTo(PolicyDecision.NOTHING);
    }

    @Test
    void failureDeniesIsLoggedOnceAndIsNotKept() {
        var broken = new java.util.concurrent.atomic.AtomicBoolean(true);
        var policy = new WasmPolicy(_ -> {
            if (broken.get()) {
                throw new IllegalStateException("the module trapped");
            }
            return "[{\"result\":{\"allow\":true,\"rules\":[{\"effect\":\"allow\",\"path\":\"/\"}]}}]";
        });
        var appender = new ListAppender<ILoggingEvent>();
        appender.start();
        var logger = (Logger) LoggerFactory.getLogger(WasmPolicy.class);
        logger.addAppender(appender);
        try {
            for (int i = 0; i < 3; i++) {
                assertThat(policy.decide(Set.of("administrator"), "root", "read", "acme"))
                        .isEqualTo(PolicyDecision.NOTHING);
            }
            assertThat(appender.list)
                    .singleElement()
                    .satisfies(event ->
                            assertThat(event.getKeyValuePairs()).anyMatch(pair -> pair.key.equals("reference")));

            broken.set(false);
            assertThat(policy.decide(Set.of("administrator"), "root", "read", "acme"))
                    .isEqualTo(PolicyDecision.EVERYTHING);
        } finally {
            logger.detachAppender(appender);
        }
    }

    @Test
    void operatorAddsARoleInATableOfTheirOwn(@TempDir java.nio.file.Path folder) throws Exception {
        java.nio.file.Path table = Files.writeString(folder.resolve("roles.json"), """
                {"trimtab": {"roles": {"planner": [{"on": "targets", "actions": ["read", "write"],
                    "allow": ["/site/slice"], "deny": [{"path": "/site/slice/sd", "unless": "core"}]}]}}}
                """);
        var policy = WasmPolicy.withRoles(table);

        PolicyDecision decision = policy.decide(Set.of("planner@acme"), "pam", "write", "acme");

        assertThat(decision.access(SLICE)).isEqualTo(Access.SOME);
        assertThat(decision.access(SLICE.child("sst"))).isEqualTo(Access.ALL);
        assertThat(decision.access(SLICE.child("sd"))).isEqualTo(Access.NONE);
        assertThat(decision.access(IMSI)).isEqualTo(Access.NONE);
        assertThat(policy.decide(Set.of("administrator"), "root", "read", "acme"))
                .isEqualTo(PolicyDecision.NOTHING);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | nothing else",
                "{\"roles\": {}} | nothing else",
                "{\"trimtab\": {\"roles\": {}, \"rolls\": {}}} | nothing else",
                "{\"trimtab\": {\"roles\": {}}} x | cannot be read",
                "{\"trimtab\": {\"roles\": {\"a\": {}}}} | not a list of grants",
                "{\"trimtab\": {\"roles\": {\"a@b\": []}}} | is not of",
                "{\"trimtab\": {\"roles\": {\"a\": [], \"a\": []}}} | cannot be read",
            })
    void tableOfRolesThatIsWrongIsRefused(String text, String reason, @TempDir java.nio.file.Path folder)
            throws Exception {
        java.nio.file.Path table = Files.writeString(folder.resolve("roles.json"), text);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> WasmPolicy.withRoles(table))
                .withMessageContaining(reason);
    }

    @Test
    void everyMistakeInATableOfRolesIsTold(@TempDir java.nio.file.Path folder) throws Exception {
        java.nio.file.Path table = Files.writeString(folder.resolve("roles.json"), """
                {"trimtab": {"roles": {"a": [{"on": "target", "actions": ["raed"], "allow": ["/a/", "b"], "denny": [],
                    "deny": [{"path": "/a[k=1]", "unles": "x"}, {"unless": 1}]}]}}}
                """);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> WasmPolicy.withRoles(table))
                .withMessageContainingAll(
                        "'on'", "'raed'", "\"/a/\"", "\"b\"", "'denny'", "/a[k=1]", "'unles'", "'unless'");
    }

    @Test
    void missingTableOfRolesIsTold(@TempDir java.nio.file.Path folder) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WasmPolicy.withRoles(folder.resolve("absent.json")))
                .withMessageContaining("absent.json");
    }
}
