package dev.trimtab.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.trimtab.core.failure.FailureException;
import dev.trimtab.model.ModelDescription;
import dev.trimtab.model.ModelId;
import dev.trimtab.model.Path;
import dev.trimtab.model.YangSource;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opendaylight.yangtools.yang.data.tree.api.DataTree;
import org.opendaylight.yangtools.yang.data.tree.api.DataTreeModification;
import org.opendaylight.yangtools.yang.data.tree.api.DataValidationFailedException;

/** Annotations below the root in JSON, and in a tree. RFC 7952 section 5.2; texts have single quotes for double ones. */
class AnnotatedNodesTest {
    private static final LoadedModel MODEL = LoadedModel.load(new ModelDescription(
            new ModelId("base", "1.0.0"),
            "Base",
            List.of(
                    source("base", """
                            import ietf-yang-metadata { prefix md; }
                            md:annotation seen { type uint8; }
                            md:annotation by { type string { length "1..8"; } }
                            leaf title { type string; }
                            container box {
                              leaf size { type uint8; default 3; }
                              leaf-list tag { type string; }
                              leaf-list step { type uint16; ordered-by user; }
                              list part {
                                key "id kind"; leaf id { type string; } leaf kind { type empty; }
                                leaf note { type string; }
                                list part { key id; leaf id { type uint8; } }
                              }
                              choice way { leaf left { type string; } container right { presence r; } }
                              leaf ref { type instance-identifier { require-instance false; } }
                              anydata any;
                              anyxml xml;
                            }
                            container lid { presence p; }
                            container report { config false; leaf up { type boolean; } }
                            """),
                    source("more", """
                            import base { prefix b; }
                            augment /b:box { leaf size { type uint8; } container depth { leaf d { type uint8; } } }
                            """),
                    Zoo.source("ietf-yang-metadata@2016-08-05.yang", false))));
    private static final JsonWriter.Options STRICT = JsonWriter.Options.STRICT.withAnnotations();
    private static final JsonWriter.Options PLAIN =
            new JsonWriter.Options(false, false, Content.CONFIG, 0).withAnnotations();

    private final DataTree tree = MODEL.newTree();

    private static YangSource source(String name, String body) {
        String text = "module " + name + " { yang-version 1.1; namespace \"urn:" + name + "\"; prefix " + name.charAt(0)
                + "; " + body + "}";
        return new YangSource(name + ".yang", text, true);
    }

    private static Instance at(String path) {
        return PathResolver.resolve(MODEL, Path.parse(path));
    }

    private static Decoded decoded(String path, String json, boolean strict) {
        byte[] text = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return JsonReader.readAnnotated(MODEL, at(path), text, strict);
    }

    /** Commits a replacement, and answers what else than its path it changed. */
    private List<Edit> put(String path, String json, boolean strict) throws DataValidationFailedException {
        Decoded decoded = decoded(path, json, strict);
        assertThat(decoded.violations()).isEmpty();
        DataTreeModification m = tree.takeSnapshot().newModification();
        TreeEdits.put(m, MODEL, at(path), Objects.requireNonNull(decoded.node()));
        TreeEdits.annotate(m, MODEL, decoded.annotations());
        m.ready();
        tree.validate(m);
        var candidate = tree.prepare(m);
        assertThat(AnnotationSweep.of(MODEL, candidate.getRootNode()).violations())
                .isEmpty();
        tree.commit(candidate);
        return TreeEdits.edits(MODEL, candidate);
    }

    private String read(String path, JsonWriter.Options options) {
        var snapshot = tree.takeSnapshot();
        var below = snapshot.readNode(Annotations.below(MODEL).orElseThrow()).orElse(null);
        byte[] json = JsonWriter.write(
                at(path),
                snapshot.readNode(at(path).id()).orElseThrow(),
                options.below(below),
                Visibility.ALL,
                Existence.STORED);
        return new String(json, StandardCharsets.UTF_8).replace('"', '\'');
    }

