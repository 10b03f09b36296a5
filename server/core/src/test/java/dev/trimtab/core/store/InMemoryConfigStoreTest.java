package dev.trimtab.core.store;

class InMemoryConfigStoreTest implements ConfigStoreContract {
    private final ConfigStore store = ConfigStore.inMemory();

    @Override
    public ConfigStore store() {
        return store;
    }
}
