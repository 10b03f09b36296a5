package dev.trimtab.core.yang;

/** What is stripped from the lines of a string in double quotes (RFC 7950 section 6.1.3). */
final class Indentation {
    private static final int TAB_WIDTH = 8;

    private Indentation() {}

    /** Columns from {@code lineStart} to {@code index}, a tab being eight. */
    static int width(String text, int lineStart, int index) {
        int width = 0;
        for (int i = lineStart; i < index; i++) {
            width += text.charAt(i) == '\t' ? TAB_WIDTH : 1;
        }
        return width;
    }

    /**
     * The string without spaces and tabs before its line breaks, and without those after them as far as the opening quote.
     *
     * @param quoteWidth columns before the opening quote
     */
    static String strip(String string, int quoteWidth) {
        int end = string.indexOf('\n');
        if (end < 0) {
            return string;
        }
        var stripped = new StringBuilder(string.length()).append(string, 0, trailing(string, 0, end));
        while (end >= 0) {
            int start = end + 1;
            end = string.indexOf('\n', start);
            stripped.append('\n');
            boolean last = end < 0;
            append(stripped, string, start, last ? string.length() : trailing(string, start, end), quoteWidth);
        }
        return stripped.toString();
    }

    private static int trailing(String string, int start, int end) {
        int from = end > start && string.charAt(end - 1) == '\r' ? end - 1 : end;
        while (from > start && isBlank(string.charAt(from - 1))) {
            from--;
        }
        return from;
    }

    private static void append(StringBuilder to, String string, int start, int end, int quoteWidth) {
        int at = start;
        int width = 0;
        while (at < end && width <= quoteWidth && isBlank(string.charAt(at))) {
            width += string.charAt(at++) == '\t' ? TAB_WIDTH : 1;
        }
        // A tab that reaches beyond the quote leaves as many spaces as it does.
        to.repeat(' ', Math.max(0, width - quoteWidth - 1)).append(string, at, end);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
