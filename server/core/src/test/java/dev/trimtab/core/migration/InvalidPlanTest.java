package dev.trimtab.core.migration;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.trimtab.model.Migration;
import dev.trimtab.model.MigrationPlan;
import dev.trimtab.model.MigrationRule;
import dev.trimtab.model.MigrationRule.Convert;
import dev.trimtab.model.MigrationRule.Default;
import dev.trimtab.model.MigrationRule.Drop;
import dev.trimtab.model.MigrationRule.LeaveToCode;
import dev.trimtab.model.MigrationRule.Move;
import dev.trimtab.model.Path;
import dev.trimtab.model.ValueConversion.Mapping;
import dev.trimtab.model.ValueConversion.Scale;
import dev.trimtab.model.ValueSource.Constant;
import dev.trimtab.model.ValueSource.Leaf;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A plan that does not fit its models is refused when it is compiled, with what is wrong. */
class InvalidPlanTest {
    private static final Versions VERSIONS = Versions.of(
            "leaf a { type string; } container c { leaf a { type string; } } leaf st { config false; type string; }"
                    + " list l { key k; leaf k { type string; } list l { key k; leaf k { type string; } } }",
            "leaf b { type int8; } container d { leaf b { type string; } }"
                    + " list n { key k; leaf k { type int8; } leaf v { type string; } }");

    static Stream<Arguments> mistakes() {
        return Stream.of(
                arguments(move("/x", "/b"), "m 1.0.0 has no configuration node 'x' of /x"),
                arguments(move("/st", "/b"), "m 1.0.0 has no configuration node 'st' of /st"),
                arguments(move("/a", "/x"), "m 2.0.0 has no configuration node 'x' of /x"),
                arguments(move("/a", "/d"), "/a is a leaf and cannot move to the container /d"),
                arguments(move("/c", "/b"), "/c is a container and cannot move to the leaf /b"),
                arguments(move("/a", "/n/v"), "/n/v: nothing binds the variable {k}"),
                arguments(move("/a", "/n[k=x]/v"), "/n[k=x]/v: 'k' cannot be 'x'"),
                arguments(move("/a", "/n[j=1]/v"), "/n[j=1]/v: 'n' has the keys [k]"),
                arguments(move("/a", "/n[k=1]/k"), "/n[k=1]/k is a key"),
                arguments(move("/l/l", "/n"), "/l/l: two keys have the variable {k}"),
                arguments(move("/l[k=7]", "/n"), "/l[k=7]: key 'k' must be a variable in braces"),
                arguments(
                        new Convert(path("/c"), path("/d"), new Mapping(Map.of()), "x"),
                        "/c is a container; only a leaf or leaf-list is converted"),
                arguments(new Drop(path("/c"), new Constant("1"), "x"), "/c is no leaf"),
                arguments(new Default(path("/d"), new Constant("1"), "x"), "/d is no leaf, or is a key"),
                arguments(new Default(path("/n/k"), new Constant("1"), "x"), "/n/k is no leaf, or is a key"),
                arguments(new Default(path("/b"), new Constant("1000"), "x"), "/b: 'b' cannot be '1000'"),
                arguments(new Default(path("/n[k=1]/v"), new Constant("1"), "x"), "without keys"),
                arguments(
                        new Default(path("/b"), new Leaf(path("/n/v")), "x"),
                        "/n/v is in a list that the leaf which gets the value is not in"),
                arguments(new LeaveToCode(path("/x")), "m 1.0.0 has no configuration node 'x' of /x"));
    }

    private static Path path(String text) {
        return Path.parse(text);
    }

    private static Move move(String from, String to) {
        return new Move(path(from), path(to));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void theRuleThatIsWrongIsNamed(MigrationRule rule, String reason) {
        assertThatExceptionOfType(InvalidPlanException.class)
                .isThrownBy(() -> VERSIONS.migrator(rule))
                .withMessageStartingWith("the migration from m 1.0.0 to m 2.0.0 is wrong: ")
                .withMessageContaining(reason);
    }

    @Test
    void allMistakesAreNamedAtOnce() {
        assertThatExceptionOfType(InvalidPlanException.class)
                .isThrownBy(() -> VERSIONS.migrator(move("/x", "/b"), move("/y", "/b")))
                .withMessageContaining("'x'")
                .withMessageContaining("'y'");
    }

    @Test
    void twoRulesForOneNodeAreAMistake() {
        assertThatExceptionOfType(InvalidPlanException.class)
                .isThrownBy(() -> VERSIONS.migrator(new Drop(path("/a"), "x"), new Drop(path("/a"), "y")))
                .withMessageContaining("two rules speak of /a");
    }

    @Test
    void aPlanForOtherVersionsIsAMistake() {
        var back = new MigrationPlan(VERSIONS.now().id(), VERSIONS.old().id(), List.of());

        assertThatExceptionOfType(InvalidPlanException.class)
                .isThrownBy(() -> Migrator.compile(VERSIONS.old(), VERSIONS.now(), Migration.declared(back)))
                .withMessageContaining("it was asked to lead from m 1.0.0 to m 2.0.0");
    }

    @Test
    void aFactorThatCouldFillTheMemoryIsNoFactor() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Scale(new BigDecimal("1e999999"), BigDecimal.ONE));
        assertThatIllegalArgumentException().isThrownBy(() -> new Scale(BigDecimal.ONE, BigDecimal.ZERO));
    }
}
