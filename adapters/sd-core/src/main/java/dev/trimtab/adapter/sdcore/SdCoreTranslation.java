package dev.trimtab.adapter.sdcore;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trimtab.adapter.sdcore.ObjectKey.Kind;
import dev.trimtab.model.Path;
import dev.trimtab.model.Violation;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Says which objects the cores and user planes of an enterprise must hold for a configuration of the Aether 2.1 model.
 *
 * <p>A slice becomes a network slice of its site's 5G or 4G core, a device group for each group that may use it, and a slice of
 * its user plane. A site without the endpoint of a core has nothing there yet, and that is no error: sites are written down
 * before they are built. Priority traffic rules, templates, radio shares and the status of IP domains have no counterpart in
 * SD-Core and reach no backend.
 */
public final class SdCoreTranslation {
    /** What the webconsole takes as a name. */
    private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9-_]{1,255}");

    private final ConfigNode root;
    private final Map<ObjectKey, BackendObject> objects = new TreeMap<>();
    private final Map<ObjectKey, Path> origins = new TreeMap<>();
    private final List<Violation> violations = new ArrayList<>();

    private SdCoreTranslation(ConfigNode root) {
        this.root = root;
    }

    /**
     * Translates a whole configuration; touches nothing.
     *
     * @param configuration RFC 7951 JSON, valid by the model, defaults filled in
     * @return the objects in the order in which they can be created
     * @throws UntranslatableException with every place that SD-Core has no words for
     */
    public static List<BackendObject> translate(JsonNode configuration) throws UntranslatableException {
        var translation = new SdCoreTranslation(ConfigNode.root(configuration));
        translation.sites();
        if (!translation.violations.isEmpty()) {
            throw new UntranslatableException(translation.violations);
        }
        return List.copyOf(translation.objects.values());
    }

    private void sites() {
        for (ConfigNode site : root.list("onf-site:site", "site-id")) {
            for (ConfigNode slice : site.list("slice", "slice-id")) {
                try {
                    slice(site, slice);
                } catch (UntranslatableException e) {
                    violations.addAll(e.violations());
                }
            }
        }
    }

    private void slice(ConfigNode site, ConfigNode slice) throws UntranslatableException {
        String name = slice.text("slice-id");
        List<ConfigNode> groups = groups(site, slice);
        Optional<URI> core = endpoint(core(site, slice), "endpoint");
        if (core.isPresent()) {
            for (ConfigNode group : groups) {
                add(
                        Kind.DEVICE_GROUP,
                        core.get(),
                        group.text("device-group-id"),
                        group,
                        DeviceGroups.body(root, site, group));
            }
            add(Kind.NETWORK_SLICE, core.get(), name, slice, NetworkSlices.body(root, site, slice, groups));
        }
        if (slice.has("upf")) {
            ConfigNode upf = site.entry("upf", "upf-id", slice, "upf");
            Optional<URI> userPlane = endpoint(upf, "config-endpoint");
            if (userPlane.isPresent()) {
                add(Kind.USER_PLANE_SLICE, userPlane.get(), name, slice, UserPlaneSlices.body(site, slice, groups));
            }
        }
    }

    /** The groups that may use the slice now. */
    private static List<ConfigNode> groups(ConfigNode site, ConfigNode slice) throws UntranslatableException {
        List<ConfigNode> groups = new ArrayList<>();
        for (ConfigNode member : slice.list("device-group", "device-group")) {
            if (member.isOn("enable")) {
                groups.add(site.entry("device-group", "device-group-id", member, "device-group"));
            }
        }
        return groups;
    }

    private static ConfigNode core(ConfigNode site, ConfigNode slice) {
        String generation = slice.optionalText("connectivity-service").orElse("5g");
        return site.container("connectivity-service").container("core-" + generation);
    }

    private static Optional<URI> endpoint(ConfigNode holder, String leaf) throws UntranslatableException {
        if (!holder.has(leaf)) {
            return Optional.empty();
        }
        String text = holder.text(leaf).replaceFirst("/+$", "");
        try {
            URI endpoint = new URI(text);
            if (endpoint.getHost() != null
                    && String.valueOf(endpoint.getScheme()).matches("https?")) {
                return Optional.of(endpoint);
            }
        } catch (URISyntaxException e) {
            throw new UntranslatableException(holder.path().child(leaf), text, "is not a URI: " + e.getReason());
        }
        throw new UntranslatableException(holder.path().child(leaf), text, "is not the address of an HTTP server");
    }

    private void add(Kind kind, URI endpoint, String name, ConfigNode origin, ObjectNode body)
            throws UntranslatableException {
        checkName(origin.path(), name);
        var key = new ObjectKey(kind, endpoint, name);
        Path first = origins.putIfAbsent(key, origin.path());
        if (first != null && !first.equals(origin.path())) {
            throw new UntranslatableException(origin.path(), name, "the same core has this name from " + first);
        }
        objects.put(key, new BackendObject(key, body));
    }

    static void checkName(Path path, String name) throws UntranslatableException {
        if (!NAME.matcher(name).matches()) {
            throw new UntranslatableException(
                    path, name, "SD-Core takes names of two characters or more of [a-zA-Z0-9-_]");
        }
    }
}
