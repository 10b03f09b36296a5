package dev.trimtab.app.plugin;

import io.grpc.ChannelCredentials;
import io.grpc.TlsChannelCredentials;
import java.io.IOException;
import java.nio.file.Path;

/**
 * How this server and plugin hosts prove to each other who they are: PEM files.
 *
 * @param authorities those whose certificates plugin hosts must have
 * @param certificate the chain that the server shows
 * @param key its PKCS#8 key
 */
public record PluginTls(Path authorities, Path certificate, Path key) {
    /** Reads the files. */
    ChannelCredentials credentials() throws IOException {
        return TlsChannelCredentials.newBuilder()
                .trustManager(authorities.toFile())
                .keyManager(certificate.toFile(), key.toFile())
                .build();
    }
}
