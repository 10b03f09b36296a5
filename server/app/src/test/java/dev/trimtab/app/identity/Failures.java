package dev.trimtab.app.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.trimtab.core.failure.Failure;
import dev.trimtab.core.failure.FailureException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

final class Failures {
    private Failures() {}

    static <F extends Failure> F failure(Class<F> kind, ThrowingCallable call) {
        FailureException thrown = catchThrowableOfType(FailureException.class, call);
        assertThat(thrown).isNotNull();
        assertThat(thrown.failure()).isInstanceOf(kind);
        return kind.cast(thrown.failure());
    }
}
