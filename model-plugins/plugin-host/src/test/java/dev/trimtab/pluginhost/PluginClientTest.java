package dev.trimtab.pluginhost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.trimtab.model.ModelPlugin;
import dev.trimtab.proto.plugin.v1.DescribeRequest;
import dev.trimtab.proto.plugin.v1.ModelDescription;
import dev.trimtab.proto.plugin.v1.ModelPluginGrpc;
import dev.trimtab.proto.plugin.v1.ModuleFeatures;
import dev.trimtab.proto.plugin.v1.YangSource;
import io.grpc.BindableService;
import io.grpc.ManagedChannel;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PluginClientTest {
    private static final YangSource SOURCE = YangSource.newBuilder()
            .setFileName("a.yang")
            .setText("module a {}")
            .setImplemented(true)
            .build();
    private static final ModelDescription VALID = ModelDescription.newBuilder()
            .setName("a")
            .setVersion("1.0.0")
            .addSources(SOURCE)
            .build();

    private final InProcess process = new InProcess();

    @AfterEach
    void stop() {
        process.close();
    }

    @Test
    void descriptionComesThroughTheContractUnchanged() throws IOException {
        var channel = process.serve(new ModelPluginService(new ClassPathPlugin()));

        assertThat(PluginClient.DEFAULT.describe(channel).model()).isEqualTo(ClassPathPlugin.DESCRIPTION);
    }

    @Test
    void pluginThatFailsIsReportedWithItsReason() throws IOException {
        ModelPlugin failing = () -> {
            throw new IllegalStateException("no YANG here");
        };
        var channel = process.serve(new ModelPluginService(failing));

        assertRefused(PluginClient.DEFAULT, channel, "INTERNAL: the plugin failed", "no YANG here");
    }

    @Test
    void pluginThatDoesNotAnswerRunsIntoTheDeadline() throws IOException {
        var channel = process.serve(new ModelPluginGrpc.ModelPluginImplBase() {
            @Override
            public void describe(DescribeRequest request, StreamObserver<ModelDescription> responses) {
                // never answers
            }
        });

        assertRefused(new PluginClient(Duration.ofMillis(50), 1000, 10), channel, "DEADLINE_EXCEEDED");
    }

    @Test
    void processThatIsNoPluginIsReported() throws IOException {
        var channel = process.serve(new ModelPluginGrpc.ModelPluginImplBase() {});

        assertRefused(PluginClient.DEFAULT, channel, "UNIMPLEMENTED");
    }

    @Test
    void descriptionUpToTheBoundsIsTakenAndNoLarger() throws IOException {
        var channel = process.serve(answering(VALID));
        int bytes = VALID.getSerializedSize();
        var deadline = Duration.ofSeconds(10);

        assertThat(new PluginClient(deadline, bytes, 1)
                        .describe(channel)
                        .model()
                        .sources())
                .hasSize(1);
        assertRefused(new PluginClient(deadline, bytes - 1, 1), channel, String.valueOf(bytes - 1));
        var two = process.serve(answering(VALID.toBuilder().addSources(SOURCE).build()));
        assertRefused(new PluginClient(deadline, 1000, 1), two, "2 sources; 1 are the most");
    }

    @ParameterizedTest
    @CsvSource({
        "Lamp, 1.0.0, a.yang, true, model name",
        "'', 1.0.0, a.yang, true, model name",
        "lamp, 1.0, a.yang, true, model version",
        "lamp, 1.0.0, a.yin, true, .yang",
        "lamp, 1.0.0, ../a.yang, true, folder",
        "lamp, 1.0.0, a\\b.yang, true, folder",
        "lamp, 1.0.0, a.yang, false, implements no module"
    })
    void descriptionOfNoValidModelIsRefused(
            String name, String version, String fileName, boolean implemented, String reason) throws IOException {
        var channel = process.serve(answering(ModelDescription.newBuilder()
                .setName(name)
                .setVersion(version)
                .addSources(SOURCE.toBuilder().setFileName(fileName).setImplemented(implemented))
                .build()));

        assertRefused(PluginClient.DEFAULT, channel, "no valid model", reason);
    }

    @Test
    void featuresOfAModuleAreToldOnce() throws IOException {
        var lamp = ModuleFeatures.newBuilder().setModule("lamp").addEnabled("dimming");
        var channel = process.serve(
                answering(VALID.toBuilder().addFeatures(lamp).addFeatures(lamp).build()));

        assertRefused(PluginClient.DEFAULT, channel, "no valid model", "'lamp'", "twice");
    }

    @Test
    void unknownXPathExtensionIsRefused() throws IOException {
        var channel = process.serve(
                answering(VALID.toBuilder().addXpathExtensions("set-containz").build()));

        assertRefused(PluginClient.DEFAULT, channel, "no valid model", "'set-containz'", "set-contains");
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 1", "1, 0, 1", "1, 1, 0"})
    void boundsBelowOneAreRefused(long seconds, int bytes, int sources) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PluginClient(Duration.ofSeconds(seconds), bytes, sources));
    }

    private static void assertRefused(PluginClient client, ManagedChannel channel, String... reasons) {
        assertThatExceptionOfType(PluginException.class)
                .isThrownBy(() -> client.describe(channel))
                .satisfies(e -> assertThat(e.getMessage()).contains(reasons));
    }

    private static BindableService answering(ModelDescription description) {
        return new ModelPluginGrpc.ModelPluginImplBase() {
            @Override
            public void describe(DescribeRequest request, StreamObserver<ModelDescription> responses) {
                responses.onNext(description);
                responses.onCompleted();
            }
        };
    }
}
