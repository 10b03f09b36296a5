package dev.trimtab.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.protobuf.ByteString;
import com.google.protobuf.Duration;
import dev.trimtab.proto.gnmi.ext.Depth;
import dev.trimtab.proto.gnmi.ext.Extension;
import dev.trimtab.proto.gnmi.ext.RegisteredExtension;
import dev.trimtab.proto.v1.SetOptions;
import dev.trimtab.proto.v1.SetOutcome;
import dev.trimtab.proto.v1.TargetOutcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class SetExtensionTest {
    private static final Extension DEPTH =
            Extension.newBuilder().setDepth(Depth.newBuilder().setLevel(1)).build();
    private static final SetOptions OPTIONS = SetOptions.newBuilder()
            .setSynchronous(true)
            .setApplyTimeout(Duration.newBuilder().setSeconds(5))
            .setComment("maintenance")
            .setDryRun(true)
            .setIdempotencyKey("k1")
            .build();

    @Test
    void optionsAreFoundAmongOtherExtensions() throws Exception {
        var sent = Extension.parseFrom(SetExtension.of(OPTIONS).toByteArray());

        assertThat(SetExtension.options(List.of(DEPTH, registered(999, "x"), sent)))
                .contains(OPTIONS);
    }

    @Test
    void outcomeIsFoundAmongOtherExtensions() {
        var outcome = SetOutcome.newBuilder()
                .setTransaction(7)
                .addTargets(TargetOutcome.newBuilder()
                        .setTarget("leaf-1")
                        .setRevision(3)
                        .setStatus(TargetOutcome.Status.STATUS_APPLIED))
                .build();

        assertThat(SetExtension.outcome(List.of(SetExtension.of(outcome), DEPTH)))
                .contains(outcome);
    }

    @Test
    void requestWithoutTheExtensionHasNoOptions() {
        assertThat(SetExtension.options(List.of())).isEmpty();
        assertThat(SetExtension.options(List.of(DEPTH, registered(SetExtension.NUMBER - 1, ""))))
                .isEmpty();
    }

    @Test
    void numberIsAboveThoseOfGnmiItself() {
        assertThat(SetExtension.NUMBER).isEqualTo(8746).isGreaterThan(999);
    }

    @Test
    void optionsThatAreThereTwiceAreRefused() {
        var options = SetExtension.of(OPTIONS);

        assertThatExceptionOfType(MalformedExtensionException.class)
                .isThrownBy(() -> SetExtension.options(List.of(options, options)))
                .withMessageContaining("2 times");
    }

    @Test
    void optionsThatCannotBeReadAreRefused() {
        var broken = registered(SetExtension.NUMBER, "\u0001");

        assertThatExceptionOfType(MalformedExtensionException.class)
                .isThrownBy(() -> SetExtension.options(List.of(broken)));
    }

    private static Extension registered(int number, String message) {
        return Extension.newBuilder()
                .setRegisteredExt(
                        RegisteredExtension.newBuilder().setIdValue(number).setMsg(ByteString.copyFromUtf8(message)))
                .build();
    }
}
