package dev.trimtab.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opendaylight.yangtools.yang.data.tree.api.DataTree;
import org.opendaylight.yangtools.yang.data.tree.api.DataTreeModification;

class RandomEditsTest {
    private static final int ROUNDS = 400;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void editsLeadFromTheTreeBeforeToTheTreeAfter(long seed) {
        var random = new Random(seed);
        DataTree tree = Zoo.MODEL.newTree();
        DataTree follower = Zoo.MODEL.newTree();
        for (int round = 0; round < ROUNDS; round++) {
            String before = Zoo.json(tree);
            List<Edit> edits = TreeEdits.edits(Zoo.MODEL, Zoo.change(tree, m -> changes(m, random)));

            Zoo.change(follower, m -> TreeEdits.apply(m, Zoo.MODEL, edits));

            String shown = "seed %d, round %d%nbefore %s%nedits %s".formatted(seed, round, before, edits);
            assertThat(Zoo.json(follower)).as(shown).isEqualTo(Zoo.json(tree));
            assertThat(Zoo.root(follower)).as(shown).isEqualTo(Zoo.root(tree));
            assertThat(edits.isEmpty()).as(shown).isEqualTo(before.equals(Zoo.json(tree)));
        }
    }

    private static void changes(DataTreeModification m, Random random) {
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            change(m, random);
        }
    }

    private static void change(DataTreeModification m, Random random) {
        String cage = "/cage[name=" + (char) ('a' + random.nextInt(3)) + "][number=" + random.nextInt(2) + "]";
        String[] place = one(random, new String[][] {
            {cage, cage(random)},
            {cage + "/keeper", "\"k" + random.nextInt(3) + "\""},
            {cage + "/lamp", random.nextBoolean() ? "{}" : "{\"watts\":" + random.nextInt(3) + "}"},
            {cage + "/lamp/watts", Integer.toString(random.nextInt(3))},
            {cage + "/food", strings(random)},
            {cage + "/route", strings(random)},
            {cage + "/visitor", visitors(random)},
            {cage + "/visitor[id=" + random.nextInt(4) + "]", "{\"note\":\"n" + random.nextInt(3) + "\"}"},
            {"/house", "{" + house(random) + "}"},
            {"/house/single", "\"s\""},
            {"/house/quiet", "[null]"},
            {"/house/person", "[{\"name\":\"p" + random.nextInt(2) + "\"}]"},
            {"/", "{\"zoo:house\":{" + house(random) + "}}"}
        });
        Instance at = Zoo.at(place[0]);
        switch (random.nextInt(4)) {
            case 0 -> TreeEdits.put(m, Zoo.MODEL, at, Zoo.node(place[0], place[1]));
            case 1 -> TreeEdits.delete(m, at);
            default -> TreeEdits.merge(m, Zoo.MODEL, at, Zoo.node(place[0], place[1]));
        }
    }

    private static String cage(Random random) {
        return "{\"route\":%s,\"food\":%s,\"visitor\":%s}"
                .formatted(strings(random), strings(random), visitors(random));
    }

    private static String house(Random random) {
        return one(random, new String[] {
            "\"single\":\"x\"",
            "\"bed\":{\"width\":1},\"colour\":\"red\"",
            "\"person\":[{\"name\":\"p\"}],\"loud\":[null]",
            "\"quiet\":[null]",
            "\"colour\":\"blue\""
        });
    }

    private static String strings(Random random) {
        return shuffled(random).mapToObj(i -> "\"" + i + "\"").collect(Collectors.joining(",", "[", "]"));
    }

    private static String visitors(Random random) {
        return shuffled(random).mapToObj(i -> "{\"id\":\"" + i + "\"}").collect(Collectors.joining(",", "[", "]"));
    }

    private static IntStream shuffled(Random random) {
        return random.ints(0, 4).limit(random.nextInt(6)).distinct();
    }

    private static <T> T one(Random random, T[] of) {
        return of[random.nextInt(of.length)];
    }
}
