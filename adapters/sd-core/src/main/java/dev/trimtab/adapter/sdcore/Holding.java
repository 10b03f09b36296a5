package dev.trimtab.adapter.sdcore;

import com.fasterxml.jackson.databind.JsonNode;

/** Compares what a core was given with what it gives back. */
final class Holding {
    private Holding() {}

    /**
     * Whether {@code held} has everything that was {@code sent}. A core adds members of its own, such as the name, and leaves out
     * members that are zero, false or empty.
     */
    static boolean isHeld(JsonNode sent, JsonNode held) {
        return switch (sent.getNodeType()) {
            case OBJECT -> sent.properties().stream().allMatch(e -> isHeld(e.getValue(), held.path(e.getKey())));
            case ARRAY -> isArrayHeld(sent, held);
            case NUMBER ->
                held.isNumber()
                        ? held.decimalValue().compareTo(sent.decimalValue()) == 0
                        : held.isMissingNode() && sent.decimalValue().signum() == 0;
            case STRING -> held.isMissingNode() ? sent.asText().isEmpty() : sent.equals(held);
            case BOOLEAN -> held.asBoolean() == sent.asBoolean();
            case NULL, MISSING, BINARY, POJO -> held.isMissingNode() || held.equals(sent);
        };
    }

    private static boolean isArrayHeld(JsonNode sent, JsonNode held) {
        if (held.size() != sent.size()) {
            return false;
        }
        for (int i = 0; i < sent.size(); i++) {
            if (!isHeld(sent.get(i), held.get(i))) {
                return false;
            }
        }
        return true;
    }
}
