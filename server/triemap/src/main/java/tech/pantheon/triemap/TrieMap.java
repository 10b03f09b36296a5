package tech.pantheon.triemap;

import java.util.AbstractMap;
import kotlinx.collections.immutable.ExtensionsKt;

/** A hash map with snapshots in constant time. Keys and values are not null, and keys do not change. */
public abstract sealed class TrieMap<K, V> extends AbstractMap<K, V> permits ImmutableTrieMap, MutableTrieMap {
    TrieMap() {}

    /** An empty map. */
    public static <K, V> MutableTrieMap<K, V> create() {
        return new MutableTrieMap<>(ExtensionsKt.persistentHashMapOf());
    }

    /** A map with the present content that changes independently of this one. */
    public abstract MutableTrieMap<K, V> mutableSnapshot();

    /** The present content. */
    public abstract ImmutableTrieMap<K, V> immutableSnapshot();
}
