package dev.trimtab.app.rest;

import dev.trimtab.core.model.Content;
import dev.trimtab.core.read.VisibleTarget;
import dev.trimtab.core.target.TargetView;
import dev.trimtab.model.Revision;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Entity tags: the target's revision, followed by what else tells two representations of one URL apart.
 *
 * <p>A condition on a change looks at the revision only, so the tag of any read of the target serves.
 */
final class EntityTag {
    private static final Pattern TAG = Pattern.compile("\"(\\d{1,18})[^\"]*\"");

    private EntityTag() {}

    static String of(Revision revision) {
        return "\"" + revision + "\"";
    }

    /** Where state is shown, the time of its last change belongs to the tag. */
    static String of(VisibleTarget target, Content content, Media media) {
        var tag = new StringBuilder("\"").append(target.revision());
        TargetView view = target.view();
        Instant changed = view.time();
        if (content != Content.CONFIG && changed.isAfter(view.snapshot().time())) {
            tag.append('-').append(ChronoUnit.MICROS.between(Instant.EPOCH, changed));
        }
        return tag.append(media == Media.YANG ? "+yang\"" : "\"").toString();
    }

    /** @throws dev.trimtab.core.failure.FailureException with {@code Malformed} when it is no tag of this server */
    static Revision revision(String header) {
        Matcher matcher = TAG.matcher(header.strip());
        if (!matcher.matches()) {
            throw Json.malformed("If-Match is " + header + ", not one entity tag of this server, such as \"5\"");
        }
        return new Revision(Long.parseLong(matcher.group(1)));
    }

    /** Whether If-None-Match names {@code tag}; the weak comparison of RFC 9110 section 8.8.3.2. */
    static boolean matches(String header, String tag) {
        for (String candidate : header.split(",", -1)) {
            String stripped = candidate.strip();
            if (stripped.equals("*") || stripped.equals(tag) || stripped.equals("W/" + tag)) {
                return true;
            }
        }
        return false;
    }
}
