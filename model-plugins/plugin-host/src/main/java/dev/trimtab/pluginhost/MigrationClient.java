package dev.trimtab.pluginhost;

import dev.trimtab.model.Migration;
import dev.trimtab.model.MigrationPlan;
import dev.trimtab.proto.plugin.v1.CompleteMigrationResponse;
import dev.trimtab.proto.plugin.v1.ListMigrationsRequest;
import dev.trimtab.proto.plugin.v1.ListMigrationsResponse;
import dev.trimtab.proto.plugin.v1.ModelMigrationsGrpc;
import dev.trimtab.proto.plugin.v1.ModelMigrationsGrpc.ModelMigrationsBlockingStub;
import io.grpc.Channel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads the migrations of plugins through their gRPC contract, within bounds. Thread-safe; blocks.
 *
 * @param deadline longest wait for an answer
 * @param answerBytesMax largest answer, 1 or more
 */
record MigrationClient(Duration deadline, int answerBytesMax) {
    /** The bounds that the contract tells plugin authors. */
    static final MigrationClient DEFAULT = new MigrationClient(Duration.ofSeconds(30), 256 << 20);

    private static final int PLANS_MAX = 1000;
    private static final String ANSWER = "the migrations of a plugin answered with";
    private static final String WRONG = "the migrations of a plugin gave a wrong answer";

    MigrationClient {
        if (!deadline.isPositive() || answerBytesMax < 1) {
            throw new IllegalArgumentException(
                    "bounds of a migration client must be positive: " + deadline + ", " + answerBytesMax + " bytes");
        }
    }

    /**
     * The migrations of the plugin at the other end. Their code runs there: {@link Migration#complete} throws
     * {@link PluginException} as this method does.
     *
     * @return empty for a plugin without this part of the contract
     * @throws PluginException for a plugin that does not answer in time, fails, or gives an answer that is wrong or beyond a bound
     */
    List<Migration> migrations(Channel channel) {
        ListMigrationsResponse response;
        try {
            response = stub(channel).listMigrations(ListMigrationsRequest.getDefaultInstance());
        } catch (StatusRuntimeException e) {
            if (e.getStatus().getCode() == Status.Code.UNIMPLEMENTED) {
                return List.of();
            }
            throw failed(e);
        }
        Answers.requireAtMost(answerBytesMax, response.getSerializedSize(), ANSWER, "bytes");
        Answers.requireAtMost(PLANS_MAX, response.getPlansCount(), ANSWER, "plans");
        List<MigrationPlan> plans = Answers.decoded(
                WRONG,
                () -> response.getPlansList().stream()
                        .map(MigrationCodec::decode)
                        .toList());
        requireDifferent(plans);
        return plans.stream()
                .<Migration>map(plan -> new Remote(this, channel, plan))
                .toList();
    }

    /** A migration whose code is at the other end of a channel. */
    private record Remote(MigrationClient client, Channel channel, MigrationPlan plan) implements Migration {
        @Override
        public Completed complete(Unfinished unfinished) {
            CompleteMigrationResponse response =
                    client.call(channel, stub -> stub.completeMigration(MigrationCodec.encode(plan, unfinished)));
            Answers.requireAtMost(client.answerBytesMax, response.getSerializedSize(), ANSWER, "bytes");
            return Answers.decoded(WRONG, () -> MigrationCodec.decode(response));
        }
    }

    private ModelMigrationsBlockingStub stub(Channel channel) {
        return ModelMigrationsGrpc.newBlockingStub(channel)
                .withDeadlineAfter(deadline)
                .withMaxInboundMessageSize(answerBytesMax);
    }

    private <A> A call(Channel channel, Function<ModelMigrationsBlockingStub, A> call) {
        try {
            return call.apply(stub(channel));
        } catch (StatusRuntimeException e) {
            throw failed(e);
        }
    }

    private static PluginException failed(StatusRuntimeException e) {
        return new PluginException("the migrations of a plugin failed: " + e.getMessage(), e);
    }

    private static void requireDifferent(List<MigrationPlan> plans) {
        Set<String> known = new HashSet<>();
        for (MigrationPlan plan : plans) {
            String way = "from " + plan.from() + " to " + plan.to();
            if (!known.add(way)) {
                throw new PluginException("a plugin has two migrations " + way);
            }
        }
    }
}
