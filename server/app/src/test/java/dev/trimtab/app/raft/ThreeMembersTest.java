package dev.trimtab.app.raft;

import static dev.trimtab.core.store.ConfigStoreContract.LEAF_1;
import static dev.trimtab.core.store.ConfigStoreContract.proposal;
import static dev.trimtab.core.store.ConfigStoreContract.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.trimtab.core.store.CommitOutcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** More members are a matter of settings. */
@Tag("slow")
class ThreeMembersTest {
    @TempDir
    private Path folder;

    @Test
    void commitOnAnyMemberIsReadOnThatMemberAtOnceAndOnTheOthersSoon() throws Exception {
        List<RaftConfigStore> stores = openAll(addresses());
        try {
            for (int i = 0; i < 9; i++) {
                RaftConfigStore store = stores.get(i % 3);
                assertThat(store.commit(List.of(proposal(LEAF_1, i, "v" + i))))
                        .containsExactly(new CommitOutcome.Committed(i + 1));
                assertThat(text(store.read(i + 1, 1).getFirst())).isEqualTo("v" + i);
                stores.forEach(other -> await().untilAsserted(
                                () -> assertThat(other.lastIndex()).isEqualTo(store.lastIndex())));
            }

            stores.getFirst().close();
            await().ignoreExceptions()
                    .untilAsserted(
                            () -> assertThat(stores.get(1).acquire("m", "node")).isPositive());
        } finally {
            stores.forEach(RaftConfigStore::close);
        }
    }

    private List<RaftConfigStore> openAll(Map<String, String> members) throws Exception {
        List<Callable<RaftConfigStore>> opening = members.keySet().stream()
                .<Callable<RaftConfigStore>>map(
                        id -> () -> RaftConfigStore.open(RaftSettings.member(id, members, folder.resolve(id))))
                .toList();
        List<RaftConfigStore> stores = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(3)) {
            for (Future<RaftConfigStore> store : threads.invokeAll(opening)) {
                stores.add(store.get());
            }
        }
        return stores;
    }

    private static Map<String, String> addresses() throws IOException {
        Map<String, String> members = new TreeMap<>();
        for (int i = 0; i < 3; i++) {
            try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                members.put("node-" + i, "127.0.0.1:" + socket.getLocalPort());
            }
        }
        return members;
    }
}
