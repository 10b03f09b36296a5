package dev.trimtab.core.transaction;

import static dev.trimtab.core.transaction.OneTarget.delete;
import static dev.trimtab.core.transaction.OneTarget.replace;
import static dev.trimtab.core.transaction.OneTarget.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.core.authz.PathRule;
import dev.trimtab.core.authz.PathRule.Effect;
import dev.trimtab.core.authz.PolicyDecision;
import dev.trimtab.core.model.Annotations;
import dev.trimtab.core.model.Edit;
import dev.trimtab.model.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Annotations below the root in the life of a target. */
class AnnotationsInTransactionsTest {
    private static final String MODEL = """
            import ietf-yang-metadata { prefix md; }
            md:annotation seen { type uint32; }
            md:annotation by { type string; }
            container box {
              leaf size { type uint8; }
              leaf-list tag { type string; ordered-by user; }
              list part { key id; leaf id { type uint8; } leaf note { type string; } }
              list row { key id; ordered-by user; leaf id { type uint8; } leaf note { type string; } }
              choice way { leaf left { type string; } leaf right { type string; } }
              leaf mode { type uint8; }
              leaf extra { when "../mode = 1"; type string; }
            }
            leaf title { type string; }
            """;
    private static final String ALL =
            "{'@':{'m:by':'root'},'title':'x','box':{'@':{'m:seen':1},'size':2,'@size':{'m:seen':2,'m:by':'me'},"
                    + "'tag':['a','b'],'@tag':[null,{'m:seen':3}],"
                    + "'part':[{'@':{'m:seen':4},'id':1,'note':'n','@note':{'m:seen':5}},{'@':{'m:seen':6},'id':2}]}}";

    private final OneTarget target = new OneTarget(MODEL);

    @AfterEach
    void stop() {
        target.close();
    }

    private List<String> annotations() {
        return Stream.of(target.annotated().split("(?='@)", -1))
                .skip(1)
                .map(each -> each.replaceAll("\\}.*", "}"))
                .toList();
    }

    @Test
    @DisplayName("MD-2: what was read with annotations is what was set, and setting it again changes nothing")
    void annotationsAreSetAndRead() {
        target.commit(replace("/", ALL));
        String all = target.annotated();

        assertThat(all)
                .contains(
                        "'box':{'@':{'m:seen':1},'size':2,'@size':{'m:by':'me','m:seen':2},'tag':['a','b'],'@tag':[null,{'m:seen':3}]")
                .contains("{'@':{'m:seen':4},'id':1,'note':'n','@note':{'m:seen':5}}")
                .startsWith("{'@':{'m:by':'root'}");
        assertThat(target.commit(replace("/", all)).index()).isZero();
        assertThat(target.read()).doesNotContain("@");
    }

    @Test
    @DisplayName("MD-2: annotations are logged as edits of their own, replayed, and read the same after a restart")
    void annotationsSurviveARestart() {
        long first = target.commit(replace("/", ALL)).index();
        target.commit(update("/box", "{'@size':{'m:seen':9}}"));
        long last = target.commit(delete("/box/part[id=1]")).index();
        String all = target.annotated();

        target.restart();

        assertThat(target.annotated()).isEqualTo(all).contains("'@size':{'m:by':'me','m:seen':9}");
        assertThat(target.edits(first))
                .contains(new Edit.Put(
                        Path.parse("/@below[node=/box/tag[.=b\\]]"),
                        "{\"node\":\"/box/tag[.=b]\",\"m:seen\":3}",
                        null));
        assertThat(target.edits(last))
                .extracting(edit -> edit.path().toString())
                .containsExactlyInAnyOrder(
                        "/box/part[id=1]", "/@below[node=/box/part[id=1\\]]", "/@below[node=/box/part[id=1\\]/note]");
        target.commit(update("/box", "{'@size':{'m:seen':10}}"));
        assertThat(target.annotated()).contains("'@size':{'m:by':'me','m:seen':10}");
    }

