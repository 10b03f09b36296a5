package dev.trimtab.core.transaction;

import static dev.trimtab.core.transaction.OneTarget.delete;
import static dev.trimtab.core.transaction.OneTarget.replace;
import static dev.trimtab.core.transaction.OneTarget.update;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The order of entries and values, tried through the way that every change takes and after a restart. */
class OrderTest {
    private static final int KEYS = 8;
    private static final int CHANGES = 60;

    @DisplayName("YV-27: the order that a user gave is kept wherever entries and values stand")
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            list l { key k; ordered-by user; leaf k { type string; } } | {'l':[{'k':'z'},{'k':'AaBB'},{'k':'BBAa'},{'k':'a'}]}
            list l { key k; ordered-by user; leaf k { type string; } } | {'l':[{'k':'BBAa'},{'k':'AaBB'},{'k':'a'},{'k':'z'}]}
            list l { key 'k m'; ordered-by user; leaf k { type uint8; } leaf m { type uint8; } } | {'l':[{'k':2,'m':1},{'k':1,'m':2},{'k':1,'m':1}]}
            container c { choice h { case d { list l { key k; ordered-by user; leaf k { type uint8; } } } } } | {'c':{'l':[{'k':2},{'k':3},{'k':1}]}}
            list o { key k; ordered-by user; leaf k { type uint8; } list l { key m; ordered-by user; leaf m { type uint8; } } } \
            | {'o':[{'k':2,'l':[{'m':9},{'m':7}]},{'k':1,'l':[{'m':8},{'m':9},{'m':1}]}]}
            leaf-list l { type string; ordered-by user; } | {'l':['z','AaBB','BBAa','a']}
            leaf-list l { type int8; ordered-by user; } | {'l':[5,-1,3]}
            """)
    void orderOfAUserIsKept(String statements, String json) {
        try (var target = new OneTarget(statements)) {
            target.commit(update("/", json));
            assertThat(target.read()).isEqualTo(json);

            target.restart();
            assertThat(target.read()).isEqualTo(json);

            CommitResult gone = target.commit(replace("/", "{}"));
            target.rollBack(gone);
            assertThat(target.read()).isEqualTo(json);
        }
    }

    @DisplayName("YV-27: what a user orders stands where the changes put it, after a restart and when they are undone")
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void changesOfWhatAUserOrders(long seed) {
        var random = new Random(seed);
        Map<Integer, Integer> expected = new LinkedHashMap<>();
        try (var target =
                new OneTarget("list l { key k; ordered-by user; leaf k { type uint8; } leaf v { type uint8; } }")) {
            for (int i = 0; i < CHANGES; i++) {
                Map<Integer, Integer> before = new LinkedHashMap<>(expected);
                CommitResult result = target.commit(change(random, expected));
                assertThat(target.read()).as("change %d", i).isEqualTo(document(expected));

                if (result.index() > 0 && random.nextInt(4) == 0) {
                    target.rollBack(result);
                    expected = before;
                    assertThat(target.read()).as("change %d undone", i).isEqualTo(document(expected));
                }
                if (random.nextInt(10) == 0) {
                    target.restart();
                    assertThat(target.read()).as("restart after %d", i).isEqualTo(document(expected));
                }
            }
        }
    }

    /** A random operation, made of {@code entries} too. */
    private static Operation change(Random random, Map<Integer, Integer> entries) {
        int key = random.nextInt(KEYS);
        int value = random.nextInt(9);
        Map<Integer, Integer> several = several(random);
        return switch (random.nextInt(6)) {
            case 0 -> {
                entries.put(key, value);
                yield update("/l[k=" + key + "]", "{'v':" + value + "}");
            }
            case 1 -> {
                entries.put(key, value);
                yield replace("/l[k=" + key + "]", "{'v':" + value + "}");
            }
            case 2, 3 -> {
                entries.remove(key);
                yield delete("/l[k=" + key + "]");
            }
            case 4 -> {
                entries.putAll(several);
                yield update("/", document(several));
            }
            default -> {
                entries.clear();
                entries.putAll(several);
                yield replace("/", document(several));
            }
        };
    }

    private static Map<Integer, Integer> several(Random random) {
        List<Integer> keys = shuffled(random);
        Map<Integer, Integer> entries = new LinkedHashMap<>();
        keys.subList(0, random.nextInt(KEYS)).forEach(key -> entries.put(key, random.nextInt(9)));
        return entries;
    }

    private static List<Integer> shuffled(Random random) {
        List<Integer> keys = new ArrayList<>(IntStream.range(0, KEYS).boxed().toList());
        Collections.shuffle(keys, random);
        return keys;
    }

    private static String document(Map<Integer, Integer> entries) {
        return entries.isEmpty()
                ? "{}"
                : entries.entrySet().stream()
                        .map(entry -> "{'k':" + entry.getKey() + ",'v':" + entry.getValue() + "}")
                        .collect(joining(",", "{'l':[", "]}"));
    }

    @DisplayName("YV-29: a rule about the first of several entries is asked again when they change places")
    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "not(bit-is-set(../l/f, 'x'))",
                "string(../l/k) = '1'",
                "starts-with(../l/k, '1')",
                "number(../l/k) = 1",
                "../l/k + 0 = 1",
                "-(../l/k) = -1",
                "../l[1]/k = 1",
                "../l[k = ../n]/k * 1 = 1"
            })
    void ruleOfTheFirstEntry(String must) {
        try (var target = new OneTarget("list l { key k; ordered-by user; leaf k { type uint8; }"
                + " leaf f { type bits { bit x; } } } leaf-list n { type uint8; }"
                + " leaf m { type uint8; must \"" + must + "\"; }")) {
            String both = "[{'k':1,'f':''},{'k':2,'f':'x'}]";
            target.commit(update("/", "{'m':1,'n':[1,2],'l':" + both + "}"));

            assertThat(target.refusal(replace("/l", "[{'k':2,'f':'x'},{'k':1,'f':''}]")))
                    .singleElement()
                    .satisfies(
                            violation -> assertThat(violation.path().toString()).isEqualTo("/m"));

            target.commit(replace("/l", both), update("/l[k=3]", "{}"));
        }
    }

    @DisplayName("YV-27: what the system orders stands in one order, whatever the way and order it came in")
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void systemHasOneOrder(long seed) {
        var random = new Random(seed);
        Map<Integer, Integer> whole = new LinkedHashMap<>();
        shuffled(random).forEach(key -> whole.put(key, 1));
        try (var target = new OneTarget("list l { key k; leaf k { type uint8; } leaf v { type uint8; } }")) {
            target.commit(update("/", document(whole)));
            String once = target.read();

            target.commit(replace("/", "{}"));
            shuffled(random).forEach(key -> target.commit(update("/l[k=" + key + "]", "{'v':1}")));
            assertThat(target.read()).isEqualTo(once);

            target.commit(delete("/l[k=3]"));
            target.commit(update("/l[k=3]", "{'v':1}"));
            assertThat(target.read()).isEqualTo(once);

            target.restart();
            assertThat(target.read()).isEqualTo(once);
        }
    }
}
