package dev.trimtab.pluginhost;

import io.grpc.Status;
import io.grpc.StatusException;
import io.grpc.stub.StreamObserver;

/** Calls a plugin, which is somebody else's code, and answers with what it says or with how it failed. */
final class PluginCalls {
    private PluginCalls() {}

    /** One call of a plugin. */
    @FunctionalInterface
    interface Call<A> {
        /**
         * Calls the plugin.
         *
         * @throws StatusException when the host itself refuses the call
         */
        A get() throws StatusException;
    }

    /** Gives {@code responses} one answer or one error. */
    static <A> void answer(StreamObserver<A> responses, Call<A> call) {
        A answer;
        try {
            answer = call.get();
        } catch (StatusException e) {
            responses.onError(e);
            return;
        } catch (RuntimeException | LinkageError e) {
            responses.onError(Status.INTERNAL
                    .withDescription("the plugin failed: " + e)
                    .withCause(e)
                    .asRuntimeException());
            return;
        }
        responses.onNext(answer);
        responses.onCompleted();
    }
}
