package dev.trimtab.app.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trimtab.core.authz.Principal;
import dev.trimtab.core.transaction.History;
import io.javalin.http.Context;
import java.util.List;
import java.util.Set;

/** The history: {@code /api/v1/transactions}. */
final class TransactionResource {
    static final String HEADER = "Trimtab-Transaction";
    private static final int LIMIT_DEFAULT = 50;
    /** Most transactions looked at for one page when a target is asked for; the answer's {@code next} leads on. */
    private static final int LOOKED_AT_MAX = 10 * History.PAGE_MAX;

    private final History history;
    private final TransactionJson json;
    private final Changes changes;
    private final RestSettings settings;

    TransactionResource(History history, TransactionJson json, Changes changes, RestSettings settings) {
        this.history = history;
        this.json = json;
        this.changes = changes;
        this.settings = settings;
    }

    static String url(long index) {
        return "/api/v1/transactions/" + index;
    }

    void get(Context ctx, Principal principal) {
        Query.of(ctx, Set.of());
        History.Entry entry = history.require(principal, index(ctx));
        ctx.contentType(Media.JSON.type()).result(Json.bytes(json.entry(entry, true)));
    }

    /** Undoes a transaction with another one: POST of {@code /api/v1/transactions/{index}/rollback}. */
    void rollBack(Context ctx, Principal principal) {
        WriteOptions options = WriteOptions.of(ctx, settings);
        changes.answer(ctx, changes.rollBack(principal, index(ctx), options), options, 200);
    }

    private static long index(Context ctx) {
        String index = ctx.pathParam("index");
        if (!index.matches("\\d{1,18}")) {
            throw Json.malformed("a transaction is named by its number, not by '" + index + "'");
        }
        return Long.parseLong(index);
    }

    /** The newest first; {@code next} is the value of {@code before} that gives the next page, and is absent on the last. */
    void list(Context ctx, Principal principal) {
        Query query = Query.of(ctx, Set.of("limit", "before", "target"));
        long limit = query.number("limit", 1, History.PAGE_MAX, LIMIT_DEFAULT);
        String target = query.text("target");
        long before = Math.min(query.number("before", 1, Long.MAX_VALUE, Long.MAX_VALUE), history.last() + 1);
        long stop = Math.max(1, before - LOOKED_AT_MAX);
        ObjectNode body = Json.object();
        ArrayNode transactions = body.putArray("transactions");
        while (before > stop && transactions.size() < limit) {
            int wanted = target == null ? (int) (limit - transactions.size()) : History.PAGE_MAX;
            List<History.Entry> page = history.before(principal, before, wanted);
            before = Math.max(1, before - wanted);
            for (History.Entry entry : page) {
                if (target == null || names(entry, target)) {
                    transactions.add(json.entry(entry, false));
                }
                if (transactions.size() == limit) {
                    before = entry.transaction().index();
                    break;
                }
            }
        }
        if (before > 1) {
            body.put("next", before);
        }
        ctx.contentType(Media.JSON.type()).result(Json.bytes(body));
    }

    private static boolean names(History.Entry entry, String target) {
        return entry.transaction().targets().keySet().stream()
                .anyMatch(candidate -> candidate.value().equals(target));
    }
}
