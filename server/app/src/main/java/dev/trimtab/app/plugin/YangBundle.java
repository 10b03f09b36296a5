package dev.trimtab.app.plugin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trimtab.model.ModelDescription;
import dev.trimtab.model.ModelId;
import dev.trimtab.model.XPathExtension;
import dev.trimtab.model.YangSource;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * A model without code: a folder or a zip with YANG files and a {@code model.json}: {@code {"name", "version", "title", "implement":
 * [module, ...], "features": {module: [feature, ...]}, "xpath-extensions": [...]}}, of which name and version have to be there.
 */
final class YangBundle {
    private static final Set<String> MEMBERS =
            Set.of("name", "version", "title", "implement", "features", "xpath-extensions");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final long bytesMax;

    /** @param bytesMax largest file that is read */
    YangBundle(long bytesMax) {
        this.bytesMax = bytesMax;
    }

    ModelDescription read(Path path) throws RefusedFileException {
        try {
            if (Files.isDirectory(path)) {
                return describe(path);
            }
            try (FileSystem zip = FileSystems.newFileSystem(path)) {
                return describe(zip.getPath("/"));
            }
        } catch (JsonProcessingException e) {
            throw new RefusedFileException("model.json is not JSON: " + e.getOriginalMessage(), e);
        } catch (IOException | IllegalArgumentException e) {
            throw new RefusedFileException(String.valueOf(e.getMessage()), e);
        }
    }

    private ModelDescription describe(Path folder) throws IOException {
        Path file = folder.resolve("model.json");
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("there is no model.json in it");
        }
        JsonNode json = JSON.readTree(text(file));
        json.fieldNames().forEachRemaining(member -> {
            if (!MEMBERS.contains(member)) {
                throw new IllegalArgumentException("'" + member + "' in model.json is not one of " + MEMBERS);
            }
        });
        return new ModelDescription(
                new ModelId(json.path("name").asText(), json.path("version").asText()),
                json.path("title").asText(),
                sources(folder, texts(json.path("implement"))),
                features(json.path("features")),
                texts(json.path("xpath-extensions")).stream()
                        .map(XPathExtension::parse)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private List<YangSource> sources(Path folder, Set<String> implemented) throws IOException {
        List<Path> files;
        try (var inside = Files.list(folder)) {
            files = inside.filter(file -> file.toString().endsWith(".yang"))
                    .sorted()
                    .toList();
        }
        Set<String> missing = new HashSet<>(implemented);
        var sources = new ArrayList<YangSource>();
        for (Path file : files) {
            String name = String.valueOf(file.getFileName());
            String module = name.replaceFirst("(@[^@]*)?\\.yang$", "");
            missing.remove(module);
            sources.add(new YangSource(name, text(file), implemented.isEmpty() || implemented.contains(module)));
        }
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("model.json implements " + missing + ", which no file is of");
        }
        return sources;
    }

    private String text(Path file) throws IOException {
        if (Files.size(file) > bytesMax) {
            throw new IllegalArgumentException(file.getFileName() + " has more than " + bytesMax + " bytes");
        }
        return Files.readString(file);
    }

    private static Map<String, Set<String>> features(JsonNode json) {
        Map<String, Set<String>> features = new HashMap<>();
        json.properties().forEach(module -> features.put(module.getKey(), texts(module.getValue())));
        return features;
    }

    private static Set<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toSet());
    }
}
