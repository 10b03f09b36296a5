package dev.trimtab.core.pick;

import static dev.trimtab.core.transaction.TestServer.ADMIN;
import static dev.trimtab.core.transaction.TestServer.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.trimtab.core.authz.PathRule;
import dev.trimtab.core.authz.PolicyDecision;
import dev.trimtab.core.authz.Principal;
import dev.trimtab.core.failure.Failure;
import dev.trimtab.core.failure.FailureException;
import dev.trimtab.core.plugin.Plugins;
import dev.trimtab.core.read.ReadService;
import dev.trimtab.core.target.ModelSettings;
import dev.trimtab.core.target.PluginSettings;
import dev.trimtab.core.transaction.ModelOperations;
import dev.trimtab.core.transaction.Operation;
import dev.trimtab.core.transaction.TestModels;
import dev.trimtab.core.transaction.TestServer;
import dev.trimtab.model.ModelDescription;
import dev.trimtab.model.ModelId;
import dev.trimtab.model.Path;
import dev.trimtab.model.PickedValue;
import dev.trimtab.model.TargetId;
import dev.trimtab.model.YangSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PickServiceTest {
    private static final Principal GUEST = new Principal("guest", Set.of(), "password");
    private static final TargetId HOUSE = new TargetId("house");
    private static final String YANG = """
            module house {
              yang-version 1.1; namespace "urn:house"; prefix h;
              identity kind; identity floor { base kind; description "It\\n  stands."; } identity wall { base kind; }
              identity parquet { base floor; }
              list room {
                key name; leaf name { type string; }
                leaf kind { type identityref { base kind; } }
                leaf mode { type enumeration { enum dim { description "Less."; } enum bright; } }
                leaf on { type boolean; }
                leaf flags { type bits { bit a; bit b; } }
                leaf any { type union { type enumeration { enum auto; } type leafref { path "../lamp/id"; } } }
                leaf watts { type uint8; }
                list lamp { key id; leaf id { type string; } }
                leaf main { type leafref { path "../lamp/id"; } }
              }
              container plan {
                leaf room { type leafref { path "/h:room/h:name"; } }
                leaf lamp { type leafref { path "/h:room[h:name = current()/../room]/h:lamp/h:id"; } }
                leaf-list all { type leafref { path "/h:room/h:lamp/h:id"; } }
              }
            }
            """;

    private static final TestServer SERVER = new TestServer(TestModels.all());
    private static PickService picks;

    @BeforeAll
    static void start() {
        var reads = new ReadService(SERVER.targets(), (principal, _, _) -> decide(principal));
        picks = new PickService(reads, Plugins.NONE);
        var house = new ModelDescription(
                new ModelId("house", "1.0.0"), "Houses", List.of(new YangSource("house.yang", YANG, true)));
        SERVER.commit(
                ModelOperations.add(new ModelSettings(house, new PluginSettings.None())),
                update(TargetId.SYSTEM, "/system/targets/target[name=house]", """
                        {"model":"house","version":"1.0.0"}"""),
                update(HOUSE, "/room[name=hall]", """
                        {"lamp":[{"id":"h1"},{"id":"h2"},{"id":"both"}]}"""),
                update(HOUSE, "/room[name=attic]", """
                        {"lamp":[{"id":"a1"},{"id":"both"}]}"""));
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private static PolicyDecision decide(Principal principal) {
        return principal.equals(ADMIN)
                ? PolicyDecision.EVERYTHING
                : new PolicyDecision(List.of(
                        new PathRule(PathRule.Effect.ALLOW, Path.ROOT),
                        new PathRule(PathRule.Effect.DENY, Path.parse("/room[name=attic]")),
                        new PathRule(PathRule.Effect.DENY, Path.parse("/plan/all"))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/room[name=hall]/kind       | floor,wall,parquet",
                "/room[name=hall]/mode       | dim,bright",
                "/room[name=hall]/on         | true,false",
                "/room[name=hall]/flags      | a,b",
                "/room[name=hall]/any        | auto,h1,h2,both",
                "/room[name=hall]/main       | h1,h2,both",
                "/room[name=attic]/main      | a1,both",
                "/room[name=new]/main        | ''",
                "/room[name=hall]/watts      | ''",
                "/plan/room                  | hall,attic",
                "/plan/all                   | h1,h2,both,a1",
                "/plan/lamp                  | ''",
            })
    void typeSaysWhichValuesThereAre(String path, String expected) {
        assertThat(values(picks.pick(ADMIN, HOUSE, Path.parse(path), "", 100)))
                .containsExactlyInAnyOrder(expected.isEmpty() ? new String[0] : expected.split(",", -1));
    }

    @Test
    void leafrefWithAPredicateFollowsTheValueOfTheOtherLeaf() {
        SERVER.commit(update(HOUSE, "/plan/room", "\"attic\""));

        assertThat(values(picks.pick(ADMIN, HOUSE, Path.parse("/plan/lamp"), "", 100)))
                .containsExactlyInAnyOrder("a1", "both");

        SERVER.commit(new Operation.Delete(HOUSE, Path.parse("/plan")));
    }

    @Test
    void descriptionsAreOnOneLine() {
        assertThat(picks.pick(ADMIN, HOUSE, Path.parse("/room[name=hall]/kind"), "fl", 100)
                        .values())
                .containsExactly(new PickedValue("floor", "It stands."));
    }

    @Test
    void prefixNarrowsAndLimitCuts() {
        PickList some = picks.pick(ADMIN, HOUSE, Path.parse("/room[name=hall]/main"), "h", 1);

        assertThat(values(some)).hasSize(1).allMatch(value -> value.startsWith("h"));
        assertThat(some.more()).isTrue();
        assertThat(picks.pick(ADMIN, HOUSE, Path.parse("/room[name=hall]/main"), "h", 2)
                        .more())
                .isFalse();
    }

    @Test
    void whatMayNotBeReadIsNotOffered() {
        assertThat(values(picks.pick(GUEST, HOUSE, Path.parse("/plan/room"), "", 100)))
                .containsExactly("hall");
        assertThat(failure(GUEST, "/plan/all", 100)).isInstanceOf(Failure.NotFound.class);
        assertThat(failure(GUEST, "/room[name=attic]/main", 100)).isInstanceOf(Failure.NotFound.class);
    }

    @Test
    void mistakeIsNamed() {
        assertThat(failure(ADMIN, "/room[name=hall]", 100)).isInstanceOf(Failure.Malformed.class);
        assertThat(failure(ADMIN, "/nothing", 100)).isInstanceOf(Failure.UnknownNode.class);
        assertThat(failure(ADMIN, "/plan/room", 0)).isInstanceOf(Failure.Malformed.class);
        assertThat(failure(ADMIN, "/plan/room", PickService.LIMIT_MAX + 1)).isInstanceOf(Failure.Malformed.class);
    }

    private static Failure failure(Principal principal, String path, int limit) {
        return catchThrowableOfType(
                        FailureException.class, () -> picks.pick(principal, HOUSE, Path.parse(path), "", limit))
                .failure();
    }

    private static List<String> values(PickList list) {
        return list.values().stream().map(PickedValue::value).toList();
    }
}
