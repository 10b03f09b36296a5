package dev.trimtab.app.gnmi;

import io.grpc.ServerCredentials;
import io.grpc.TlsServerCredentials;
import io.grpc.TlsServerCredentials.ClientAuth;
import io.grpc.util.AdvancedTlsX509KeyManager;
import io.grpc.util.AdvancedTlsX509TrustManager;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Makes a server's credentials of files, and looks every minute whether the files have changed. */
final class ServerTls implements AutoCloseable {
    private static final long LOOK_MINUTES = 1;

    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("trimtab-tls").factory());

    ServerCredentials credentials(GnmiSettings.Tls files) throws IOException {
        try {
            var credentials = TlsServerCredentials.newBuilder().keyManager(key(files));
            Path authorities = files.clientAuthorities();
            if (authorities != null) {
                credentials.trustManager(trust(authorities)).clientAuth(ClientAuth.REQUIRE);
            }
            return credentials.build();
        } catch (GeneralSecurityException e) {
            throw new IOException("the TLS files cannot be used: " + e.getMessage(), e);
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // looks end with the executor
    private AdvancedTlsX509KeyManager key(GnmiSettings.Tls files) throws IOException, GeneralSecurityException {
        var manager = new AdvancedTlsX509KeyManager();
        manager.updateIdentityCredentials(
                files.certificateChain().toFile(), files.privateKey().toFile(), LOOK_MINUTES, TimeUnit.MINUTES, looks);
        return manager;
    }

    private AdvancedTlsX509TrustManager trust(Path authorities) throws IOException, GeneralSecurityException {
        var manager = AdvancedTlsX509TrustManager.newBuilder()
                .setVerification(AdvancedTlsX509TrustManager.Verification.CERTIFICATE_ONLY_VERIFICATION)
                .build();
        manager.updateTrustCredentials(authorities.toFile(), LOOK_MINUTES, TimeUnit.MINUTES, looks);
        return manager;
    }

    @Override
    public void close() {
        looks.shutdownNow();
    }
}
