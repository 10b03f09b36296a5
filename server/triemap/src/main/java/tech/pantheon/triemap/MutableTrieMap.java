package tech.pantheon.triemap;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import kotlinx.collections.immutable.PersistentMap;
import org.jspecify.annotations.Nullable;

/**
 * A map that changes. Its views are snapshots: they have the content of when they were asked for, and cannot be written through.
 *
 * <p>Thread-safe.
 */
public final class MutableTrieMap<K, V> extends TrieMap<K, V> {
    /** What it has built is never changed by it again; not thread-safe, guarded by this map. */
    private final PersistentMap.Builder<K, V> builder;

    MutableTrieMap(PersistentMap<K, V> content) {
        this.builder = content.builder();
    }

    private synchronized PersistentMap<K, V> content() {
        return builder.build();
    }

    @Override
    public MutableTrieMap<K, V> mutableSnapshot() {
        return new MutableTrieMap<>(content());
    }

    @Override
    public ImmutableTrieMap<K, V> immutableSnapshot() {
        return new ImmutableTrieMap<>(content());
    }

    @Override
    public synchronized @Nullable V get(@Nullable Object key) {
        return builder.get(key);
    }

    @Override
    public synchronized boolean containsKey(@Nullable Object key) {
        return builder.containsKey(key);
    }

    @Override
    public synchronized int size() {
        return builder.size();
    }

    @Override
    public synchronized @Nullable V put(K key, V value) {
        return builder.put(key, value);
    }

    @Override
    public synchronized @Nullable V remove(@Nullable Object key) {
        return builder.remove(key);
    }

    @Override
    public synchronized void clear() {
        builder.clear();
    }

    @Override
    public Set<K> keySet() {
        return immutableSnapshot().keySet();
    }

    @Override
    public Collection<V> values() {
        return immutableSnapshot().values();
    }

    @Override
    public Set<Map.Entry<K, V>> entrySet() {
        return immutableSnapshot().entrySet();
    }
}
