package dev.trimtab.core.compatibility;

/**
 * One difference between two versions of a model.
 *
 * @param impact what it means for a client of the old version
 * @param where path of the schema node, choices looked through; or {@code module} and a name
 * @param what the statement that differs, in the words of RFC 7950: {@code type}, {@code must}, {@code key}, ...; {@code node} for a
 *     node as a whole
 * @param message sentence that says what was and what is
 */
public record Finding(Impact impact, String where, String what, String message) {
    @Override
    public String toString() {
        return impact + " " + where + ": " + what + ": " + message;
    }
}
