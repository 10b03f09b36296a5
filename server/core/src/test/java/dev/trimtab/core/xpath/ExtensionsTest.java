package dev.trimtab.core.xpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.trimtab.model.XPathExtension;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What ONF's models up to 2023 use beyond the standards: refused by default, and each accepted by its own switch. */
class ExtensionsTest {
    private static final Document DOCUMENT = Document.of("""
            list slice { key id; ordered-by user; leaf id { type string; }
              list group { key name; ordered-by user; leaf name { type string; } leaf x { type string; } } }
            list model { key id; leaf id { type string; }
              list port { key cage; leaf cage { type string; } leaf-list speeds { type string; ordered-by user; } } }
            leaf model-id { type string; } leaf cage { type string; }
            """, """
            {'slice':[{'id':'a','group':[{'name':'g'},{'name':'h'}]},{'id':'b','group':[{'name':'i'},{'name':'h'}]},{'id':'c'}],
            'model':[{'id':'m1','port':[{'cage':'1','speeds':['s10','s40']},{'cage':'2'}]},{'id':'m2','port':[{'cage':'3'}]}],
            'model-id':'m1','cage':'2'}""");

    @DisplayName("YV-30: functions and syntax of no standard are a load error that names the switch")
    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            set-contains(/slice/id, .) ~ set-contains
            $this ~ this-variable
            /slice/@id ~ key-attribute
            /slice/attribute::id ~ key-attribute
            """)
    void isRefusedByDefault(String expression, String extension) {
        XPathExtension own = XPathExtension.parse(extension);
        XPathExtension[] others =
                Stream.of(XPathExtension.values()).filter(each -> each != own).toArray(XPathExtension[]::new);

        assertThatExceptionOfType(UnsupportedXPathException.class)
                .isThrownBy(() -> value(expression, others))
                .withMessageContainingAll("of no standard", "the extension '" + extension + "'", "at character");
        assertThat(value(expression, own)).isNotNull();
    }

    @DisplayName("YV-30: with its switch each means what the historic evaluator meant")
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            set-contains(/slice/id, 'b') ~ true
            set-contains(/slice/id, 'd') ~ false
            set-contains(/slice/id, /slice[3]/group/name) ~ false
            set-contains(/none, '') ~ false
            set-contains(/model[1]/port/cage, .) ~ true
            set-contains(/model[2]/port/cage, .) ~ false
            count(/slice[set-contains(following-sibling::slice/group/@name, group/@name)]/@id) ~ 0
            count(/slice[set-contains(following-sibling::slice/group/@name, group[2]/@name)]/@id) ~ 1
            set-contains(/i:model[@i:id=$this/../model-id]/i:port/@i:cage, .) ~ true
            count(/model[@id=$this/../model-id]/port[@cage=$this]) ~ 1
            contains(/model[@id=$this/../model-id]/port[@cage='1']/speeds, string('s1')) ~ true
            $this ~ 2
            """)
    void meansWhatItMeant(String expression, String value) {
        assertThat(value("string(" + expression + ")", XPathExtension.values())).isEqualTo(value);
    }

    @Test
    @DisplayName("YV-30: an attribute that is no key is a load error")
    void attributeThatIsNoKeyIsRefused() {
        assertThatExceptionOfType(UnsupportedXPathException.class)
                .isThrownBy(() -> value("/slice/group/@x", XPathExtension.KEY_ATTRIBUTE))
                .withMessage("what is written as an attribute is no key, at character 14");
    }

    private static Object value(String expression, XPathExtension... extensions) {
        return DOCUMENT.value(expression, DOCUMENT.at("/cage"), extensions);
    }
}
