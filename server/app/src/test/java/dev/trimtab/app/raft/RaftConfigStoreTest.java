package dev.trimtab.app.raft;

import dev.trimtab.core.store.ConfigStore;
import dev.trimtab.core.store.ConfigStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The contract of every store, on a raft group of one. */
class RaftConfigStoreTest implements ConfigStoreContract {
    @TempDir
    private Path folder;

    private ConfigStore store = ConfigStore.inMemory();

    @BeforeEach
    void open() {
        store = RaftConfigStore.open(RaftSettings.singleNode(folder));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    public ConfigStore store() {
        return store;
    }
}
