package dev.trimtab.pluginhost;

import java.util.function.Supplier;

/** What plugins answered is believed within bounds, and where it is well-formed. */
final class Answers {
    private Answers() {}

    /**
     * Counts what came. A channel within the process hands messages over as they are, without a look at their size.
     *
     * @param answer who answered, up to the number, such as {@code "hook pick answered with"}
     * @param what that of which there are {@code actual}, such as {@code "bytes"}
     * @throws PluginException when {@code actual} is more than {@code max}
     */
    static void requireAtMost(int max, int actual, String answer, String what) {
        if (actual > max) {
            throw new PluginException(answer + " " + actual + " " + what + "; " + max + " are the most");
        }
    }

    /** @throws PluginException that begins with {@code complaint}, when {@code decoder} refuses with an argument exception */
    static <T> T decoded(String complaint, Supplier<T> decoder) {
        try {
            return decoder.get();
        } catch (IllegalArgumentException e) {
            throw new PluginException(complaint + ": " + e.getMessage(), e);
        }
    }
}
