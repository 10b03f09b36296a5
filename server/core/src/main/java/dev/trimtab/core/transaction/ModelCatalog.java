package dev.trimtab.core.transaction;

import dev.trimtab.core.model.Edit;
import dev.trimtab.core.target.ModelSettings;
import dev.trimtab.core.target.PluginSettings;
import dev.trimtab.core.target.ServedModel;
import dev.trimtab.model.ModelDescription;
import dev.trimtab.model.ModelId;
import dev.trimtab.model.Path;
import dev.trimtab.model.PathElement;
import dev.trimtab.model.XPathExtension;
import dev.trimtab.model.YangSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNode;

/** Reads {@code /system/models} out of the tree of the target {@code system}. */
final class ModelCatalog {
    static final Path MODELS = Path.parse("/system/models/model");

    private final CatalogList list;

    ModelCatalog(ServedModel system) {
        this.list = new CatalogList(system, MODELS);
    }

    static Path entry(ModelId model) {
        return MODELS.parent().child(new PathElement("model", keys(model)));
    }

    private static Map<String, String> keys(ModelId model) {
        return Map.of("name", model.name(), "version", model.version());
    }

    private static ModelId model(Map<String, String> keys) {
        return new ModelId(Objects.requireNonNull(keys.get("name")), Objects.requireNonNull(keys.get("version")));
    }

    /**
     * The models whose entry a change of {@code /system} touched; all of them where it touched the list as a whole.
     *
     * @param known the models that had entries before the change
     * @param after the tree after it
     */
    Set<ModelId> touched(List<Edit> edits, Set<ModelId> known, @Nullable NormalizedNode after) {
        Set<Map<String, String>> before =
                known.stream().map(ModelCatalog::keys).collect(Collectors.toUnmodifiableSet());
        Set<ModelId> models = new HashSet<>();
        list.touched(edits, before, after).forEach(keys -> models.add(model(keys)));
        return models;
    }

    /** How many models have an entry. */
    int size(@Nullable NormalizedNode root) {
        return list.keys(root).size();
    }

    /** One model's entry, which satisfies the constraints of the system model; empty where it has none. */
    Optional<ModelSettings> find(ModelId id, @Nullable NormalizedNode root) {
        return list.find(keys(id), root).map(leaves -> new ModelSettings(description(id, leaves), plugin(leaves)));
    }

    private static ModelDescription description(ModelId id, Map<Path, List<String>> leaves) {
        List<YangSource> sources = new ArrayList<>();
        Map<String, Set<String>> features = new HashMap<>();
        leaves.forEach((path, values) -> {
            Path above = path.parent();
            switch (path.elements().getFirst().name() + "/"
                    + path.elements().getLast().name()) {
                case "source/file-name" -> sources.add(source(above, values.getFirst(), leaves));
                case "features/module" ->
                    features.put(values.getFirst(), Set.copyOf(leaves.getOrDefault(above.child("enabled"), List.of())));
                default -> {
                    // the others are read where they are needed
                }
            }
        });
        sources.sort(Comparator.comparing(YangSource::fileName));
        Set<XPathExtension> extensions = leaves.getOrDefault(Path.parse("/xpath-extension"), List.of()).stream()
                .map(XPathExtension::parse)
                .collect(Collectors.toUnmodifiableSet());
        return new ModelDescription(id, leaf(leaves, Path.parse("/title")).orElse(""), sources, features, extensions);
    }

    private static YangSource source(Path entry, String fileName, Map<Path, List<String>> leaves) {
        return new YangSource(
                fileName,
                leaf(leaves, entry.child("text")).orElseThrow(),
                leaf(leaves, entry.child("implemented"))
                        .map(Boolean::parseBoolean)
                        .orElse(false));
    }

    private static PluginSettings plugin(Map<Path, List<String>> leaves) {
        Optional<String> jar = leaf(leaves, Path.parse("/jar"));
        if (jar.isPresent()) {
            return new PluginSettings.Jar(jar.get());
        }
        Path process = Path.parse("/process");
        return leaf(leaves, process.child("address"))
                .<PluginSettings>map(address -> new PluginSettings.Host(
                        address,
                        Integer.parseInt(leaf(leaves, process.child("port")).orElseThrow()),
                        leaf(leaves, process.child("tls-name")).orElse(null)))
                .orElseGet(PluginSettings.None::new);
    }

    private static Optional<String> leaf(Map<Path, List<String>> leaves, Path path) {
        return Optional.ofNullable(leaves.get(path)).map(List::getFirst);
    }
}
