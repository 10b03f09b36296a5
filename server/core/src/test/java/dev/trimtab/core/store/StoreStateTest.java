package dev.trimtab.core.store;

import static dev.trimtab.core.store.ConfigStoreContract.LEAF_1;
import static dev.trimtab.core.store.ConfigStoreContract.LEAF_2;
import static dev.trimtab.core.store.ConfigStoreContract.NOON;
import static dev.trimtab.core.store.ConfigStoreContract.proposal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.trimtab.model.Revision;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class StoreStateTest {
    @Test
    void stateReadBackGoesOnWhereTheWrittenOneWas() throws IOException {
        var state = filled();

        var again = StoreState.readFrom(new DataInputStream(new ByteArrayInputStream(bytes(state))));

        assertThat(again.lastIndex()).isEqualTo(state.lastIndex());
        assertThat(again.read(1, 10)).usingRecursiveComparison().isEqualTo(state.read(1, 10));
        assertThat(again.results(1)).isEqualTo(state.results(1)).isNotEmpty();
        assertThat(again.applied()).isEqualTo(state.applied()).isNotEmpty();
        assertThat(again.commit(proposal(LEAF_1, 0, "old")))
                .isEqualTo(new CommitOutcome.Conflict(LEAF_1, new Revision(2)));
        assertThat(again.commit(proposal(LEAF_1, 2, "next"))).isEqualTo(new CommitOutcome.Committed(4));
        assertThat(again.acquire("m")).isEqualTo(3);
    }

    @Test
    void equalStatesGiveEqualBytes() throws IOException {
        var again = StoreState.readFrom(new DataInputStream(new ByteArrayInputStream(bytes(filled()))));

        assertThat(bytes(again)).isEqualTo(bytes(filled()));
    }

    @Test
    void stateOfAnUnknownFormatIsRefused() throws IOException {
        byte[] bytes = bytes(filled());
        bytes[3]++;

        assertThatIOException()
                .isThrownBy(() -> StoreState.readFrom(new DataInputStream(new ByteArrayInputStream(bytes))))
                .withMessageContaining("format 2");
    }

    private static StoreState filled() {
        var state = new StoreState();
        state.commit(proposal(LEAF_1, 0, "a"));
        state.commit(proposal(LEAF_1, 1, "b"));
        state.commit(proposal(LEAF_2, 0, ""));
        state.record(new TargetResult(LEAF_1, 1, new Revision(1), TargetResult.Status.APPLIED, NOON, ""));
        state.record(new TargetResult(LEAF_2, 1, new Revision(1), TargetResult.Status.REFUSED, NOON, "no"));
        state.acquire("m");
        state.acquire("m");
        return state;
    }

    private static byte[] bytes(StoreState state) throws IOException {
        var bytes = new ByteArrayOutputStream();
        state.writeTo(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }
}
