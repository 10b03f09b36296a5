package tech.pantheon.triemap;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import kotlinx.collections.immutable.PersistentMap;
import org.jspecify.annotations.Nullable;

/** A snapshot; what would change it throws {@link UnsupportedOperationException}. Thread-safe. */
public final class ImmutableTrieMap<K, V> extends TrieMap<K, V> {
    private final PersistentMap<K, V> content;

    ImmutableTrieMap(PersistentMap<K, V> content) {
        this.content = content;
    }

    @Override
    public MutableTrieMap<K, V> mutableSnapshot() {
        return new MutableTrieMap<>(content);
    }

    @Override
    public ImmutableTrieMap<K, V> immutableSnapshot() {
        return this;
    }

    @Override
    public @Nullable V get(@Nullable Object key) {
        return content.get(key);
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return content.containsKey(key);
    }

    @Override
    public int size() {
        return content.size();
    }

    @Override
    public Set<K> keySet() {
        return content.keySet();
    }

    @Override
    public Collection<V> values() {
        return content.values();
    }

    @Override
    public Set<Map.Entry<K, V>> entrySet() {
        return content.entrySet();
    }
}
