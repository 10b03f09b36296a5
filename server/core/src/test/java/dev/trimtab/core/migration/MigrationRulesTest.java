package dev.trimtab.core.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.model.MigrationRule.Convert;
import dev.trimtab.model.MigrationRule.Default;
import dev.trimtab.model.MigrationRule.Drop;
import dev.trimtab.model.MigrationRule.Move;
import dev.trimtab.model.Path;
import dev.trimtab.model.ValueConversion.Mapping;
import dev.trimtab.model.ValueConversion.Scale;
import dev.trimtab.model.ValueConversion.Templates;
import dev.trimtab.model.ValueSource.Constant;
import dev.trimtab.model.ValueSource.Leaf;
import dev.trimtab.model.ValueSource.TargetName;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each rule does, and what happens where there is none: the new configuration, then the notes. */
class MigrationRulesTest {
    private static Path path(String text) {
        return Path.parse(text);
    }

    private static Move move(String from, String to) {
        return new Move(path(from), path(to));
    }

    @Nested
    class InstanceIdentifiers {
        private static final String OLD = """
                list l { key k; leaf k { type string; } leaf v { type uint8; } leaf-list s { type string; } container p { presence p; } }
                leaf i { type instance-identifier; }
                """;

        private static final String NEW = """
                container c { choice h { list n { key id; leaf id { type string; } leaf w { type uint8; } leaf-list s { type string; }
                  container p { presence p; } } } }
                leaf i { type instance-identifier; }
                """;

