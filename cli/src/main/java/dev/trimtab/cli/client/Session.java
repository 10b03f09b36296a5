package dev.trimtab.cli.client;

import java.net.URI;

/**
 * Who is logged in where.
 *
 * @param server base URL that the token is for
 * @param user for the person to see
 * @param token sent to that server and to no other
 * @param expires until when the token is good, as the server wrote it; empty when it did not say
 */
public record Session(URI server, String user, String token, String expires) {
    @Override
    public String toString() {
        return "Session[" + user + " at " + server + "]";
    }
}
