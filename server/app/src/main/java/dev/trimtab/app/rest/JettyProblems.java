package dev.trimtab.app.rest;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Answers what Jetty refuses before a handler sees it, a malformed request line for example, with a problem too. */
final class JettyProblems extends ErrorHandler {

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Object reason = request.getAttribute(ERROR_MESSAGE);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.CONTENT_TYPE);
        byte[] body = body(response.getStatus(), reason, request.getHttpURI().getPath());
        response.write(true, ByteBuffer.wrap(body), callback);
        return true;
    }

    private static byte[] body(int status, @Nullable Object reason, @Nullable String path) {
        String detail = reason == null ? "the request could not be read" : reason.toString();
        return Json.bytes(Problems.ofStatus(status, detail).body(path == null ? "/" : path));
    }
}