    /** A change of what {@link #ALL} has, and what goes of its annotations. */
    @ParameterizedTest(name = "{0} {1} {2}")
    @DisplayName(
            "MD-2: a replacement drops the annotations at and below it, a merge keeps them, and a deleted node has none")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "replace | /box/size | 3 | '@size':{'m:by':'me','m:seen':2}",
                "update | /box/size | 3 | ",
                "update | /box | {'size':3} | ",
                "delete | /box/size | | '@size':{'m:by':'me','m:seen':2}",
                "replace | /box/part[id=1] | {'note':'n'} | '@':{'m:seen':4} & '@note':{'m:seen':5}",
                "update | /box/part[id=1] | {'note':'m'} | ",
                "delete | /box/part[id=1]/note | | '@note':{'m:seen':5}",
                "delete | /box/part[id=*] | | '@':{'m:seen':4} & '@note':{'m:seen':5} & '@':{'m:seen':6}",
                "replace | /box/part | [{'id':2}] | '@':{'m:seen':4} & '@note':{'m:seen':5} & '@':{'m:seen':6}",
                "replace | /box/tag | ['a','b'] | '@tag':[null,{'m:seen':3}",
                "update | /box/tag | ['b','c'] | '@tag':[null,{'m:seen':3} -> '@tag':[{'m:seen':3}",
                "update | /box/tag | ['c'] | '@tag':[null,{'m:seen':3}",
                "delete | /@ | | '@':{'m:by':'root'}",
                "delete | /@below[node=/box]/m:seen | | '@':{'m:seen':1}",
                "delete | /@below[node=/box/size] | | '@size':{'m:by':'me','m:seen':2}",
                "replace | /@below[node=/box/size] | {} | '@size':{'m:by':'me','m:seen':2}",
                "delete | /@below[node=/box/size]/m:by | | '@size':{'m:by':'me','m:seen':2} -> '@size':{'m:seen':2}",
                "delete | /@below[node=*]/m:seen | | '@':{'m:seen':1} & '@size':{'m:by':'me','m:seen':2} -> '@size':{'m:by':'me'} & '@tag':[null,{'m:seen':3} & '@':{'m:seen':4} & '@note':{'m:seen':5} & '@':{'m:seen':6}",
                "update | /title | 'y' | "
            })
    void annotationsGoWithTheirNodes(String verb, String path, String json, String gone) {
        target.commit(replace("/", ALL));
        List<String> before = annotations();

        String value = json == null ? "" : json;
        target.commit(
                switch (verb) {
                    case "replace" -> replace(path, value);
                    case "update" -> update(path, value);
                    default -> delete(path);
                });

        List<String> expected = new ArrayList<>(before);
        for (String each : gone == null ? new String[0] : gone.split(" & ", -1)) {
            String[] change = each.split(" -> ", -1);
            int at = expected.indexOf(change[0]);
            assertThat(at).as(change[0] + " of " + before).isNotNegative();
            expected.remove(at);
            if (change.length > 1) {
                expected.add(at, change[1]);
            }
        }
        assertThat(annotations()).isEqualTo(expected);
    }

    @Test
    @DisplayName("MD-2: a node that is deleted and set again in one transaction comes without its annotations")
    void deletedAndSetAgainIsNew() {
        target.commit(replace("/", ALL));

        target.commit(delete("/box"), update("/box", "{'size':2,'@size':{'m:by':'you'}}"));

        assertThat(target.annotated("/box", PolicyDecision.EVERYTHING)).isEqualTo("{'size':2,'@size':{'m:by':'you'}}");
    }

    @Test
    @DisplayName("MD-2: annotations go with a node whose when is no longer true, and with the node of another case")
    void annotationsGoWithWhatDisappears() {
        target.commit(replace("/box", "{'mode':1,'extra':'e','@extra':{'m:seen':1},'left':'l','@left':{'m:seen':2}}"));

        target.commit(update("/box/mode", "2"));
        assertThat(target.annotated()).isEqualTo("{'box':{'left':'l','@left':{'m:seen':2},'mode':2}}");

        target.commit(update("/box/right", "'r'"));
        assertThat(target.annotated()).isEqualTo("{'box':{'right':'r','mode':2}}");

        target.commit(update("/box", "{'mode':1,'extra':'e','left':'l'}"));
        assertThat(target.annotated()).doesNotContain("@");
    }

    @Test
    @DisplayName(
            "MD-2: a node that is neither in the payload nor in the tree is not annotated, but refused with its place")
    void annotationsNeedTheirNode() {
        target.commit(update("/box", "{'size':1,'mode':1,'extra':'e'}"));

        assertThat(target.refusal(update("/box", "{'@mode':{'m:seen':1},'@left':{'m:seen':1}}")))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.path()).hasToString("/box/@left");
                    assertThat(one.rule()).isEqualTo("annotation");
                });
        assertThat(target.refusal(replace("/box", "{'mode':1,'@size':{'m:seen':1}}")))
                .hasSize(1);
        assertThat(target.refusal(update("/box", "{'mode':2,'@extra':{'m:seen':1}}")))
                .extracting(one -> one.path() + " " + one.rule())
                .containsExactly("/box/extra when");
        assertThat(target.refusal(update("/@below[node=/box/part[id=7\\]]/m:seen", "1")))
                .singleElement()
                .satisfies(one -> assertThat(one.path()).hasToString("/box/part[id=7]/@"));
        assertThat(target.annotated()).doesNotContain("@");
    }

    @Test
    @DisplayName(
            "MD-2: a rollback brings back the annotations that a transaction took, and takes those that it brought")
    void annotationsAreRolledBack() {
        target.commit(replace("/", ALL));
        String all = target.annotated();

        for (Operation each : List.of(
                delete("/box"),
                replace("/", "{'title':'y','@title':{'m:seen':1}}"),
                replace("/box", "{'size':2}"),
                update("/box", "{'size':3,'@size':{'m:seen':7},'tag':['b']}"),
                update("/box/size", "3"),
                update("/box", "{'part':[{'id':3,'@':{'m:seen':8}}]}"))) {
            CommitResult result = target.commit(each);
            assertThat(target.annotated()).isNotEqualTo(all);
            target.rollBack(result);
            assertThat(target.annotated()).as("after " + each).isEqualTo(all);
        }
    }

    @Test
    @DisplayName("MD-2: a rollback leaves the annotations that other transactions gave the nodes it changes")
    void rollbackKeepsWhatItDidNotChange() {
        target.commit(replace("/box", "{'size':1,'tag':['a'],'row':[{'id':1},{'id':2,'@':{'m:seen':2}}]}"));
        CommitResult result = target.commit(
                update("/box/size", "2"),
                update("/box/tag", "['a','b']"),
                replace("/box/row", "[{'id':2},{'id':1},{'id':3}]"));
        target.commit(
                update(
                        "/box",
                        "{'size':2,'@size':{'m:seen':1},'tag':['a','b'],'@tag':[{'m:seen':3}],'row':[{'id':1,'@':{'m:seen':4}}]}"));

        target.rollBack(result);

        assertThat(target.annotated("/box", PolicyDecision.EVERYTHING))
                .isEqualTo("{'size':1,'@size':{'m:seen':1},'tag':['a'],'@tag':[{'m:seen':3}],"
                        + "'row':[{'@':{'m:seen':4},'id':1},{'@':{'m:seen':2},'id':2}]}");
    }

    @Test
    @DisplayName("MD-2: a target has at most 10,000 annotations below its root")
    void annotationsAreBounded() {
        int half = Annotations.COUNT_MAX / 2;
        target.commit(update("/box", values(0, half)));
        target.commit(update("/box", "{'size':1}"));
        String tags = values(0, half).replace("{'m:seen':1}", "{'m:seen':2,'m:by':'x'}");
        target.commit(replace("/box", tags));

        assertThat(target.refusal(update("/title", "'x'"), update("/", "{'@title':{'m:seen':1}}")))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.rule()).isEqualTo("annotations");
                    assertThat(one.value()).isEqualTo(Integer.toString(Annotations.COUNT_MAX + 1));
                });
        target.commit(delete("/box"));
        target.commit(update("/", "{'title':'x','@title':{'m:seen':1}}"));
        assertThat(annotations()).hasSize(1);
    }

    private static String values(int from, int to) {
        String values = IntStream.range(from, to).mapToObj(i -> "'" + i + "'").collect(Collectors.joining(","));
        String each = IntStream.range(from, to).mapToObj(_ -> "{'m:seen':1}").collect(Collectors.joining(","));
        return "{'tag':[" + values + "],'@tag':[" + each + "]}";
    }

    @Test
    @DisplayName("MD-2: who does not see a node does not see its annotations")
    void annotationsOfHiddenNodesAreHidden() {
        target.commit(replace("/", ALL));

        assertThat(target.annotated(
                        "/", only(Effect.ALLOW, "/", Effect.DENY, "/box/size", Effect.DENY, "/box/part[id=1]")))
                .startsWith("{'@':{'m:by':'root'},'box':{'@':{'m:seen':1},'tag'")
                .contains("[{'@':{'m:seen':6},'id':2}]")
                .doesNotContain("size", "'m:seen':2", "'m:seen':4", "'m:seen':5");
        assertThat(target.annotated("/", only(Effect.ALLOW, "/box/size")))
                .isEqualTo("{'box':{'size':2,'@size':{'m:by':'me','m:seen':2}}}");
        assertThat(target.annotated("/@below", only(Effect.ALLOW, "/", Effect.DENY, "/box/part")))
                .contains("/box/size")
                .doesNotContain("part");
    }

    private static PolicyDecision only(Object... rules) {
        return new PolicyDecision(IntStream.range(0, rules.length / 2)
                .mapToObj(i -> new PathRule((Effect) rules[2 * i], Path.parse((String) rules[2 * i + 1])))
                .toList());
    }

    @Test
    @DisplayName("MD-2: a model whose modules define no annotation keeps none")
    void modelWithoutAnnotationsRefusesThem() {
        try (var plain = new OneTarget("leaf a { type string; } container b { leaf c { type string; } }")) {
            assertThat(plain.refusal(update("/", "{'@':{'m:seen':1}}"))).hasSize(1);
            assertThat(plain.refusal(update("/b", "{'c':'x','@c':{'m:seen':1}}")))
                    .extracting(one -> one.path() + " " + one.rule())
                    .containsExactly("/b/@c annotation");
        }
    }
}