        private static final Move LIST = move("/l[k={x}]", "/c/n[id={x}]");
        private static final Move LEAF = move("/l[k={x}]/v", "/c/n[id={x}]/w");

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                /m:l[k=Qa*Q]           | /m:c/n[id='a*']
                /m:l[k=Qa*Q]/k         | /m:c/n[id='a*']/id
                /m:l[k=Qa*Q]/v         | /m:c/n[id='a*']/w
                /m:l[k=Qa*Q]/s[.=QyQ]  | /m:c/n[id='a*']/s[.='y']
                /m:l[k=Qa*Q]/p         | /m:c/n[id='a*']/p
                """)
        void follow(String before, String after) {
            var versions = Versions.of(OLD, NEW);

            assertThat(versions.migrate(
                            "{'m:l':[{'k':'a*','v':1,'s':['y'],'p':{}}],'m:i':'" + quoted(before) + "'}", LIST, LEAF))
                    .containsExactly(
                            "{'m:c':{'n':[{'id':'a*','w':1,'s':['y'],'p':{}}]},'m:i':'" + after + "'}",
                            "changed /i: '" + before.replace('Q', '\'') + "' -> '" + after
                                    + "'; what it names is there in the new version");
        }

        /** Texts of these tests have no other way to say a single quote within a JSON string. */
        private static String quoted(String text) {
            return text.replace("Q", "\\u0027");
        }

        @Test
        void inLeafListsAndUnionsFollowToo() {
            String names = "leaf-list i { ordered-by user; type union { type uint8; type instance-identifier; } }";
            var versions = Versions.of("leaf a { type string; } " + names, "leaf b { type string; } " + names);

            assertThat(versions.migrate("{'m:a':'x','m:i':['/m:a',7]}", move("/a", "/b")))
                    .containsExactly(
                            "{'m:b':'x','m:i':['/m:b',7]}",
                            "changed /i: '/m:a' -> '/m:b'; what it names is there in the new version");
        }

        @Test
        void thatNameWhatIsLostAreLostWithIt() {
            var versions = Versions.of(
                    "leaf a { type string; } leaf i { type instance-identifier; }",
                    "leaf i { type instance-identifier; }");

            assertThat(versions.migrate("{'m:a':'x','m:i':'/m:a'}"))
                    .hasSize(3)
                    .contains("{}", "lost /a: 'x'; m 2.0.0 has no such node")
                    .anyMatch(note -> note.startsWith("lost /i: '/m:a'; the new version does not take it"));
        }

        @Test
        void thatNameNothingStayWhereTheyMay() {
            String names = "leaf i { type instance-identifier { require-instance false; } }";
            var versions = Versions.of("leaf a { type string; } " + names, "leaf a { type string; } " + names);

            assertThat(versions.migrate("{'m:i':'/m:a'}")).containsExactly("{'m:i':'/m:a'}");
        }
    }

    @Nested
    class WithoutRules {
        @Test
        void whatHasTheSamePathIsCarriedOver() {
            var versions = Versions.of(
                    "container a { leaf b { type int8; } } list l { key k; leaf k { type string; } leaf-list s { ordered-by user; type string; } }",
                    "container a { leaf b { type int32; } } list l { key k; leaf k { type string; } leaf-list s { ordered-by user; type string; } }");

            assertThat(versions.migrate("{'m:a':{'b':5},'m:l':[{'k':'x','s':['p','q']},{'k':'y'}]}"))
                    .containsExactly("{'m:a':{'b':5},'m:l':[{'k':'x','s':['p','q']},{'k':'y'}]}");
        }

        @Test
        void whatHasNoPlaceIsLostValueByValue() {
            var versions = Versions.of(
                    "leaf stays { type string; } container a { leaf b { type int8; } list l { key k; leaf k { type string; } } }",
                    "leaf stays { type string; }");

            assertThat(versions.migrate("{'m:stays':'s','m:a':{'b':5,'l':[{'k':'x'}]}}"))
                    .containsExactly(
                            "{'m:stays':'s'}",
                            "lost /a/b: '5'; m 2.0.0 has no such node",
                            "lost /a/l[k=x]/k: 'x'; m 2.0.0 has no such node");
        }

        @Test
        void aValueThatTheNewTypeDoesNotTakeIsLost() {
            var versions = Versions.of(
                    "leaf a { type uint8; } leaf-list s { type string; }",
                    "leaf a { type uint8 { range '0..9'; } } leaf-list s { type string { length '1'; } }");

            assertThat(versions.migrate("{'m:a':10,'m:s':['x','yy']}"))
                    .containsExactly(
                            "{'m:s':['x']}",
                            "lost /a: '10'; the new version does not take it: 10 is not in the range 0..9",
                            "lost /s: 'yy'; the new version does not take it: 2 characters is not in the length 1");
            assertThat(versions.migrate("{'m:a':9}")).containsExactly("{'m:a':9}");
        }

        @Test
        void aValueIsWrittenAsTheNewTypeWritesIt() {
            var versions = Versions.of("leaf a { type string; }", "leaf a { type decimal64 { fraction-digits 2; } }");

            assertThat(versions.migrate("{'m:a':'1.50'}"))
                    .containsExactly(
                            "{'m:a':'1.5'}", "changed /a: '1.50' -> '1.5'; the new version writes the value this way");
        }

        @Test
        void aNodeOfAnotherKindIsLost() {
            var versions = Versions.of("leaf a { type string; }", "leaf-list a { type string; }");

            assertThat(versions.migrate("{'m:a':'x'}"))
                    .containsExactly("{}", "lost /a: 'x'; it is not the same kind of node in m 2.0.0");
        }

        @Test
        void stateIsNoPlaceForConfiguration() {
            var versions = Versions.of("leaf a { type string; }", "leaf a { config false; type string; }");

            assertThat(versions.migrate("{'m:a':'x'}")).containsExactly("{}", "lost /a: 'x'; m 2.0.0 has no such node");
        }

        @Test
        void entriesFindTheirNewKeyAmongTheirLeaves() {
            var versions = Versions.of(
                    "list l { key a; leaf a { type string; } leaf b { type string; } }",
                    "list l { key b; leaf a { type string; } leaf b { type string; } }");

            assertThat(versions.migrate("{'m:l':[{'a':'1','b':'2'}]}")).containsExactly("{'m:l':[{'a':'1','b':'2'}]}");
            assertThat(versions.migrate("{'m:l':[{'a':'1'}]}"))
                    .containsExactly("{}", "lost /l[a=1]/a: '1'; the entry has no 'b', which is a key in m 2.0.0");
        }

        @Test
        void entriesThatWouldBecomeOneAreRefusedByName() {
            var versions = Versions.of(
                    "list l { key a; leaf a { type string; } leaf b { type string; } }",
                    "list l { key b; leaf a { type string; } leaf b { type string; } }");

            assertThat(versions.migrate("{'m:l':[{'a':'1','b':'x'},{'a':'2','b':'x'}]}"))
                    .containsExactly("refused /l[a=1]: these entries would all become /l[b=x] of the new version, "
                            + "which has a place for one: /l[a=1], /l[a=2] (migration)");
        }

        @Test
        void theOrderThatTheUserGaveStays() {
            var body =
                    "list l { key k; ordered-by user; leaf k { type string; } } leaf-list s { ordered-by user; type string; }";
            var versions = Versions.of(body, body);

            assertThat(versions.migrate("{'m:l':[{'k':'z'},{'k':'a'}],'m:s':['z','a']}"))
                    .containsExactly("{'m:l':[{'k':'z'},{'k':'a'}],'m:s':['z','a']}");
        }

        @Test
        void nodesOfAChoiceStayInTheirCases() {
            var versions = Versions.of(
                    "choice c { case a { leaf x { type string; } leaf y { type string; } } leaf z { type string; } }",
                    "choice c { case a { leaf x { type string; } } case b { leaf y { type string; } } leaf z { type string; } }");

            assertThat(versions.migrate("{'m:x':'1'}")).containsExactly("{'m:x':'1'}");
            assertThat(versions.migrate("{'m:x':'1','m:y':'2'}"))
                    .containsExactly("refused /y: it excludes the nodes of case 'a' of choice 'c', "
                            + "which the migration puts beside it (choice)");
        }

        @Test
        void aDefaultInUseThatIsAnotherOneIsNamed() {
            var versions = Versions.of(
                    "container c { leaf a { type int8; default 1; } leaf b { type int8; } leaf same { type int8; default 3; } }",
                    "container c { leaf a { type int8; default 2; } leaf b { type int8; default 4; } leaf same { type int8; default 3; } }");

            assertThat(versions.migrate("{}"))
                    .containsExactly(
                            "{}",
                            "changed /c/a: '1' -> '2'; nobody set it, and the default is another one",
                            "changed /c/b: nothing -> '4'; nobody set it, and the default is another one");
            assertThat(versions.migrate("{'m:c':{'a':1,'b':4}}")).containsExactly("{'m:c':{'a':1,'b':4}}");
        }

        @Test
        void presenceIsAValue() {
            var versions = Versions.of(
                    "container p { presence x; } container q { leaf a { type string; } }",
                    "container p { } container q { presence x; leaf a { type string; } }");

            assertThat(versions.migrate("{'m:p':{},'m:q':{'a':'1'}}"))
                    .containsExactly(
                            "{'m:q':{'a':'1'}}",
                            "lost /p: that the container exists means nothing in the new version",
                            "invented /q: that the container exists has a meaning in the new version");
        }

        @Test
        void contentWithoutASchemaIsCarriedOver() {
            var versions = Versions.of("anydata d;", "anydata d;");

            assertThat(versions.migrate("{'m:d':{'x':[1]}}")).containsExactly("{'m:d':{'x':[1]}}");
        }
    }

    @Nested
    class Moves {
        @Test
        void aLeafIsRenamed() {
            var versions = Versions.of("leaf a { type string; }", "leaf b { type string; }");

            assertThat(versions.migrate("{'m:a':'x'}", move("/a", "/b"))).containsExactly("{'m:b':'x'}");
        }

        @Test
        void aListMovesWithItsKeysUnderOtherNames() {
            var versions = Versions.of(
                    "container old { list l { key 'a b'; leaf a { type string; } leaf b { type int8; } leaf v { type string; }"
                            + " list inner { key i; leaf i { type string; } } } }",
                    "list n { key 'y x'; leaf x { type string; } leaf y { type int8; } leaf v { type string; }"
                            + " list inner { key i; leaf i { type string; } } }");

            assertThat(versions.migrate(
                            "{'m:old':{'l':[{'a':'p','b':1,'v':'w','inner':[{'i':'j'}]}]}}",
                            move("/old/l[a={one}][b={two}]", "/n[x={one}][y={two}]")))
                    .containsExactly("{'m:n':[{'x':'p','y':1,'v':'w','inner':[{'i':'j'}]}]}");
        }

        @Test
        void theDeeperRuleDecides() {
            var versions = Versions.of(
                    "container a { leaf x { type string; } leaf y { type string; } }",
                    "container b { leaf x { type string; } } leaf z { type string; }");

            assertThat(versions.migrate("{'m:a':{'x':'1','y':'2'}}", move("/a/y", "/z"), move("/a", "/b")))
                    .containsExactly("{'m:b':{'x':'1'},'m:z':'2'}");
        }

        @Test
        void aLeafCanLeaveAnEntryForOneOfAnotherList() {
            var versions = Versions.of(
                    "list l { key k; leaf k { type string; } leaf v { type string; } }",
                    "list l { key k; leaf k { type string; } } list values { key of; leaf of { type string; } leaf v { type string; } }");

            assertThat(versions.migrate("{'m:l':[{'k':'x','v':'1'},{'k':'y'}]}", move("/l/v", "/values[of={k}]/v")))
                    .containsExactly("{'m:l':[{'k':'x'},{'k':'y'}],'m:values':[{'of':'x','v':'1'}]}");
        }

        @Test
        void theOnlyEntryBecomesTheTreeAndSeveralAreRefused() {
            var versions = Versions.of(
                    "list e { key id; leaf id { type string; } leaf v { type string; } }", "leaf v { type string; }");

            assertThat(versions.migrate("{'m:e':[{'id':'x','v':'1'}]}", move("/e", "/")))
                    .containsExactly("{'m:v':'1'}", "lost /e[id=x]/id: 'x'; m 2.0.0 has no such node");
            assertThat(versions.migrate("{'m:e':[{'id':'x'},{'id':'y'}]}", move("/e", "/")))
                    .containsExactly(
                            "refused /e[id=x]: these entries would all become the one tree of the new version, "
                                    + "which has a place for one: /e[id=x], /e[id=y] (migration)");
        }

        @Test
        void theTreeBecomesAnEntryWithAnInventedKey() {
            var versions = Versions.of(
                    "leaf v { type string; }", "list e { key id; leaf id { type string; } leaf v { type string; } }");

            assertThat(versions.migrate("{'m:v':'1'}", move("/", "/e[id={target}]")))
                    .containsExactly(
                            "{'m:e':[{'id':'acme','v':'1'}]}",
                            "invented /e[id=acme]/id: 'acme'; the new version has a list here, and its entry needs a name");
            assertThat(versions.migrate("{}", move("/", "/e[id={target}]"))).containsExactly("{}");
        }

        @Test
        void aTargetWhoseNameIsNoKeyIsRefused() {
            var versions = Versions.of(
                    "leaf v { type string; }",
                    "list e { key id; leaf id { type string { length '1..3'; } } leaf v { type string; } }");

            assertThat(versions.migrate("{'m:v':'1'}", move("/", "/e[id={target}]")))
                    .containsExactly("refused /e/id: the target's name cannot be the key of the new version: "
                            + "4 characters is not in the length 1..3 (migration, value 'acme')");
        }

        @Test
        void aDefaultAtTheNewPlaceIsNamedTooIfItIsAnotherOne() {
            var versions = Versions.of("container c { leaf a { type int8; } }", "leaf b { type int8; default 3; }");

            assertThat(versions.migrate("{}", move("/c/a", "/b")))
                    .containsExactly(
                            "{}", "changed /c/a -> /b: nothing -> '3'; nobody set it, and the default is another one");
            assertThat(versions.migrate("{'m:c':{'a':3}}", move("/c/a", "/b"))).containsExactly("{'m:b':3}");
        }

        @Test
        void twoValuesForOnePlaceAreRefusedAndEqualOnesJoin() {
            var versions = Versions.of("leaf a { type string; } leaf b { type string; }", "leaf c { type string; }");

            assertThat(versions.migrate("{'m:a':'1','m:b':'2'}", move("/a", "/c"), move("/b", "/c")))
                    .containsExactly(
                            "refused /b: it would become /c, which already has another value (migration, value '2')");
            assertThat(versions.migrate("{'m:a':'1','m:b':'1'}", move("/a", "/c"), move("/b", "/c")))
                    .containsExactly("{'m:c':'1'}");
        }
    }

    @Nested
    class Conversions {
        private final Versions numbers =
                Versions.of("leaf kbps { type uint32; }", "leaf mbps { type uint32 { range '0..9'; } }");

        private Convert toMbps() {
            var thousand = new Scale(BigDecimal.ONE, BigDecimal.valueOf(1000));
            return new Convert(path("/kbps"), path("/mbps"), thousand, "the unit is Mbit/s");
        }

        @Test
        void aUnitIsConvertedExactly() {
            assertThat(numbers.migrate("{'m:kbps':5000}", toMbps()))
                    .containsExactly("{'m:mbps':5}", "changed /kbps -> /mbps: '5000' -> '5'; the unit is Mbit/s");
        }

        @Test
        void aNumberThatDoesNotFitIsLostAndNeverRounded() {
            assertThat(numbers.migrate("{'m:kbps':5001}", toMbps()))
                    .satisfiesExactly(
                            tree -> assertThat(tree).isEqualTo("{}"),
                            note -> assertThat(note)
                                    .startsWith("lost /kbps: '5001'; the new version does not take it: "));
            assertThat(numbers.migrate("{'m:kbps':10000}", toMbps()))
                    .containsExactly(
                            "{}", "lost /kbps: '10000'; the new version does not take it: 10 is not in the range 0..9");
        }

        @Test
        void aTextThatIsNoNumberIsNotScaled() {
            var versions = Versions.of("leaf a { type string; }", "leaf a { type string; }");
            var scale = new Convert(path("/a"), path("/a"), new Scale(BigDecimal.TEN, BigDecimal.ONE), "x");

            assertThat(versions.migrate("{'m:a':'1e999999999'}", scale))
                    .containsExactly(
                            "{}",
                            "lost /a: '1e999999999'; the new version does not take it: "
                                    + "it is not a number of at most 40 characters");
        }

        @Test
        void enumsAreRenamed() {
            var versions = Versions.of(
                    "leaf a { type enumeration { enum on; enum off; enum idle; } }",
                    "leaf a { type enumeration { enum enabled; enum off; } }");
            var names = new Convert(
                    path("/a"), path("/a"), new Mapping(Map.of("on", "enabled")), "the name is another one");

            assertThat(versions.migrate("{'m:a':'on'}", names))
                    .containsExactly("{'m:a':'enabled'}", "changed /a: 'on' -> 'enabled'; the name is another one");
            assertThat(versions.migrate("{'m:a':'off'}", names)).containsExactly("{'m:a':'off'}");
            assertThat(versions.migrate("{'m:a':'idle'}", names))
                    .satisfiesExactly(
                            tree -> assertThat(tree).isEqualTo("{}"),
                            note -> assertThat(note).startsWith("lost /a: 'idle'; the new version does not take it: "));
        }

        @Test
        void theFirstTemplateThatFitsIsTaken() {
            var versions = Versions.of(
                    "leaf-list a { ordered-by user; type string; }",
                    "leaf-list a { ordered-by user; type string { pattern '[a-z]+-[0-9]+'; } }");
            var forms = new Convert(
                    path("/a"),
                    path("/a"),
                    new Templates(List.of("{value}", "{value}-0", "x-{value}")),
                    "a number is needed");

            assertThat(versions.migrate("{'m:a':['a-1','a','7','?']}", forms))
                    .satisfiesExactly(
                            tree -> assertThat(tree).isEqualTo("{'m:a':['a-1','a-0','x-7']}"),
                            lost -> assertThat(lost).startsWith("lost /a: '?'; "),
                            note -> assertThat(note).isEqualTo("changed /a: '7' -> 'x-7'; a number is needed"),
                            note -> assertThat(note).isEqualTo("changed /a: 'a' -> 'a-0'; a number is needed"));
        }
    }

    @Nested
    class DropsAndDefaults {
        @Test
        void aDropSaysWhyAndWhatIsImpliedIsNotLost() {
            var versions = Versions.of(
                    "list l { key k; leaf k { type string; } leaf on { type boolean; } }",
                    "list l { key k; leaf k { type string; } }");
            var drop = new Drop(path("/l/on"), new Constant("true"), "it is always on");

            assertThat(versions.migrate("{'m:l':[{'k':'a','on':true},{'k':'b','on':false}]}", drop))
                    .containsExactly("{'m:l':[{'k':'a'},{'k':'b'}]}", "lost /l[k=b]/on: 'false'; it is always on");
        }

        @Test
        void theTargetsNameCanBeImplied() {
            var versions = Versions.of("leaf name { type string; }", "");
            var drop = new Drop(path("/name"), new TargetName(), "the target has the name");

            assertThat(versions.migrate("{'m:name':'acme'}", drop)).containsExactly("{}");
            assertThat(versions.migrate("{'m:name':'other'}", drop))
                    .containsExactly("{}", "lost /name: 'other'; the target has the name");
        }

        @Test
        void aDefaultIsInventedWhereTheParentIsAndTheLeafIsNot() {
            var versions = Versions.of(
                    "list l { key k; leaf k { type string; } leaf v { type int8; } }",
                    "list l { key k; leaf k { type string; } leaf v { type int8; mandatory true; } }"
                            + " container p { presence x; leaf w { type int8; mandatory true; } }"
                            + " container c { leaf w { type string; mandatory true; } }");

            assertThat(versions.migrate(
                            "{'m:l':[{'k':'a','v':1},{'k':'b'}]}",
                            new Default(path("/l/v"), new Constant("7"), "it is needed"),
                            new Default(path("/p/w"), new Constant("7"), "never"),
                            new Default(path("/c/w"), new TargetName(), "the tree is named")))
                    .containsExactly(
                            "{'m:l':[{'k':'a','v':1},{'k':'b','v':7}],'m:c':{'w':'acme'}}",
                            "invented /c/w: 'acme'; the tree is named",
                            "invented /l[k=b]/v: '7'; it is needed");
        }

        @Test
        void aDefaultCanBeAnotherLeafOfTheSameEntry() {
            var versions = Versions.of(
                    "list l { key k; leaf k { type string; } container c { leaf v { type int8; } } }",
                    "list l { key k; leaf k { type string; } container c { leaf v { type int8; } } leaf w { type int8; } leaf x { type string; } }");

            assertThat(versions.migrate(
                            "{'m:l':[{'k':'a','c':{'v':1}},{'k':'b'}]}",
                            new Default(path("/l/w"), new Leaf(path("/l/c/v")), "as v"),
                            new Default(path("/l/x"), new Leaf(path("/l/k")), "as the key")))
                    .containsExactly(
                            "{'m:l':[{'k':'a','c':{'v':1},'w':1,'x':'a'},{'k':'b','x':'b'}]}",
                            "invented /l[k=a]/w: '1'; as v",
                            "invented /l[k=a]/x: 'a'; as the key",
                            "invented /l[k=b]/x: 'b'; as the key");
        }
    }
}
