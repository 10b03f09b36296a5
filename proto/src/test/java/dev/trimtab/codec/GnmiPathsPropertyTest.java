package dev.trimtab.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.model.Path;
import dev.trimtab.model.PathElement;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.arbitraries.StringArbitrary;

class GnmiPathsPropertyTest {
    private static final dev.trimtab.proto.gnmi.Path NONE = dev.trimtab.proto.gnmi.Path.getDefaultInstance();

    @Property
    @Label("PTH-6 what is encoded is decoded to the same path, and survives the wire")
    void pathsRoundTrip(@ForAll("paths") Path path) throws Exception {
        var sent = GnmiPaths.encode(path);

        var received = dev.trimtab.proto.gnmi.Path.parseFrom(sent.toByteArray());

        assertThat(GnmiPaths.decode(NONE, received)).isEqualTo(path);
    }

    @Property
    @Label("PTH-2 a path is the same wherever it is split into prefix and path")
    void everySplitIsTheSamePath(@ForAll("paths") Path path) {
        for (int at = 0; at <= path.elements().size(); at++) {
            var prefix = GnmiPaths.encode(new Path(path.elements().subList(0, at)));
            var rest = GnmiPaths.encode(
                    new Path(path.elements().subList(at, path.elements().size())));

            assertThat(GnmiPaths.decode(prefix, rest)).isEqualTo(path);
        }
    }

    @Provide
    Arbitrary<Path> paths() {
        Arbitrary<String> names = text().ofMinLength(1);
        Arbitrary<PathElement> elements = Combinators.combine(
                        names, Arbitraries.maps(names, text()).ofMaxSize(3))
                .as(PathElement::new);
        return elements.list().ofMaxSize(6).map(Path::new);
    }

    /** Printable characters, with those that text forms escape and some beyond ASCII more often. */
    private static StringArbitrary text() {
        return Arbitraries.strings()
                .withCharRange(' ', '~')
                .withChars('/', '[', ']', '=', '\\', '"', '\'', '\n', '\r', '*', 'é', '→', '\uFFFD')
                .ofMaxLength(12);
    }
}
