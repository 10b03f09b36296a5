package dev.trimtab.core.yang;

/**
 * One thing that is wrong with a YANG source, and where.
 *
 * @param file the source's file name; empty if no one file has the fault
 * @param line 1 or more; 0 if no one line has the fault
 * @param column 1 or more, counted in characters; 0 if no one line has the fault
 * @param reason statement and rule, one sentence without the place; the middle of a long one is left out
 */
public record Fault(String file, int line, int column, String reason) {
    private static final int REASON_MAX = 1000;
    private static final int END = 300;

    public Fault {
        int length = reason.length();
        if (length > REASON_MAX) {
            reason = reason.substring(0, REASON_MAX - END) + " ... " + reason.substring(length - END);
        }
    }

    /** A fault that is not in one place of one file. */
    public static Fault ofModel(String reason) {
        return new Fault("", 0, 0, reason);
    }

    /** {@code file:line:column: reason}, as far as there is a place. */
    @Override
    public String toString() {
        if (file.isEmpty()) {
            return reason;
        }
        return line == 0 ? file + ": " + reason : file + ":" + line + ":" + column + ": " + reason;
    }
}
