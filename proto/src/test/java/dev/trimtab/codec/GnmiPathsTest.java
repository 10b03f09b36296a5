package dev.trimtab.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.protobuf.TextFormat;
import dev.trimtab.model.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GnmiPathsTest {
    private static final dev.trimtab.proto.gnmi.Path NONE = dev.trimtab.proto.gnmi.Path.getDefaultInstance();

    @ParameterizedTest(name = "{0} + {1} = {2}")
    @CsvSource(delimiter = '|', textBlock = """
            ''                                        | ''                                           | /
            ''                                        | 'elem{name:"a"}'                             | /a
            'elem{name:"a"}'                          | ''                                           | /a
            'elem{name:"a"} elem{name:"b"}'           | 'elem{name:"c"}'                             | /a/b/c
            'target:"leaf-1" elem{name:"a"}'          | 'elem{name:"b"}'                             | /a/b
            'elem{name:"a" key{key:"k" value:"1"}}'   | 'elem{name:"b"}'                             | /a[k=1]/b
            ''                                        | 'elem{name:"a" key{key:"k" value:""}}'       | /a[k=]
            ''                                        | 'elem{name:"a" key{key:"k" value:"x/y]"}}'   | /a[k=x/y\\]]
            ''                                        | 'elem{name:"m:a"}'                           | /m:a
            ''                                        | 'elem{name:"*"} elem{name:"..."}'            | /*/...
            ''                                        | 'elem{name:"a" key{key:"k" value:"*"}}'      | /a[k=*]
            'origin:"openconfig"'                     | 'elem{name:"a"}'                             | /a
            ''                                        | 'origin:"openconfig" elem{name:"a"}'         | /a
            ''                                        | 'element:"old" elem{name:"a"}'               | /a
            """)
    @DisplayName("PTH-2, ORG-1 the path is the prefix and the path, whatever known origin they name")
    void prefixAndPathAreJoined(String prefix, String path, String expected) throws TextFormat.ParseException {
        assertThat(GnmiPaths.decode(gnmi(prefix), gnmi(path))).isEqualTo(Path.parse(expected));
    }

    @ParameterizedTest(name = "{0}: {1} + {2}")
    @CsvSource(delimiter = '|', textBlock = """
            PTH-1  | ''                                   | 'elem{name:""}'                            | has no name
            PTH-1  | 'elem{name:""}'                      | 'elem{name:"a"}'                           | has no name
            PTH-1  | ''                                   | 'elem{name:"a"} elem{name:""}'             | element 2
            PTH-1  | ''                                   | 'elem{name:"a" key{key:"" value:"1"}}'     | has no name
            PTH-7  | ''                                   | 'element:"a"'                              | gNMI before 0.4
            PTH-7  | 'element:"a"'                        | 'elem{name:"b"}'                           | gNMI before 0.4
            PTH-7  | ''                                   | 'element:""'                               | gNMI before 0.4
            PTH-15 | ''                                   | 'target:"leaf-1"'                          | belongs in the prefix
            PTH-15 | 'target:"leaf-1"'                    | 'target:"leaf-1" elem{name:"a"}'           | belongs in the prefix
            ORG-2  | 'origin:"openconfig"'                | 'origin:"openconfig" elem{name:"a"}'       | both in the prefix
            ORG-3  | 'elem{name:"a"}'                     | 'origin:"cli"'                             | not known
            ORG-4  | ''                                   | 'origin:"cli" elem{name:"a"}'              | not known
            ORG-4  | 'origin:"cli"'                       | 'elem{name:"a"}'                           | not known
            ORG-4  | 'origin:"OpenConfig"'                | 'elem{name:"a"}'                           | not known
            """)
    void pathsThatBreakARuleAreRefused(String rule, String prefix, String path, String reason)
            throws TextFormat.ParseException {
        var gnmiPrefix = gnmi(prefix);
        var gnmiPath = gnmi(path);

        assertThatExceptionOfType(MalformedPathException.class)
                .as(rule)
                .isThrownBy(() -> GnmiPaths.decode(gnmiPrefix, gnmiPath))
                .withMessageContaining(reason);
    }

    @Test
    @DisplayName("PTH-16 the target is handed on as it came, to be judged by the edge")
    void targetIsHandedOn() throws TextFormat.ParseException {
        assertThat(GnmiPrefix.decode(gnmi("target:\"*\"")).target()).isEqualTo("*");
        assertThat(GnmiPrefix.decode(NONE).target()).isEmpty();
    }

    @Test
    @DisplayName("PTH-16, ORG-8 the answer's prefix has the request's target and origin")
    void answerRepeatsTargetAndOriginOfThePrefix() throws TextFormat.ParseException {
        var prefix = GnmiPrefix.decode(gnmi("target:\"leaf-1\" origin:\"openconfig\" elem{name:\"a\"}"));

        assertThat(prefix.answer()).isEqualTo(gnmi("target:\"leaf-1\" origin:\"openconfig\""));
        assertThat(GnmiPrefix.decode(NONE).answer()).isEqualTo(NONE);
    }

    @Test
    @DisplayName("ORG-8 a path that had the origin in the request has it in the answer")
    void originOfAPathIsRepeated() throws TextFormat.ParseException {
        assertThat(GnmiPaths.encode(Path.parse("/a"), "openconfig"))
                .isEqualTo(gnmi("origin:\"openconfig\" elem{name:\"a\"}"));
        assertThat(GnmiPaths.encode(Path.parse("/a"))).isEqualTo(gnmi("elem{name:\"a\"}"));
    }

    @Test
    @DisplayName("PTH-1 the root is written without elements")
    void rootHasNoElements() {
        assertThat(GnmiPaths.encode(Path.ROOT)).isEqualTo(NONE);
    }

    private static dev.trimtab.proto.gnmi.Path gnmi(String text) throws TextFormat.ParseException {
        return TextFormat.parse(text, dev.trimtab.proto.gnmi.Path.class);
    }
}