    /** Each kind of node, and the text with annotations of RFC 7952 that is read and written back the same. */
    @ParameterizedTest(name = "{0}")
    @DisplayName("MD-2: annotations of every kind of node come back where RFC 7952 has them")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "container | {'base:box':{'@':{'base:seen':1},'size':2}}",
                "container in a container | {'base:box':{'more:depth':{'@':{'base:seen':1},'d':2}}}",
                "empty container | {'base:lid':{'@':{'base:by':'me','base:seen':1}}}",
                "top leaf | {'base:title':'x','@base:title':{'base:by':'me'}}",
                "leaf | {'base:box':{'size':2,'@size':{'base:seen':1}}}",
                "leaf of another module | {'base:box':{'size':2,'@size':{'base:seen':1},'more:size':2,'@more:size':{'base:seen':2}}}",
                "leaf in a case | {'base:box':{'left':'x','@left':{'base:seen':1}}}",
                "container in a case | {'base:box':{'right':{'@':{'base:seen':1}}}}",
                "entry | {'base:box':{'part':[{'@':{'base:seen':1},'id':'a','kind':[null]}]}}",
                "keys and leaves of entries | {'base:box':{'part':[{'id':'a','@id':{'base:seen':1},'kind':[null],'note':'n','@note':{'base:seen':2}}]}}",
                "entry in an entry of the same name | {'base:box':{'part':[{'id':'a','kind':[null],'part':[{'@':{'base:seen':1},'id':3}]}]}}",
                "odd keys | {'base:box':{'part':[{'@':{'base:seen':1},'id':'a]/[=\\\\\\'*','kind':[null]}]}}",
                "leaf-list | {'base:box':{'step':[6,3,7,8],'@step':[null,null,{'base:seen':1}]}}",
                "leaf-list, all | {'base:box':{'step':[6,3],'@step':[{'base:seen':1},{'base:by':'me','base:seen':2}]}}",
                "odd values | {'base:box':{'tag':['*'],'@tag':[{'base:seen':1}]}}",
                "anydata | {'base:box':{'any':{'@':{'base:seen':1},'a':{'@':2}}}}",
                "empty anydata | {'base:box':{'any':{'@':{'base:seen':1}}}}",
                "anyxml | {'base:box':{'xml':{'@':{'a':1}},'@xml':{'base:seen':1}}}"
            })
    void annotationsComeBack(String what, String json) throws DataValidationFailedException {
        put("/", json, true);

        assertThat(read("/", STRICT)).isEqualTo(json);
        assertThat(read("/", JsonWriter.Options.STRICT)).doesNotContain("base:seen", "base:by");

        String plain = read("/", PLAIN);
        assertThat(put("/", plain, false)).isEmpty();
        assertThat(read("/", STRICT)).isEqualTo(json);
    }

    @Test
    @DisplayName("MD-2: a part of the tree is read and replaced with the annotations in it")
    void partsHaveTheirAnnotations() throws DataValidationFailedException {
        put(
                "/",
                "{'base:box':{'@':{'base:seen':1},'part':[{'@':{'base:seen':2},'id':'a','kind':[null],'note':'n',"
                        + "'@note':{'base:seen':3}}]}}",
                true);

        assertThat(read("/box/part[id=a][kind=]", PLAIN))
                .isEqualTo("{'@':{'base:seen':2},'id':'a','kind':[null],'note':'n','@note':{'base:seen':3}}");
        assertThat(read("/box/part", PLAIN)).startsWith("[{'@':{'base:seen':2},'id':'a'");
        assertThat(read("/box/part[id=a][kind=]/note", PLAIN)).isEqualTo("'n'");

        put("/box/part[id=a][kind=]", "{'@note':{'base:by':'me'},'base:note':'m'}", true);
        assertThat(read("/", STRICT))
                .isEqualTo("{'base:box':{'@':{'base:seen':1},'part':[{'id':'a','kind':[null],"
                        + "'note':'m','@note':{'base:by':'me'}}]}}");
    }

    @Test
    @DisplayName("MD-2: the members of annotations may come before what they annotate")
    void orderOfMembersIsFree() throws DataValidationFailedException {
        put(
                "/box",
                "{'@step':[null,{'base:seen':1}],'@size':{'base:seen':2},'base:size':4,'step':[5,6],"
                        + "'part':[{'@':{'base:seen':3},'kind':[null],'id':'a'}]}",
                true);

        assertThat(read("/box", PLAIN))
                .contains(
                        "'size':4,'@size':{'base:seen':2}",
                        "'step':[5,6],'@step':[null,{'base:seen':1}]",
                        "[{'@':{'base:seen':3}");
    }

    @ParameterizedTest(name = "{1}")
    @DisplayName("MD-2: annotations that fit neither the model nor the value are refused with path, rule and value")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/box | {'@':{'base:gone':'v'}} | /box/@/base:gone | annotation | v",
                "/box | {'@':{'seen':1}} | /box/@/seen | annotation | 1",
                "/box | {'@':{'base:seen':256}} | /box/@/base:seen | range | 256",
                "/box | {'@':{'base:by':''}} | /box/@/base:by | length | ``",
                "/box | {'@':{'node':'/box'}} | /box/@/node | annotation | /box",
                "/box | {'@':1} | /box/@ | type | 1",
                "/box | {'@':{'@':{}}} | /box/@/@ | annotation | ",
                "/box | {'size':1,'@size':null} | /box/@size | type | null",
                "/box | {'size':1,'@size':[{'base:seen':1}]} | /box/@size | type | ",
                "/box | {'@length':{'base:seen':1}} | /box/@length | annotation | ",
                "/box | {'@more:length':{'base:seen':1}} | /box/@more:length | annotation | ",
                "/box | {'more:depth':{'d':1},'@more:depth':{'base:seen':1}} | /box/@more:depth | annotation | ",
                "/box | {'@part':[{'base:seen':1}]} | /box/@part | annotation | ",
                "/box | {'any':{},'@any':{'base:seen':1}} | /box/@any | annotation | ",
                "/box | {'any':{'@':{'base:gone':1}}} | /box/any/@/base:gone | annotation | 1",
                "/box | {'tag':['a'],'@tag':[null,null]} | /box/@tag | annotation | 2 elements",
                "/box | {'@tag':[{'base:seen':1}]} | /box/@tag | annotation | 1 elements",
                "/box | {'tag':['a'],'@tag':{'base:seen':1}} | /box/@tag | type | ",
                "/box | {'tag':['a'],'@tag':[{'base:gone':1}]} | /box/@tag/base:gone | annotation | 1",
                "/box | {'ref':'/@'} | /box/ref | type | /@",
                "/box | {'ref':'/@below'} | /box/ref | type | /@below",
                "/box | {'part':[{'id':'a','kind':[null],'@':{'base:gone':1}}]} | /box/part[id=a][kind=]/@/base:gone | annotation | 1",
                "/ | {'@base:report':{'base:seen':1}} | /@base:report | read-only | ",
                "/ | {'@below':[]} | /@below | annotation | ",
                "/ | {'@':{'base:seen':1,'@':{}}} | /@/@ | annotation | "
            })
    void otherAnnotationsAreRefused(String at, String json, String path, String rule, String value) {
        // a leaf's null is shown as its text
        assertThat(decoded(at, json, true).violations())
                .extracting(one -> one.path() + " " + one.rule() + " " + one.value())
                .containsExactly(path + " " + rule + " " + value);
    }

    @ParameterizedTest
    @DisplayName("MD-2: annotations that come twice are malformed")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'@':{'base:seen':1},'@':{'base:seen':1}}",
                "{'@':{'base:seen':1,'base:seen':1}}",
                "{'size':1,'@size':{'base:seen':1},'@size':{'base:seen':1}}",
                "{'size':1,'@size':{'base:seen':1},'@base:size':{'base:seen':1}}",
                "{'any':{'@':{'base:seen':1},'@':{'base:seen':1}}}"
            })
    void annotationsThatComeTwiceAreMalformed(String json) {
        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(() -> decoded("/box", json, false))
                .withMessageContaining("comes twice");
    }

    @Test
    @DisplayName("MD-2: one value has at most 10,000 annotations; more are refused once")
    void annotationsOfOneValueAreBounded() {
        assertThat(decoded("/box", steps(Annotations.COUNT_MAX), true).annotations())
                .hasSize(Annotations.COUNT_MAX);

        assertThat(decoded("/box", steps(Annotations.COUNT_MAX + 2), true).violations())
                .extracting(one -> one.path() + " " + one.rule())
                .containsExactly("/box/step annotations");
    }

    private static String steps(int count) {
        String values = IntStream.range(0, count).mapToObj(Integer::toString).collect(Collectors.joining(","));
        String each = IntStream.range(0, count).mapToObj(_ -> "{'base:seen':1}").collect(Collectors.joining(","));
        return "{'step':[" + values + "],'@step':[" + each + "]}";
    }

    @ParameterizedTest
    @DisplayName("MD-2: what is no single node of the configuration has no place for annotations")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/",
                "/@",
                "/@/base:seen",
                "/gone",
                "/box/part",
                "/box/part[id=a]",
                "/box/tag",
                "/box/size[.=1]",
                "/box/step[.=x]",
                "/box/step[.=1][a=b]",
                "/report",
                "/box["
            })
    void otherPathsAreRefused(String node) {
        SchemaNode key =
                Objects.requireNonNull(MODEL.root().annotated()).keyNodes().getFirst();

        assertThat(key.type().takes(node)).isFalse();
    }

    @Test
    void annotatedNodesHaveOneCanonicalPath() {
        SchemaNode key =
                Objects.requireNonNull(MODEL.root().annotated()).keyNodes().getFirst();

        assertThat(key.type().canonical(key.type().parse("/base:box/base:part[kind=][base:id=a\\]]/note")))
                .isEqualTo("/box/part[id=a\\]][kind=]/note");
        assertThat(key.type().canonical(key.type().parse("/box/step[.=007]"))).isEqualTo("/box/step[.=7]");
    }

    @Test
    @DisplayName("MD-2: who does not keep annotations refuses them and leaves content without a schema as it is")
    void plainReaderRefusesAnnotations() {
        byte[] annotated = "{\"@\":{\"base:seen\":1}}".getBytes(StandardCharsets.UTF_8);
        byte[] content = "{\"any\":{\"@\":{\"base:seen\":1}}}".getBytes(StandardCharsets.UTF_8);

        assertThat(JsonReader.read(MODEL, at("/box"), annotated, true).violations())
                .extracting(one -> one.path() + " " + one.rule())
                .containsExactly("/box/@ annotation");
        assertThat(JsonReader.read(MODEL, at("/box"), content, true).annotations())
                .isEmpty();
    }
}
