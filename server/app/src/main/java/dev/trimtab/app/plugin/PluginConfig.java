package dev.trimtab.app.plugin;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Settings of the code of models.
 *
 * @param folder of jars, and of zips and folders of YANG; {@code plugins}, default {@code plugins}; made where there is none
 * @param tls for plugin hosts; {@code plugin-authorities}, {@code plugin-certificate} and {@code plugin-key}, all or none
 * @param bounds {@code plugin-timeout-ms}, 10 ms to 10 min, default 5 s; {@code plugin-answer-bytes-max}, 4 KiB to 1 GiB, default 16
 *     MiB
 */
public record PluginConfig(Path folder, Optional<PluginTls> tls, PluginBounds bounds) {}
