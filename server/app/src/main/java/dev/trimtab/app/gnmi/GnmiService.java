package dev.trimtab.app.gnmi;

import dev.trimtab.proto.gnmi.CapabilityRequest;
import dev.trimtab.proto.gnmi.CapabilityResponse;
import dev.trimtab.proto.gnmi.GetRequest;
import dev.trimtab.proto.gnmi.GetResponse;
import dev.trimtab.proto.gnmi.SetRequest;
import dev.trimtab.proto.gnmi.SetResponse;
import dev.trimtab.proto.gnmi.SubscribeRequest;
import dev.trimtab.proto.gnmi.SubscribeResponse;
import dev.trimtab.proto.gnmi.gNMIGrpc;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;

/** gNMI's four RPCs, each handed to the class that answers it; the caller was authenticated before. */
final class GnmiService extends gNMIGrpc.gNMIImplBase {
    private final CapabilitiesCall capabilities;
    private final GetCall get;
    private final SetCall set;
    private final SubscribeCall.Services streams;

    GnmiService(GnmiServices services, GnmiSettings settings, InstantSource clock) {
        var answers = new BackendAnswers(services.southbound());
        this.capabilities = new CapabilitiesCall(services.models());
        this.get = new GetCall(services.reads(), clock);
        this.set = new SetCall(
                services.transactions(), new SetOutcomes(services.reads(), answers, settings.applyTimeout()));
        this.streams = new SubscribeCall.Services(
                services.reads(),
                clock,
                settings.stallMax(),
                settings.subscriptionsMax(),
                new Deltas(),
                new AtomicInteger());
    }

    /** Subscriptions that are being answered. */
    int subscriptions() {
        return streams.running().get();
    }

    @Override
    public void capabilities(CapabilityRequest request, StreamObserver<CapabilityResponse> response) {
        UnaryCalls.answer(response, () -> capabilities.answer(request));
    }

    @Override
    public void get(GetRequest request, StreamObserver<GetResponse> response) {
        UnaryCalls.answer(response, () -> get.answer(Caller.principal(), request));
    }

    @Override
    public void set(SetRequest request, StreamObserver<SetResponse> response) {
        UnaryCalls.answer(response, () -> set.answer(Caller.principal(), request), GnmiFailures::ofSet);
    }

    @Override
    public StreamObserver<SubscribeRequest> subscribe(StreamObserver<SubscribeResponse> responses) {
        return new SubscribeCall(streams, Caller.principal(), (ServerCallStreamObserver<SubscribeResponse>) responses);
    }
}
