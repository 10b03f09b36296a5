package dev.trimtab.pluginhost;

import io.grpc.BindableService;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Services of one test, each with a channel to it in this process. */
final class InProcess implements AutoCloseable {
    private final List<Server> servers = new ArrayList<>();
    private final List<ManagedChannel> channels = new ArrayList<>();

    ManagedChannel serve(BindableService service) throws IOException {
        String name = InProcessServerBuilder.generateName();
        servers.add(
                InProcessServerBuilder.forName(name).addService(service).build().start());
        channels.add(InProcessChannelBuilder.forName(name).build());
        return channels.getLast();
    }

    @Override
    public void close() {
        channels.forEach(ManagedChannel::shutdownNow);
        servers.forEach(Server::shutdownNow);
    }
}
