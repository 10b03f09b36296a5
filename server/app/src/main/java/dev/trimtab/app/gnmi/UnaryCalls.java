package dev.trimtab.app.gnmi;

import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.util.function.Function;
import java.util.function.Supplier;

/** Answers calls that have one answer, or one status that says why there is none. */
final class UnaryCalls {
    private UnaryCalls() {}

    /** Answers a call that fails as reads do. */
    static <A> void answer(StreamObserver<A> observer, Supplier<A> call) {
        answer(observer, call, GnmiFailures::ofRead);
    }

    static <A> void answer(
            StreamObserver<A> observer, Supplier<A> call, Function<RuntimeException, StatusRuntimeException> failed) {
        A answer;
        try {
            answer = call.get();
        } catch (RuntimeException e) {
            observer.onError(failed.apply(e));
            return;
        }
        observer.onNext(answer);
        observer.onCompleted();
    }
}
