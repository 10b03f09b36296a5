package dev.trimtab.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.model.ModelPlugin;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;

/**
 * A jar with the plugin of the model {@code lamp}, compiled for one test, so that its class is nowhere but in its jar.
 *
 * @param yang body of the module
 * @param validate body of {@code validate}, which is asked about {@code /watts}
 */
record LampJar(String yang, String validate) {
    static final String YANG = "leaf watts { type uint8; } leaf colour { type string; }";

    LampJar(String validate) {
        this(YANG, validate);
    }

    /** The whole jar. */
    byte[] bytes(Path work) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new JarOutputStream(bytes)) {
            out.putNextEntry(new JarEntry("META-INF/services/" + ModelPlugin.class.getName()));
            out.write("Lamp".getBytes(StandardCharsets.UTF_8));
            out.putNextEntry(new JarEntry("Lamp.class"));
            out.write(compiled(Files.createTempDirectory(work, "lamp")));
        }
        return bytes.toByteArray();
    }

    private byte[] compiled(Path folder) throws IOException {
        Path source = folder.resolve("Lamp.java");
        Files.writeString(source, """
                import dev.trimtab.model.*;
                import java.util.*;
                public final class Lamp implements ModelPlugin {
                    public ModelDescription describe() {
                        return new ModelDescription(new ModelId("lamp", "1.0.0"), "Lamps", List.of(new YangSource(
                            "lamp.yang", "module lamp { namespace 'urn:lamp'; prefix l; %s }", true)));
                    }
                    public Set<Path> validatedPaths() { return Set.of(Path.parse("/watts")); }
                    public List<Violation> validate(TargetId target, List<ChangedNode> changed) { %s }
                    public Set<Path> pickedPaths() { return Set.of(Path.parse("/colour")); }
                    public List<PickedValue> pick(TargetId target, Path leaf, String prefix, int limit, String config) {
                        return List.of(new PickedValue("warm", "2700 K"), new PickedValue("cold", config));
                    }
                    static List<Violation> refused(String message) {
                        return List.of(new Violation(Path.parse("/watts"), "budget", null, message, null));
                    }
                }
                """.formatted(yang, validate));
        String api = ModelPlugin.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath();
        var arguments = List.of("-proc:none", "-cp", api, "-d", folder.toString(), source.toString());
        int result = ToolProvider.getSystemJavaCompiler()
                .run(null, OutputStream.nullOutputStream(), null, arguments.toArray(String[]::new));
        assertThat(result).as("compilation of " + source).isZero();
        return Files.readAllBytes(folder.resolve("Lamp.class"));
    }
}
