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
    private PersistentMap<K, V> content;

    /** The content and what was written since; null where nothing was. Kept no longer, since it holds on to what it replaced last. */
    private PersistentMap.@Nullable Builder<K, V> written;

    MutableTrieMap(PersistentMap<K, V> content) {
        this.content = content;
    }

    private synchronized PersistentMap<K, V> content() {
        if (written != null) {
            content = written.build();
            written = null;
        }
        return content;
    }

    private Map<K, V> toRead() {
        return written == null ? content : written;
    }

    private Map<K, V> toWrite() {
        PersistentMap.Builder<K, V> builder = written == null ? content.builder() : written;
        written = builder;
        return builder;
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
        return toRead().get(key);
    }

    @Override
    public synchronized boolean containsKey(@Nullable Object key) {
        return toRead().containsKey(key);
    }

    @Override
    public synchronized int size() {
        return toRead().size();
    }

    @Override
    public synchronized @Nullable V put(K key, V value) {
        return toWrite().put(key, value);
    }

    @Override
    public synchronized @Nullable V remove(@Nullable Object key) {
        return toWrite().remove(key);
    }

    @Override
    public synchronized void clear() {
        toWrite().clear();
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
