package dev.trimtab.core.pattern;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression of XML Schema, which matches whole texts; thread-safe. Source: XML Schema Part 2, second edition,
 * appendix F.
 *
 * <p>All ways through the expression are followed at once, so that the cost of a match is at most the length of the text times the
 * size of the expression, whatever the two are. The states that texts came through first are kept with their successors: an
 * ordinary text costs a look into a table for each character. What is kept is bounded, and every other state is computed again.
 */
public final class XsdPattern {
    /** Most references and numbers that are kept: a few hundred kilobytes. */
    private static final int KEPT_MAX = 1 << 15;

    private final Program program;
    private final Map<State, State> kept = new ConcurrentHashMap<>();
    private final AtomicInteger keptSize = new AtomicInteger();
    private volatile @Nullable Begin begin;

    /** Where a match begins; made for the first one, since most patterns of a large model never see a text. */
    private record Begin(AsciiGroups groups, State state) {}

    private XsdPattern(Program program) {
        this.program = program;
    }

    /**
     * Reads an expression.
     *
     * @throws XsdPatternException for a text that is none, or one that is too large
     */
    public static XsdPattern compile(String text) {
        return new XsdPattern(Program.of(XsdPatternParser.parse(text)));
    }

    /** Whether the whole text matches. */
    public boolean matches(String text) {
        return matches(text, _ -> {});
    }

    /**
     * Whether the whole text matches.
     *
     * @param spend is told the steps that each character takes, the same for the same match at any time, and may throw to end it
     */
    public boolean matches(String text, IntConsumer spend) {
        Begin from = begin();
        State here = from.state;
        Closure closure = null;
        int i = 0;
        while (i < text.length() && !here.isDead()) {
            int character = text.codePointAt(i);
            int group = from.groups.of(character);
            State next = here.successor(group);
            if (next == null) {
                closure = closure == null ? new Closure(program) : closure;
                closure.advance(here, character);
                next = keep(closure, from.groups);
                here.remember(group, next);
            }
            here = next;
            spend.accept(here.steps());
            i += Character.charCount(character);
        }
        return i == text.length() && here.isMatch();
    }

    private Begin begin() {
        Begin known = begin;
        if (known == null) {
            var groups = new AsciiGroups(program);
            var closure = new Closure(program);
            closure.begin();
            known = new Begin(groups, keep(closure, groups));
            begin = known;
        }
        return known;
    }

    private State keep(Closure closure, AsciiGroups groups) {
        State state = closure.toState(0);
        State same = kept.get(state);
        int size = groups.count() + state.size();
        if (same != null || keptSize.get() + size > KEPT_MAX) {
            return same == null ? state : same;
        }
        State keeping = closure.toState(groups.count());
        State other = kept.putIfAbsent(keeping, keeping);
        if (other == null) {
            keptSize.addAndGet(size);
            return keeping;
        }
        return other;
    }
}
