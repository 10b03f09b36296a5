package dev.trimtab.app.gnmi;

import dev.trimtab.codec.GnmiPrefix;
import dev.trimtab.core.failure.Failure;
import dev.trimtab.model.Path;
import dev.trimtab.proto.gnmi.SubscribeRequest;
import dev.trimtab.proto.gnmi.Subscription;
import dev.trimtab.proto.gnmi.SubscriptionList;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What a stream is asked for.
 *
 * @param updatesOnly whether the present values are left out
 * @param depth levels below what a path names, 0 for all
 * @param paths in the order of the request
 */
record SubscriptionPlan(
        GnmiPrefix prefix,
        SubscriptionList.Mode mode,
        ValueEncoding encoding,
        boolean updatesOnly,
        int depth,
        List<SubscribedPath> paths) {
    private static final int MARKING_MAX = 63;
    /** Shorter intervals than this cost more than they tell; a sample interval of 0 asks for it. */
    private static final Duration INTERVAL_MIN = Duration.ofMillis(100);

    private static final Duration INTERVAL_MAX = Duration.ofDays(1);

    SubscriptionPlan {
        paths = List.copyOf(paths);
    }

    /**
     * Reads the first request of a stream.
     *
     * @throws dev.trimtab.core.failure.FailureException with {@code Malformed} or {@code Unsupported}
     * @throws dev.trimtab.codec.CodecException for a malformed path
     */
    static SubscriptionPlan decode(SubscribeRequest request) {
        if (!request.hasSubscribe()) {
            throw Extensions.malformed("the first message of a stream is not a subscription list");
        }
        SubscriptionList list = request.getSubscribe();
        checkList(list);
        GnmiPrefix prefix = GnmiPrefix.decode(list.getPrefix());
        List<SubscribedPath> paths = new ArrayList<>();
        for (Subscription subscription : list.getSubscriptionList()) {
            paths.add(path(prefix, subscription, list.getMode() == SubscriptionList.Mode.STREAM));
        }
        Requests.checkModels(list.getUseModelsList());
        return new SubscriptionPlan(
                prefix,
                list.getMode(),
                ValueEncoding.of(list.getEncoding(), list.getEncodingValue()),
                list.getUpdatesOnly(),
                Extensions.depth(request.getExtensionList(), "Subscribe"),
                paths);
    }

    private static void checkList(SubscriptionList list) {
        if (list.getMode() == SubscriptionList.Mode.UNRECOGNIZED) {
            throw Extensions.malformed("mode " + list.getModeValue() + " of a subscription list is not known");
        }
        int marking = list.getQos().getMarking();
        if (Integer.compareUnsigned(marking, MARKING_MAX) > 0) {
            throw Extensions.malformed(
                    "qos marking " + Integer.toUnsignedString(marking) + " is not 0 to " + MARKING_MAX);
        }
    }

    private static SubscribedPath path(GnmiPrefix prefix, Subscription subscription, boolean stream) {
        Path path = prefix.resolve(subscription.getPath());
        new WatchedPath(path); // refuses one that is too long before anything is sent
        boolean sampled = stream && isSampled(path, subscription);
        Duration heartbeat = stream && subscription.getHeartbeatInterval() != 0
                ? interval(path, subscription.getHeartbeatInterval())
                : Duration.ZERO;
        return new SubscribedPath(
                path,
                subscription.getPath().getOrigin(),
                sampled,
                sampled ? interval(path, subscription.getSampleInterval()) : heartbeat,
                sampled && subscription.getSuppressRedundant(),
                heartbeat);
    }

    private static boolean isSampled(Path path, Subscription subscription) {
        return switch (subscription.getMode()) {
            case SAMPLE -> true;
            case ON_CHANGE -> false;
            case TARGET_DEFINED -> {
                if (subscription.getSampleInterval() != 0) {
                    throw malformed(path, "a sample interval goes with SAMPLE, not with TARGET_DEFINED");
                }
                yield false;
            }
            case UNRECOGNIZED ->
                throw malformed(path, "mode " + subscription.getModeValue() + " of a subscription is not known");
        };
    }

    /** @param nanos unsigned; 0 for the shortest */
    private static Duration interval(Path path, long nanos) {
        if (nanos == 0) {
            return INTERVAL_MIN;
        }
        if (Long.compareUnsigned(nanos, INTERVAL_MIN.toNanos()) < 0
                || Long.compareUnsigned(nanos, INTERVAL_MAX.toNanos()) > 0) {
            throw malformed(
                    path,
                    "an interval of " + Long.toUnsignedString(nanos) + " ns is not between " + INTERVAL_MIN + " and "
                            + INTERVAL_MAX);
        }
        return Duration.ofNanos(nanos);
    }

    private static RuntimeException malformed(Path path, String message) {
        return new Failure.Malformed(path, path + ": " + message).asException();
    }
}
