package dev.trimtab.pluginhost;

import dev.trimtab.model.Migration;
import dev.trimtab.model.ModelId;
import dev.trimtab.model.ModelPlugin;
import dev.trimtab.proto.plugin.v1.CompleteMigrationRequest;
import dev.trimtab.proto.plugin.v1.CompleteMigrationResponse;
import dev.trimtab.proto.plugin.v1.ListMigrationsRequest;
import dev.trimtab.proto.plugin.v1.ListMigrationsResponse;
import dev.trimtab.proto.plugin.v1.ModelMigrationsGrpc;
import io.grpc.Status;
import io.grpc.StatusException;
import io.grpc.stub.StreamObserver;

/** The migrations of a {@link ModelPlugin} as a gRPC service. */
final class MigrationService extends ModelMigrationsGrpc.ModelMigrationsImplBase {
    private final ModelPlugin plugin;

    MigrationService(ModelPlugin plugin) {
        this.plugin = plugin;
    }

    @Override
    public void listMigrations(ListMigrationsRequest request, StreamObserver<ListMigrationsResponse> responses) {
        PluginCalls.answer(responses, () -> {
            var answer = ListMigrationsResponse.newBuilder();
            plugin.migrations().forEach(migration -> answer.addPlans(MigrationCodec.encode(migration.plan())));
            return answer.build();
        });
    }

    @Override
    public void completeMigration(
            CompleteMigrationRequest request, StreamObserver<CompleteMigrationResponse> responses) {
        PluginCalls.answer(
                responses, () -> MigrationCodec.encode(migration(request).complete(MigrationCodec.decode(request))));
    }

    private Migration migration(CompleteMigrationRequest request) throws StatusException {
        ModelId from = MigrationCodec.decode(request.getFrom());
        ModelId to = MigrationCodec.decode(request.getTo());
        return plugin.migrations().stream()
                .filter(one -> one.plan().from().equals(from) && one.plan().to().equals(to))
                .findFirst()
                .orElseThrow(() -> Status.NOT_FOUND
                        .withDescription("the plugin has no migration from " + from + " to " + to)
                        .asException());
    }
}
