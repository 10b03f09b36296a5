package dev.trimtab.core.migration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trimtab.core.model.LoadedModel;
import dev.trimtab.core.validation.Validator;
import dev.trimtab.model.Migration;
import dev.trimtab.model.MigrationNote;
import dev.trimtab.model.MigrationPlan;
import dev.trimtab.model.MigrationRule;
import dev.trimtab.model.ModelDescription;
import dev.trimtab.model.ModelId;
import dev.trimtab.model.Path;
import dev.trimtab.model.TargetId;
import dev.trimtab.model.YangSource;
import java.io.File;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opendaylight.yangtools.yang.data.api.schema.ContainerNode;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNode;

/** Properties of migrations, on random parts of the example configurations; each case is its seed. */
class RoundTripTest {
    private static final int CASES = 150;
    private static final TargetId TARGET = new TargetId("factory");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final File YANG = new File(System.getProperty("trimtab.home", "../.."), "yang/aether");

    static Stream<Integer> seeds() {
        return IntStream.range(0, CASES).boxed();
    }

    /** One migration: what went in, what came out. */
    private record Run(NormalizedNode old, ContainerNode now, List<MigrationNote> notes) {
        Set<Path> namedOld() {
            Set<Path> named = new HashSet<>();
            notes.stream().map(MigrationNote::from).forEach(named::add);
            return named;
        }

        Set<Path> namedNew() {
            Set<Path> named = new HashSet<>();
            notes.stream().map(MigrationNote::to).forEach(named::add);
            return named;
        }
    }

