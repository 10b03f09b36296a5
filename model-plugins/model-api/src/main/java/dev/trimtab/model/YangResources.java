package dev.trimtab.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects the YANG sources that a plugin carries on its class path.
 *
 * <p>The plugin lists its modules, since a class path cannot be searched. A name in the list is a file's without
 * {@code .yang}. Not thread-safe.
 */
public final class YangResources {
    private final ClassLoader loader;
    private final List<YangSource> sources = new ArrayList<>();

    /**
     * Begins with no sources.
     *
     * @param loader the one that loaded the plugin's class
     */
    public YangResources(ClassLoader loader) {
        this.loader = loader;
    }

    /**
     * Adds modules that the model implements.
     *
     * @param folder on the class path, without a slash at either end
     * @throws IllegalStateException for a file that is not there or not in UTF-8: the plugin was packed wrongly
     */
    public YangResources implemented(String folder, String... names) {
        return add(folder, true, names);
    }

    /** Adds modules that others import from; otherwise as {@link #implemented}. */
    public YangResources imported(String folder, String... names) {
        return add(folder, false, names);
    }

    /** The sources in the order in which they were added. */
    public List<YangSource> sources() {
        return List.copyOf(sources);
    }

    private YangResources add(String folder, boolean implemented, String... names) {
        for (String name : names) {
            String fileName = name + ".yang";
            sources.add(new YangSource(fileName, read(folder + "/" + fileName), implemented));
        }
        return this;
    }

    private String read(String resource) {
        try (var in = loader.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("resource '" + resource + "' is not on the class path");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(in.readAllBytes()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalStateException("resource '" + resource + "' is not in UTF-8", e);
        } catch (IOException e) {
            throw new UncheckedIOException("resource '" + resource + "' cannot be read", e);
        }
    }
}
