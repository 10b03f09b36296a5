package dev.trimtab.cli.client;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What the server answered to a request that it did not refuse.
 *
 * @param status from 200 to 299
 * @param body a missing node when there was none
 */
public record Answer(int status, JsonNode body) {
    private static final int ACCEPTED = 202;

    /** Whether a backend had yet to answer when the wait ended. */
    public boolean pending() {
        return status == ACCEPTED;
    }
}
