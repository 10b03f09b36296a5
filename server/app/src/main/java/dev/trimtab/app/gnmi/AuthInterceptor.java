package dev.trimtab.app.gnmi;

import dev.trimtab.app.identity.Credentials;
import dev.trimtab.core.authz.Principal;
import io.grpc.Contexts;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.StatusRuntimeException;
import java.util.Objects;
import java.util.function.Function;

/**
 * Asks of every RPC who sent it; two RPCs of one connection are judged separately.
 *
 * <p>Credentials are in the metadata: {@code authorization}, Bearer or Basic, or {@code username} and {@code password} as gNMI has
 * them (section 3.1); the first has precedence. A stream is judged when it begins.
 */
final class AuthInterceptor implements ServerInterceptor {
    private static final Metadata.Key<String> AUTHORIZATION = key("authorization");
    private static final Metadata.Key<String> USERNAME = key("username");
    private static final Metadata.Key<String> PASSWORD = key("password");

    private final Function<Credentials, Principal> authenticator;

    AuthInterceptor(Function<Credentials, Principal> authenticator) {
        this.authenticator = authenticator;
    }

    private static Metadata.Key<String> key(String name) {
        return Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        if (call.getMethodDescriptor().getFullMethodName().equals(AdminService.LOGIN)) {
            return next.startCall(call, headers);
        }
        Principal principal;
        try {
            principal = authenticator.apply(credentials(headers));
        } catch (RuntimeException e) {
            StatusRuntimeException refusal = GnmiFailures.ofRead(e);
            Metadata trailers = refusal.getTrailers();
            call.close(refusal.getStatus(), trailers == null ? new Metadata() : trailers);
            return new ServerCall.Listener<>() {};
        }
        return Contexts.interceptCall(Caller.is(principal), call, headers, next);
    }

    private static Credentials credentials(Metadata headers) {
        String authorization = headers.get(AUTHORIZATION);
        String user = headers.get(USERNAME);
        if (authorization == null && user != null) {
            return new Credentials.Basic(user, Objects.requireNonNullElse(headers.get(PASSWORD), ""));
        }
        return Credentials.ofAuthorization(authorization);
    }
}
