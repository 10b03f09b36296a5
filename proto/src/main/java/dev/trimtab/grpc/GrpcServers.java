package dev.trimtab.grpc;

import io.grpc.Server;
import java.util.concurrent.TimeUnit;

/** The end of gRPC servers. */
public final class GrpcServers {
    private static final long GRACE_SECONDS = 2;

    private GrpcServers() {}

    /**
     * Takes no more calls, lets those that run end for two seconds, then cancels them. Blocks until then; an interrupt cancels at
     * once and stays set.
     */
    public static void stop(Server server) {
        server.shutdown();
        try {
            if (!server.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS)) {
                server.shutdownNow();
            }
        } catch (InterruptedException e) {
            server.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
