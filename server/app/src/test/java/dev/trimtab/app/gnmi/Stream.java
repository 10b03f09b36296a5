package dev.trimtab.app.gnmi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.proto.gnmi.Notification;
import dev.trimtab.proto.gnmi.Poll;
import dev.trimtab.proto.gnmi.SubscribeRequest;
import dev.trimtab.proto.gnmi.SubscribeResponse;
import dev.trimtab.proto.gnmi.Subscription;
import dev.trimtab.proto.gnmi.SubscriptionList;
import dev.trimtab.proto.gnmi.SubscriptionMode;
import dev.trimtab.proto.gnmi.TypedValue;
import io.grpc.Status;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A client's side of one Subscribe, and how tests read it: {@code /a/b=1} is an update, {@code -/a/b} a delete. */
final class Stream implements ClientResponseObserver<SubscribeRequest, SubscribeResponse>, AutoCloseable {
    private final BlockingQueue<SubscribeResponse> received = new LinkedBlockingQueue<>();
    private final CompletableFuture<Status> ended = new CompletableFuture<>();
    private @Nullable ClientCallStreamObserver<SubscribeRequest> requests;

    /** A stream that was sent {@code request}. */
    static Stream open(GnmiClient client, SubscribeRequest request) {
        var stream = new Stream();
        client.async.subscribe(stream);
        stream.send(request);
        return stream;
    }

    static SubscribeRequest request(SubscriptionList.Builder list) {
        return SubscribeRequest.newBuilder().setSubscribe(list).build();
    }

    static SubscriptionList.Builder list(String target, SubscriptionList.Mode mode, String... paths) {
        var list = SubscriptionList.newBuilder()
                .setPrefix(GnmiClient.prefix(target))
                .setMode(mode)
                .setEncoding(dev.trimtab.proto.gnmi.Encoding.PROTO);
        for (String path : paths) {
            list.addSubscription(
                    Subscription.newBuilder().setPath(GnmiClient.path(path)).setMode(SubscriptionMode.ON_CHANGE));
        }
        return list;
    }

    private ClientCallStreamObserver<SubscribeRequest> requests() {
        return Objects.requireNonNull(requests);
    }

    void send(SubscribeRequest request) {
        requests().onNext(request);
    }

    void poll() {
        send(SubscribeRequest.newBuilder().setPoll(Poll.getDefaultInstance()).build());
    }

    void halfClose() {
        requests().onCompleted();
    }

    void cancel() {
        requests().cancel("the test is done", null);
    }

    /** The next response within ten seconds. */
    SubscribeResponse next() {
        try {
            SubscribeResponse next = received.poll(10, TimeUnit.SECONDS);
            assertThat(next).as("a response; the stream is %s", ended).isNotNull();
            return Objects.requireNonNull(next);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    Notification notification() {
        SubscribeResponse next = next();
        assertThat(next.hasUpdate()).as(next.toString()).isTrue();
        return next.getUpdate();
    }

    /** Everything up to the sync response. */
    List<String> untilSync() {
        List<String> all = new ArrayList<>();
        for (SubscribeResponse next = next(); !next.getSyncResponse(); next = next()) {
            all.addAll(lines(next.getUpdate()));
        }
        return all;
    }

    /** The next notification: its deletes, then its updates. */
    List<String> change() {
        return lines(notification());
    }

    static List<String> lines(Notification notification) {
        List<String> lines = new ArrayList<>();
        notification.getDeleteList().forEach(path -> lines.add("-" + GnmiClient.text(path)));
        notification
                .getUpdateList()
                .forEach(update -> lines.add(GnmiClient.text(update.getPath()) + "=" + text(update.getVal())));
        return lines;
    }

    private static String text(TypedValue value) {
        return switch (value.getValueCase()) {
            case STRING_VAL -> value.getStringVal();
            case INT_VAL -> Long.toString(value.getIntVal());
            case UINT_VAL -> Long.toUnsignedString(value.getUintVal());
            case JSON_VAL -> value.getJsonVal().toStringUtf8();
            case JSON_IETF_VAL -> value.getJsonIetfVal().toStringUtf8();
            default -> value.toString().replace('\n', ' ').strip();
        };
    }

    boolean isSilentFor(Duration time) {
        try {
            return received.poll(time.toMillis(), TimeUnit.MILLISECONDS) == null;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** How the server ended it, within ten seconds. */
    Status end() {
        return ended.orTimeout(10, TimeUnit.SECONDS).join();
    }

    @Override
    public void beforeStart(ClientCallStreamObserver<SubscribeRequest> stream) {
        requests = stream;
    }

    @Override
    public void onNext(SubscribeResponse response) {
        received.add(response);
    }

    @Override
    public void onError(Throwable thrown) {
        ended.complete(Status.fromThrowable(thrown));
    }

    @Override
    public void onCompleted() {
        ended.complete(Status.OK);
    }

    @Override
    public void close() {
        cancel();
    }
}
