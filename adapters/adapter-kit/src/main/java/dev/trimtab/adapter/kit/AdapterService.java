package dev.trimtab.adapter.kit;

import dev.trimtab.codec.CodecException;
import dev.trimtab.core.failure.Failure;
import dev.trimtab.core.failure.FailureException;
import dev.trimtab.core.model.LoadedModel;
import dev.trimtab.core.model.ModuleInfo;
import dev.trimtab.proto.gnmi.CapabilityRequest;
import dev.trimtab.proto.gnmi.CapabilityResponse;
import dev.trimtab.proto.gnmi.Encoding;
import dev.trimtab.proto.gnmi.GetRequest;
import dev.trimtab.proto.gnmi.GetResponse;
import dev.trimtab.proto.gnmi.GnmiProto;
import dev.trimtab.proto.gnmi.ModelData;
import dev.trimtab.proto.gnmi.Path;
import dev.trimtab.proto.gnmi.SetRequest;
import dev.trimtab.proto.gnmi.SetResponse;
import dev.trimtab.proto.gnmi.UpdateResult;
import dev.trimtab.proto.gnmi.UpdateResult.Operation;
import dev.trimtab.proto.gnmi.ext.Extension;
import dev.trimtab.proto.gnmi.ext.Uint128;
import dev.trimtab.proto.gnmi.gNMIGrpc;
import io.grpc.StatusException;
import io.grpc.stub.StreamObserver;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * gNMI in front of a backend: Capabilities, Get and Set. Subscribe is not implemented: an adapter has nothing to stream that the
 * server, which holds the same configuration, does not stream better.
 */
final class AdapterService extends gNMIGrpc.gNMIImplBase {
    private static final Logger log = LoggerFactory.getLogger(AdapterService.class);

    private final LoadedModel model;
    private final AdapterTargets targets;
    private final int operationsMax;
    private final Clock clock;

    AdapterService(LoadedModel model, AdapterTargets targets, int operationsMax, Clock clock) {
        this.model = model;
        this.targets = targets;
        this.operationsMax = operationsMax;
        this.clock = clock;
    }

    /** What a call does; its failures are translated in one place. */
    @FunctionalInterface
    private interface Call<T> {
        T answer() throws BackendException;
    }

    @Override
    public void capabilities(CapabilityRequest request, StreamObserver<CapabilityResponse> observer) {
        answer(observer, this::capabilities);
    }

    @Override
    public void get(GetRequest request, StreamObserver<GetResponse> observer) {
        answer(observer, () -> {
            bound(request.getPathCount());
            TargetTree tree = targets.require(request.getPrefix().getTarget()).tree();
            return GetAnswer.of(tree, request, now());
        });
    }

    @Override
    public void set(SetRequest request, StreamObserver<SetResponse> observer) {
        answer(observer, () -> set(request));
    }

    private CapabilityResponse capabilities() {
        var response = CapabilityResponse.newBuilder()
                .addSupportedEncodings(Encoding.JSON_IETF)
                .addSupportedEncodings(Encoding.JSON)
                .setGNMIVersion(GnmiProto.getDescriptor().getOptions().getExtension(GnmiProto.gnmiService));
        for (ModuleInfo module : model.modules()) {
            response.addSupportedModels(ModelData.newBuilder()
                    .setName(module.name())
                    .setOrganization(module.organization())
                    .setVersion(module.version()));
        }
        return response.build();
    }

    private SetResponse set(SetRequest request) throws BackendException {
        bound(request.getDeleteCount() + request.getReplaceCount() + request.getUpdateCount());
        if (request.getUnionReplaceCount() > 0) {
            throw new Failure.Unsupported("union_replace is not supported").asException();
        }
        AdapterTarget target = targets.begin(request.getPrefix().getTarget());
        target.set(request, claimed(request.getExtensionList()));
        var response = SetResponse.newBuilder().setPrefix(request.getPrefix()).setTimestamp(now());
        request.getDeleteList().forEach(path -> response.addResponse(result(path, Operation.DELETE)));
        request.getReplaceList().forEach(update -> response.addResponse(result(update.getPath(), Operation.REPLACE)));
        request.getUpdateList().forEach(update -> response.addResponse(result(update.getPath(), Operation.UPDATE)));
        return response.build();
    }

    private static UpdateResult.Builder result(Path path, Operation operation) {
        return UpdateResult.newBuilder().setPath(path).setOp(operation);
    }

    /** The term that a Set claims; null if it claims none. There is one role only, so a role changes nothing. */
    private static @Nullable Term claimed(List<Extension> extensions) {
        Term claimed = null;
        for (Extension extension : extensions) {
            if (extension.hasCommit()) {
                throw new Failure.Unsupported("extension commit is not supported").asException();
            }
            if (extension.hasMasterArbitration()) {
                Uint128 id = extension.getMasterArbitration().getElectionId();
                claimed = new Term(id.getHigh(), id.getLow());
            }
        }
        return claimed;
    }

    private void bound(int operations) {
        if (operations > operationsMax) {
            throw new Failure.Throttled(
                            operations + " operations in one request; " + operationsMax + " are the most",
                            Duration.ZERO)
                    .asException();
        }
    }

    private static <T> void answer(StreamObserver<T> observer, Call<T> call) {
        try {
            T answer = call.answer();
            observer.onNext(answer);
            observer.onCompleted();
        } catch (FailureException e) {
            observer.onError(Statuses.of(e.failure()));
        } catch (CodecException e) {
            observer.onError(Statuses.of(e));
        } catch (BackendException e) {
            log.atWarn().addKeyValue("reason", e.reason()).log("backend did not accept");
            observer.onError(Statuses.of(e));
        } catch (RuntimeException e) {
            observer.onError(defect(e));
        }
    }

    private static StatusException defect(RuntimeException e) {
        var defect = new Failure.Internal(e);
        log.atError().addKeyValue("reference", defect.reference()).setCause(e).log("call failed");
        return Statuses.of(defect);
    }

    private long now() {
        Instant now = clock.instant();
        return Math.addExact(Math.multiplyExact(now.getEpochSecond(), 1_000_000_000L), now.getNano());
    }
}
