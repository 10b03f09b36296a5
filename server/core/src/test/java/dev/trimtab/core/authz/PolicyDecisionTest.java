package dev.trimtab.core.authz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.core.authz.PolicyDecision.Access;
import dev.trimtab.model.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyDecisionTest {
    private static final PolicyDecision WITHOUT_IMSI =
            new PolicyDecision(List.of(PathRule.allow("/"), PathRule.deny("/site/sim-card/imsi")));

    private static final PolicyDecision OWN_ENTRY =
            new PolicyDecision(List.of(PathRule.allow("/system/targets/target[name=acme]")));

    @Test
    void noRuleAllowsNothing() {
        assertThat(PolicyDecision.NOTHING.allowsAnything()).isFalse();
        assertThat(PolicyDecision.NOTHING.access(Path.ROOT)).isEqualTo(Access.NONE);
        assertThat(PolicyDecision.NOTHING.access(Path.parse("/site"))).isEqualTo(Access.NONE);
    }

    @Test
    void denialsAloneAllowNothing() {
        var decision = new PolicyDecision(List.of(PathRule.deny("/site")));

        assertThat(decision.allowsAnything()).isFalse();
        assertThat(decision.access(Path.ROOT)).isEqualTo(Access.NONE);
    }

    @ParameterizedTest
    @DisplayName("MD-2: who may act on a node may act on its annotations")
    @CsvSource({
        "/@,                                                          ALL",
        "/@/m:by,                                                     ALL",
        "/@below,                                                     SOME",
        "/@below[node=*],                                             SOME",
        "'/@below[node=/site[site-id=a\\]]',                          ALL",
        "'/@below[node=/site[site-id=a\\]/sim-card[sim-id=1\\]/imsi]/m:by', NONE",
        "'/@below[node=/site[]',                                      SOME",
        "'/@below[node=]',                                            ALL"
    })
    void annotationsAreTheirNodes(String path, Access access) {
        assertThat(WITHOUT_IMSI.access(Path.parse(path))).isEqualTo(access);
    }

    @Test
    @DisplayName("MD-2: a right on one node is none on the annotations of another or of the root")
    void annotationsOfOthersAreNotOwn() {
        String own = "/@below[node=/system/targets/target[name=acme\\]/description]";

        assertThat(OWN_ENTRY.allows(Path.parse(own))).isTrue();
        assertThat(OWN_ENTRY.allows(Path.parse(own.replace("acme", "other")))).isFalse();
        assertThat(OWN_ENTRY.allows(Path.parse("/@below[node=/system]"))).isFalse();
        assertThat(OWN_ENTRY.allows(Path.parse("/@below"))).isFalse();
        assertThat(OWN_ENTRY.allows(Path.parse("/@/m:by"))).isFalse();
    }

    @Test
    void everythingAllowsTheRootAndWhatIsBelow() {
        assertThat(PolicyDecision.EVERYTHING.allows(Path.ROOT)).isTrue();
        assertThat(PolicyDecision.EVERYTHING.allows(Path.parse("/a/.../b"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "/,                                           SOME",
        "/site,                                       SOME",
        "/site[site-id=a],                            SOME",
        "/onf-site:site[site-id=a]/sim-card,          SOME",
        "/site[site-id=a]/sim-card[sim-id=1]/imsi,    NONE",
        "/onf-site:site[site-id=a]/onf-site:sim-card[sim-id=1]/onf-site:imsi, NONE",
        "/site[site-id=*]/sim-card[sim-id=*]/imsi,    NONE",
        "/site/sim-card/imsi,                         NONE",
        "/site/sim-card/imsi/below,                   NONE",
        "/site/*/imsi,                                SOME",
        "/*,                                          SOME",
        "/.../imsi,                                   SOME",
        "/site/.../enable,                            SOME",
        "/site[site-id=a]/sim-card[sim-id=1]/enable,  ALL",
        "/site/sim-card/imsi-definition,              ALL",
        "/site/slice,                                 ALL",
        "/application,                                ALL",
    })
    void deniedLeafIsTakenOutOfWhatIsAllowed(String path, Access access) {
        assertThat(WITHOUT_IMSI.access(Path.parse(path))).isEqualTo(access);
    }

    @ParameterizedTest
    @CsvSource({
        "/,                                      SOME",
        "/system,                                SOME",
        "/system/targets,                        SOME",
        "/system/targets/target,                 SOME",
        "/system/targets/target[name=*],         SOME",
        "/*/targets,                             SOME",
        "/system/...,                            SOME",
        "/system/targets/target[name=acme],      ALL",
        "/system/targets/target[name=acme]/model, ALL",
        "/system/targets/target[name=other],     NONE",
        "/system/targets/target[name=acme2],     NONE",
        "/system/targets/state,                  NONE",
        "/system/models,                         NONE",
        "/other,                                 NONE",
    })
    void oneEntryIsSeenAndItsNeighboursAreNot(String path, Access access) {
        assertThat(OWN_ENTRY.access(Path.parse(path))).isEqualTo(access);
    }

    @Test
    void longestPathDecidesWhateverTheOrderOfTheRules() {
        var allow = PathRule.allow("/site");
        var deny = PathRule.deny("/site/sim-card");
        var again = PathRule.allow("/site/sim-card/imsi");

        for (List<PathRule> order : List.of(List.of(allow, deny, again), List.of(again, deny, allow))) {
            var decision = new PolicyDecision(order);

            assertThat(decision.access(Path.parse("/site/slice"))).isEqualTo(Access.ALL);
            assertThat(decision.access(Path.parse("/site/sim-card"))).isEqualTo(Access.SOME);
            assertThat(decision.access(Path.parse("/site/sim-card/iccid"))).isEqualTo(Access.NONE);
            assertThat(decision.access(Path.parse("/site/sim-card/imsi"))).isEqualTo(Access.ALL);
        }
    }

    @Test
    void ofTheSamePathTheDenialDecides() {
        var decision = new PolicyDecision(List.of(PathRule.allow("/site"), PathRule.deny("/site")));

        assertThat(decision.access(Path.parse("/site"))).isEqualTo(Access.NONE);
    }

    @Test
    void keysWeighMoreThanNone() {
        var decision = new PolicyDecision(List.of(PathRule.deny("/site"), PathRule.allow("/site[site-id=a]")));

        assertThat(decision.access(Path.parse("/site[site-id=a]/slice"))).isEqualTo(Access.ALL);
        assertThat(decision.access(Path.parse("/site[site-id=b]/slice"))).isEqualTo(Access.NONE);
        assertThat(decision.access(Path.parse("/site"))).isEqualTo(Access.SOME);
    }

    @Test
    void writeNeedsAllOfWhatItTouches() {
        assertThat(WITHOUT_IMSI.allows(Path.parse("/site[site-id=a]/sim-card[sim-id=1]")))
                .isFalse();
        assertThat(WITHOUT_IMSI.allows(Path.parse("/site[site-id=a]/slice"))).isTrue();
    }
}
