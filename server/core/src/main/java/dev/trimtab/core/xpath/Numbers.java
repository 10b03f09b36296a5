package dev.trimtab.core.xpath;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Numbers as XPath 1.0 reads and writes them: section 4.4, and section 4.2 for the text. */
final class Numbers {
    private static final Pattern NUMBER = Pattern.compile("[ \t\r\n]*(-?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+))[ \t\r\n]*");

    private Numbers() {}

    /** NaN for what is not a number; a plus sign and an exponent are not part of one. */
    static double parse(String text) {
        var matcher = NUMBER.matcher(text);
        return matcher.matches() ? Double.parseDouble(matcher.group(1)) : Double.NaN;
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

    /** Halves go towards positive infinity, as in XPath and unlike {@link Math#rint}. */
    static double round(double number) {
        return Double.isNaN(number) || Double.isInfinite(number) ? number : Math.floor(number + 0.5);
    }
}