    private static Run run(Migrator migrator, NormalizedNode old) {
        var migrated = (MigrationResult.Migrated) migrator.migrate(TARGET, old);
        return new Run(old, migrated.root(), migrated.notes());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void upAndDownLosesAndInventsNothingThatIsNotNamed(int seed) throws IOException {
        Run up = run(Aether.UP, randomPart(Aether.V20, "2.0.0", seed));
        Run down = run(Aether.DOWN, up.now());

        Map<Path, String> before = inUse(Aether.V20, up.old());
        Map<Path, String> after = inUse(Aether.V20, down.now());
        Set<Path> named = up.namedOld();
        named.addAll(down.namedNew());
        down.namedOld().stream()
                .filter(path -> path != null)
                .map(RoundTripTest::inEnterprise)
                .forEach(named::add);
        up.namedNew().stream()
                .filter(path -> path != null)
                .map(RoundTripTest::inEnterprise)
                .forEach(named::add);
        assertThat(differences(before, after)).isSubsetOf(named);
        Run again = run(Aether.UP, down.now());
        assertThat(LeafTexts.of(Aether.V21, again.now())).isEqualTo(LeafTexts.of(Aether.V21, up.now()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void downAndUpLosesAndInventsNothingThatIsNotNamed(int seed) throws IOException {
        Run down = run(Aether.DOWN, randomPart(Aether.V21, "2.1.0", seed));
        Run up = run(Aether.UP, down.now());

        Set<Path> named = down.namedOld();
        named.addAll(up.namedNew());
        assertThat(differences(inUse(Aether.V21, down.old()), inUse(Aether.V21, up.now())))
                .isSubsetOf(named);
        Run again = run(Aether.UP, run(Aether.DOWN, up.now()).now());
        assertThat(LeafTexts.of(Aether.V21, again.now())).isEqualTo(LeafTexts.of(Aether.V21, up.now()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theSameConfigurationMigratesTheSameWay(int seed) throws IOException {
        Run first = run(Aether.UP, randomPart(Aether.V20, "2.0.0", seed));
        Run second = run(Aether.UP, randomPart(Aether.V20, "2.0.0", seed));

        assertThat(second.now()).isEqualTo(first.now());
        assertThat(second.notes()).isEqualTo(first.notes());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void renamesAreUndoneByTheirReverseWithoutANote(int seed) throws IOException {
        Run there = run(Renamed.THERE, randomPart(Aether.V21, "2.1.0", seed));
        Run back = run(Renamed.BACK, there.now());

        assertThat(back.now()).isEqualTo(there.old());
        assertThat(there.notes()).isEmpty();
        assertThat(back.notes()).isEmpty();
    }

    @Test
    void coresThatTheSitesShareComeBackAsTheyWere() throws IOException {
        ObjectNode whole = (ObjectNode) JSON.readTree(new File(YANG, "2.0.0/examples/enterprise.json"));
        keepFactory(whole);

        Run up = run(Aether.UP, Versions.read(Aether.V20, whole.toString()));
        Run down = run(Aether.DOWN, up.now());

        assertThat(LeafTexts.of(Aether.V20, down.now()))
                .containsEntry(
                        Path.parse("/connectivity-services/connectivity-service[connectivity-service-id=core-5g]"
                                + "/core-5g-endpoint"),
                        "http://webui.core.example:5000/config")
                .containsEntry(
                        Path.parse("/enterprises/enterprise[enterprise-id=factory]"
                                + "/connectivity-service[connectivity-service=core-5g]/enabled"),
                        "true");
    }

    /** The values that count, set or not: one that says what is so anyway is no loss. */
    private static Map<Path, String> inUse(LoadedModel model, NormalizedNode tree) {
        return LeafTexts.of(model, tree, Validator.compile(model).existence(tree));
    }

    private static Path inEnterprise(Path path) {
        return Path.parse("/enterprises/enterprise[enterprise-id=factory]").append(path);
    }

    /** The paths whose values are not the same on both sides. */
    private static Set<Path> differences(Map<Path, String> before, Map<Path, String> after) {
        Map<Path, String> all = new LinkedHashMap<>(before);
        all.putAll(after);
        Set<Path> different = new HashSet<>();
        for (Path path : all.keySet()) {
            String one = before.get(path);
            if (one == null || !one.equals(after.get(path))) {
                different.add(path);
            }
        }
        return different;
    }

    private static NormalizedNode randomPart(LoadedModel model, String version, int seed) throws IOException {
        ObjectNode whole = (ObjectNode) JSON.readTree(new File(YANG, version + "/examples/enterprise.json"));
        keepFactory(whole);
        var random = new Random(seed);
        thin(whole, random, 1 + random.nextInt(40));
        return Versions.read(model, whole.toString());
    }

    private static void keepFactory(ObjectNode config) {
        if (config.path("onf-enterprise:enterprises").path("enterprise") instanceof ArrayNode enterprises) {
            enterprises.removeIf(one -> !one.path("enterprise-id").asText().equals("factory"));
        }
    }

    /** Removes each entry and member that is no key with a chance of one in {@code odds}. */
    private static void thin(JsonNode node, Random random, int odds) {
        if (node instanceof ArrayNode entries) {
            entries.removeIf(_ -> random.nextInt(odds) == 0);
        } else if (node instanceof ObjectNode object) {
            List<String> names = object.propertyStream().map(Map.Entry::getKey).toList();
            for (String name : names.subList(Math.min(1, names.size()), names.size())) {
                if (random.nextInt(odds) == 0) {
                    object.remove(name);
                }
            }
        }
        node.forEach(child -> thin(child, random, odds));
    }

    /** Aether 2.1 with other names in it. */
    private static final class Renamed {
        private static final LoadedModel MODEL = LoadedModel.load(new ModelDescription(
                new ModelId("aether", "2.1.1"),
                "renamed",
                Aether.V21.description().sources().stream()
                        .map(Renamed::renamed)
                        .toList()));
        static final Migrator THERE = migrator(Aether.V21, MODEL, false);
        static final Migrator BACK = migrator(MODEL, Aether.V21, true);

        private static YangSource renamed(YangSource source) {
            String text = source.text()
                    .replace("small-cell", "radio-cell")
                    .replaceAll("\\bimei\\b(?! \\{\\R    type string)", "equipment")
                    .replace("at:equipment", "at:imei")
                    .replace("list ip-domain", "list address-pool")
                    .replace("../../ip-domain/", "../../address-pool/");
            return new YangSource(source.fileName(), text, source.implemented());
        }

        private static Migrator migrator(LoadedModel from, LoadedModel to, boolean back) {
            List<MigrationRule> rules = Stream.of(
                            List.of("/site/small-cell[small-cell-id={c}]", "/site/radio-cell[radio-cell-id={c}]"),
                            List.of("/site/device/imei", "/site/device/equipment"),
                            List.of("/site/ip-domain", "/site/address-pool"))
                    .<MigrationRule>map(names -> new MigrationRule.Move(
                            Path.parse(names.get(back ? 1 : 0)), Path.parse(names.get(back ? 0 : 1))))
                    .toList();
            return Migrator.compile(from, to, Migration.declared(new MigrationPlan(from.id(), to.id(), rules)));
        }
    }
}
