package dev.trimtab.app.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.styra.opa.wasm.OpaPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Runs the compiled policy.
 *
 * <p>An instance of the module serves one thread at a time. There is one, behind a lock, rather than a pool: a decision takes
 * 0.1 ms and is kept by the caller, while each further instance is compiled anew, which takes 150 to 300 ms. After a failure
 * its memory cannot be trusted, so that the next evaluation gets a new one.
 */
final class WasmEvaluator implements WasmPolicy.Evaluator {
    private static final String ENTRYPOINT = "trimtab/authz/decision";

    private final byte[] module;
    private final String data;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable OpaPolicy instance;

    private WasmEvaluator(byte[] module, String data) {
        this.module = module;
        this.data = data;
        this.instance = instantiate();
    }

    static WasmEvaluator of(JsonNode roles) {
        return new WasmEvaluator(resource("authz.wasm"), roles.toString());
    }

    static byte[] resource(String name) {
        try (InputStream in = WasmEvaluator.class.getResourceAsStream("/policy/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the server was built without its policy: no resource policy/" + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String evaluate(String input) {
        lock.lock();
        try {
            OpaPolicy policy = instance == null ? instantiate() : instance;
            instance = null;
            String answer = policy.evaluate(ascii(input));
            instance = policy;
            return answer;
        } finally {
            lock.unlock();
        }
    }

    private OpaPolicy instantiate() {
        return OpaPolicy.builder().withPolicy(module).build().data(ascii(data)).entrypoint(ENTRYPOINT);
    }

    /** Escapes what is not ASCII: the library turns text into bytes by the platform's character set. */
    private static String ascii(String json) {
        if (StandardCharsets.US_ASCII.newEncoder().canEncode(json)) {
            return json;
        }
        var out = new StringBuilder(json.length() + 16);
        json.chars().forEach(c -> {
            if (c < 0x80) {
                out.append((char) c);
            } else {
                out.append(String.format("\\u%04x", c));
            }
        });
        return out.toString();
    }
}
