package dev.trimtab.core.xpath;

import dev.trimtab.core.pattern.XsdPattern;
import dev.trimtab.core.pattern.XsdPatternException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The patterns that expressions computed last; thread-safe. */
final class PatternCache {
    private static final int PATTERNS_MAX = 256;

    private final Map<String, XsdPattern> patterns = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, XsdPattern> eldest) {
            return size() > PATTERNS_MAX;
        }
    };

    /** @throws EvaluationException for a text that is no pattern */
    synchronized XsdPattern get(String text) {
        XsdPattern known = patterns.get(text);
        if (known == null) {
            known = compile(text);
            patterns.put(text, known);
        }
        return known;
    }

    private static XsdPattern compile(String text) {
        try {
            return XsdPattern.compile(text);
        } catch (XsdPatternException e) {
            throw new EvaluationException("has no value: the pattern '" + text + "' is not valid: " + e.getMessage());
        }
    }
}
