package dev.trimtab.core.model;

import dev.trimtab.model.ModelDescription;
import dev.trimtab.model.ModelId;
import dev.trimtab.model.Path;
import dev.trimtab.model.XPathExtension;
import dev.trimtab.model.YangSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Models of a few lines. */
final class YangRules {
    private static final Pattern HEAD = Pattern.compile("\\s*(?:sub)?module\\s+([\\w.-]+)");

    private YangRules() {}

    /**
     * One case of {@code rules.txt}.
     *
     * @param name {@code ROW: verdict: what}
     */
    record Case(String name, List<YangSource> sources) {
        boolean refused() {
            return name.contains(": refused: ");
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** The cases: a line {@code # ROW: verdict: what}, then modules that {@code ===} separates, "import" after it if only that. */
    static Stream<Case> cases() {
        try (var in = YangRules.class.getResourceAsStream("/yang-rules/rules.txt")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.split("(?m)^# ", -1))
                    .filter(block -> !block.isBlank())
                    .map(YangRules::toCase);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Case toCase(String block) {
        int line = block.indexOf('\n');
        List<YangSource> sources = new ArrayList<>();
        for (String part : ("===\n" + block.substring(line + 1).replace("%BELL%", "\u0007")).split("(?m)^===", -1)) {
            if (!part.isBlank()) {
                int head = part.indexOf('\n');
                sources.add(source(part.substring(head + 1), !part.startsWith(" import")));
            }
        }
        return new Case(block.substring(0, line), sources);
    }

    /** A module of that text in a file of its name. */
    static YangSource source(String text, boolean implemented) {
        var head = HEAD.matcher(text);
        return new YangSource((head.find() ? head.group(1) : "m") + ".yang", text, implemented);
    }

    /** A model of implemented modules. */
    static LoadedModel load(String... texts) {
        return load(Arrays.stream(texts).map(text -> source(text, true)).toList());
    }

    static LoadedModel load(List<YangSource> sources) {
        return LoadedModel.load(description(sources));
    }

    static LoadedModel load(Map<String, Set<String>> features, String... texts) {
        List<YangSource> sources =
                Arrays.stream(texts).map(text -> source(text, true)).toList();
        Set<XPathExtension> plain = Set.of();
        return LoadedModel.load(new ModelDescription(new ModelId("m", "1.0.0"), "a test", sources, features, plain));
    }

    /** The node at a path that is there. */
    static SchemaNode node(LoadedModel model, String path) {
        return PathResolver.resolve(model, Path.parse(path)).schema();
    }

    static ModelDescription description(List<YangSource> sources) {
        return new ModelDescription(new ModelId("m", "1.0.0"), "a test", sources);
    }
}
