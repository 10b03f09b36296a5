package dev.trimtab.app.gnmi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What every refusal has: the exact code and a sentence. */
final class Refusals {
    private Refusals() {}

    /** Gives the sentence. */
    static String refused(Status.Code code, ThrowingCallable call) {
        StatusRuntimeException thrown = catchThrowableOfType(StatusRuntimeException.class, call);
        assertThat(thrown).isNotNull();
        assertThat(thrown.getStatus().getCode()).as(thrown.getMessage()).isEqualTo(code);
        String sentence = thrown.getStatus().getDescription();
        assertThat(sentence).isNotBlank().doesNotContain("Exception", "\tat ");
        return String.valueOf(sentence);
    }

    /** A refused change changes nothing. */
    static String refused(Status.Code code, GnmiClient client, String target, ThrowingCallable call) {
        String before = client.config(target);
        String sentence = refused(code, call);
        assertThat(client.config(target)).isEqualTo(before);
        return sentence;
    }
}
