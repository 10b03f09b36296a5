package dev.trimtab.cli.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Reads the history, which the server gives in pages. */
public final class TransactionPages {
    private static final int PAGE = 100;

    private final ApiClient api;

    public TransactionPages(ApiClient api) {
        this.api = api;
    }

    /**
     * The newest transactions.
     *
     * @param limit how many at most
     * @param target which target they changed; empty for any
     * @return the API's document: {@code transactions}, and {@code next} when there are older ones
     */
    public ObjectNode newest(int limit, String target) {
        ObjectNode all = Json.object();
        ArrayNode transactions = all.putArray("transactions");
        String before = "";
        do {
            JsonNode page = api.send(request(Math.min(PAGE, limit - transactions.size()), target, before))
                    .body();
            page.path("transactions").forEach(transactions::add);
            before = page.path("next").asText();
        } while (!before.isEmpty() && transactions.size() < limit);
        if (!before.isEmpty()) {
            all.put("next", Long.parseLong(before));
        }
        return all;
    }

    private static ApiRequest request(int limit, String target, String before) {
        ApiRequest request = ApiRequest.get("/api/v1/transactions").query("limit", String.valueOf(limit));
        request = target.isEmpty() ? request : request.query("target", target);
        return before.isEmpty() ? request : request.query("before", before);
    }
}
