package dev.trimtab.core.xpath;

import java.math.BigDecimal;

/** Numbers as XPath 1.0 reads and writes them: section 4.4, and section 4.2 for the text. */
final class Numbers {
    private Numbers() {}

    /** NaN for what is not a number; a plus sign and an exponent are not part of one. */
    static double parse(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return isNumber(text, start, end) ? Double.parseDouble(text.substring(start, end)) : Double.NaN;
    }

    /** Whether the characters are digits with one point at most, after one minus sign at most. */
    private static boolean isNumber(String text, int start, int end) {
        int digits = 0;
        int points = 0;
        for (int i = start < end && text.charAt(start) == '-' ? start + 1 : start; i < end; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (c != '.' || ++points > 1) {
                return false;
            }
        }
        return digits > 0;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }

    static String text(double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return Double.toString(number);
        }
        if (number == 0) {
            return "0";
        }
        return new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
    }

    /** Halves go towards positive infinity, unlike with {@link Math#rint}; what rounds to zero from below is negative zero. */
    static double round(double number) {
        double below = Math.floor(number);
        if (number - below < 0.5) {
            return below;
        }
        return below == -1 ? -0.0 : below + 1;
    }
}
