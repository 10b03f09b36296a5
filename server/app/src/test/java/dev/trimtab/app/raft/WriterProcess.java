package dev.trimtab.app.raft;

import static dev.trimtab.core.store.ConfigStoreContract.LEAF_1;
import static dev.trimtab.core.store.ConfigStoreContract.proposal;

import dev.trimtab.core.store.CommitOutcome;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** A process that commits one transaction after the other and says each acknowledged index, until it is killed. */
final class WriterProcess {
    private WriterProcess() {}

    public static void main(String[] arguments) {
        var out = new PrintStream(System.out, true);
        try (var store = RaftConfigStore.open(RaftSettings.singleNode(Path.of(arguments[0])))) {
            out.println("open " + store.lastIndex());
            while (true) {
                long revision = store.lastIndex();
                var outcome = store.commit(List.of(proposal(LEAF_1, revision, "v" + (revision + 1))))
                        .getFirst();
                out.println(
                        outcome instanceof CommitOutcome.Committed(long index) ? "committed " + index : "" + outcome);
            }
        }
    }
}
