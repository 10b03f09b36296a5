package tech.pantheon.triemap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

class TrieMapTest {

    /** Few hash codes for many keys, and some that are equal in all but the highest bits. */
    record Key(int number) {
        @Override
        public int hashCode() {
            return number % 3 == 0 ? number % 7 : number % 5 << 29;
        }
    }

    record Step(Kind kind, Key key) {
        enum Kind {
            PUT,
            PUT_IF_ABSENT,
            REMOVE,
            CLEAR,
            SNAPSHOT,
            BRANCH
        }
    }

    private record Kept(TrieMap<Key, Integer> map, Map<Key, Integer> content) {
        private void check() {
            assertThat(map).isEqualTo(content).hasSameSizeAs(content);
            assertThat(map.keySet()).containsExactlyInAnyOrderElementsOf(content.keySet());
            assertThat(map.values()).containsExactlyInAnyOrderElementsOf(content.values());
            content.forEach((key, value) -> assertThat(map.get(key)).isEqualTo(value));
        }
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Step.Kind> kinds = Arbitraries.frequencyOf(
                Tuple.of(20, Arbitraries.of(Step.Kind.PUT, Step.Kind.PUT_IF_ABSENT, Step.Kind.REMOVE)),
                Tuple.of(4, Arbitraries.of(Step.Kind.SNAPSHOT, Step.Kind.BRANCH)),
                Tuple.of(1, Arbitraries.just(Step.Kind.CLEAR)));
        Arbitrary<Key> keys = Arbitraries.integers().between(0, 200).map(Key::new);
        return Combinators.combine(kinds, keys).as(Step::new).list().ofMaxSize(400);
    }

    /** A branch goes on where its origin was, while the origin is held still, and nothing that was kept ever changes. */
    @Property(tries = 500)
    void equalsAHashMapAndKeepsItsSnapshots(@ForAll("steps") List<Step> steps) {
        MutableTrieMap<Key, Integer> map = TrieMap.create();
        var content = new HashMap<Key, Integer>();
        List<Kept> kept = new ArrayList<>();
        int number = 0;
        for (Step step : steps) {
            number++;
            switch (step.kind()) {
                case PUT -> assertThat(map.put(step.key(), number)).isEqualTo(content.put(step.key(), number));
                case PUT_IF_ABSENT ->
                    assertThat(map.putIfAbsent(step.key(), number)).isEqualTo(content.putIfAbsent(step.key(), number));
                case REMOVE -> assertThat(map.remove(step.key())).isEqualTo(content.remove(step.key()));
                case CLEAR -> {
                    map.clear();
                    content.clear();
                }
                case SNAPSHOT -> kept.add(new Kept(map.immutableSnapshot(), Map.copyOf(content)));
                case BRANCH -> {
                    kept.add(new Kept(map, Map.copyOf(content)));
                    map = map.mutableSnapshot();
                }
            }
            assertThat(map.containsKey(step.key())).isEqualTo(content.containsKey(step.key()));
        }
        kept.add(new Kept(map, content));
        kept.forEach(Kept::check);
    }

    @Test
    void aSnapshotCannotBeChanged() {
        MutableTrieMap<String, Integer> map = TrieMap.create();
        map.put("a", 1);
        ImmutableTrieMap<String, Integer> snapshot = map.immutableSnapshot();
        assertThatThrownBy(() -> snapshot.put("a", 2)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> snapshot.remove("a")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(snapshot::clear).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> snapshot.keySet().remove("a")).isInstanceOf(UnsupportedOperationException.class);
        assertThat(snapshot).containsExactly(Map.entry("a", 1));
    }

    @Test
    void viewsOfAMapHaveTheContentOfWhenTheyWereAskedFor() {
        MutableTrieMap<String, Integer> map = TrieMap.create();
        map.put("a", 1);
        var entries = map.entrySet();
        map.put("b", 2);
        assertThat(entries).containsExactly(Map.entry("a", 1));
        assertThatThrownBy(() -> entries.remove(Map.entry("a", 1))).isInstanceOf(UnsupportedOperationException.class);
        assertThat(map).hasSize(2);
    }

    /** Readers may ask a map for its snapshot while others do, and branch off it. */
    @Test
    void manyThreadsTakeSnapshotsAndBranches() throws InterruptedException, ExecutionException {
        MutableTrieMap<Integer, Integer> map = TrieMap.create();
        for (int i = 0; i < 10_000; i++) {
            map.put(i, i);
        }
        List<Future<MutableTrieMap<Integer, Integer>>> branches = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (int thread = 0; thread < 64; thread++) {
                int own = thread;
                branches.add(threads.submit(() -> {
                    MutableTrieMap<Integer, Integer> branch = map.mutableSnapshot();
                    for (int i = own; i < 10_000; i += 64) {
                        branch.put(i, -own);
                    }
                    return branch;
                }));
            }
        }
        for (int thread = 0; thread < 64; thread++) {
            MutableTrieMap<Integer, Integer> branch = branches.get(thread).get();
            for (int i = 0; i < 10_000; i++) {
                assertThat(branch.get(i)).isEqualTo(i % 64 == thread ? -thread : i);
            }
        }
        assertThat(map.immutableSnapshot())
                .allSatisfy((key, value) -> assertThat(value).isEqualTo(key));
    }
}
