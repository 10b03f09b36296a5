package dev.trimtab.pluginhost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.model.ModelPlugin;
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
 * A plugin that is compiled and packed for one test, so that its class is nowhere but in its jar.
 *
 * @param name the class
 * @param describe body of its {@code describe()}
 * @param constructor body of its constructor
 */
record PluginJar(String name, String describe, String constructor) {
    PluginJar(String name, String describe) {
        this(name, describe, "");
    }

    static void writeEmpty(Path jar) throws IOException {
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.finish();
        }
    }

    void write(Path jar) throws IOException {
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry("META-INF/services/" + ModelPlugin.class.getName()));
            out.write(name.getBytes(StandardCharsets.UTF_8));
            out.putNextEntry(new JarEntry(name + ".class"));
            out.write(compiled(jar.resolveSibling(jar.getFileName() + "-classes")));
        }
    }

    private byte[] compiled(Path folder) throws IOException {
        Files.createDirectory(folder);
        Path source = folder.resolve(name + ".java");
        Files.writeString(source, """
                import dev.trimtab.model.*;
                public final class %s implements ModelPlugin {
                    public %s() { %s }
                    public ModelDescription describe() { %s }
                }
                """.formatted(name, name, constructor, describe));
        String api = ModelPlugin.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath();
        var arguments = List.of("-proc:none", "-cp", api, "-d", folder.toString(), source.toString());
        int result = ToolProvider.getSystemJavaCompiler()
                .run(null, OutputStream.nullOutputStream(), null, arguments.toArray(String[]::new));
        assertThat(result).as("compilation of " + source).isZero();
        return Files.readAllBytes(folder.resolve(name + ".class"));
    }
}
