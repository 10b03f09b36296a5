package dev.trimtab.core.pick;

import dev.trimtab.core.failure.Failure;
import dev.trimtab.core.model.Content;
import dev.trimtab.core.model.Match;
import dev.trimtab.core.read.VisibleTarget;
import dev.trimtab.model.Path;
import dev.trimtab.model.PathElement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.opendaylight.yangtools.yang.common.AbstractQName;
import org.opendaylight.yangtools.yang.model.api.PathExpression;
import org.opendaylight.yangtools.yang.xpath.api.YangBinaryExpr;
import org.opendaylight.yangtools.yang.xpath.api.YangExpr;
import org.opendaylight.yangtools.yang.xpath.api.YangLocationPath;
import org.opendaylight.yangtools.yang.xpath.api.YangLocationPath.QNameStep;
import org.opendaylight.yangtools.yang.xpath.api.YangPathExpr;
import org.opendaylight.yangtools.yang.xpath.api.YangQNameExpr;
import org.opendaylight.yangtools.yang.xpath.api.YangXPathAxis;

/**
 * A leafref's path, seen from one instance, as a pattern of paths: the keys of what both have above them stay, {@code [key =
 * current()/../other]} is a key with that leaf's value, and every other key is any. Source: RFC 7950 section 9.9.2.
 */
final class LeafrefPattern {
    private final VisibleTarget visible;
    private final Path leaf;

    private LeafrefPattern(VisibleTarget visible, Path leaf) {
        this.visible = visible;
        this.leaf = leaf;
    }

    /** Empty where a leaf that a key is taken from does not exist: then nothing is referred to. */
    static Optional<Path> of(VisibleTarget visible, Path leaf, PathExpression expression) {
        if (!(expression.getSteps() instanceof PathExpression.LocationPathSteps steps)) {
            throw new Failure.Unsupported("the leafref of " + leaf + " begins with deref(), which has no pick-list")
                    .asException();
        }
        return new LeafrefPattern(visible, leaf).follow(steps.getLocationPath(), leaf);
    }

    private Optional<Path> follow(YangLocationPath path, Path from) {
        Path at = path.isAbsolute() ? Path.ROOT : from;
        for (YangLocationPath.Step step : path.getSteps()) {
            if (step.getAxis() == YangXPathAxis.PARENT) {
                at = at.parent();
            } else if (step instanceof QNameStep child) {
                Optional<PathElement> element = element(at, child);
                if (element.isEmpty()) {
                    return Optional.empty();
                }
                at = at.child(element.get());
            }
        }
        return Optional.of(at);
    }

    private Optional<PathElement> element(Path above, QNameStep step) {
        String name = name(step.getQName());
        Map<String, String> keys = new HashMap<>();
        var schema = visible.model().root();
        for (PathElement element : above.child(name).elements()) {
            schema = schema == null ? null : schema.child(element.name());
        }
        if (schema != null) {
            schema.keys().forEach(key -> keys.put(key, PathElement.ANY));
        }
        for (YangExpr predicate : step.getPredicates()) {
            if (predicate instanceof YangBinaryExpr equal) {
                Optional<String> value = current(equal.getRightExpr());
                if (value.isEmpty()) {
                    return Optional.empty();
                }
                keys.put(key(equal.getLeftExpr()), value.get());
            }
        }
        return Optional.of(new PathElement(name, keys));
    }

    private static String key(YangExpr expression) {
        return switch (expression) {
            case YangQNameExpr name -> name(name.getQName());
            case YangLocationPath path
            when path.getSteps().getLast() instanceof QNameStep last -> name(last.getQName());
            default -> throw new IllegalStateException("a path-predicate compares no key: " + expression);
        };
    }

    /** The value of {@code current()/../...}. */
    private Optional<String> current(YangExpr expression) {
        if (!(expression instanceof YangPathExpr path)) {
            return Optional.empty();
        }
        return path.getLocationPath()
                .flatMap(steps -> follow(steps, leaf))
                .flatMap(at -> visible.find(at, Content.CONFIG, true).stream().findFirst())
                .map(LeafrefPattern::text);
    }

    private static String text(Match match) {
        return match.instance().schema().type().canonical(match.node().body());
    }

    private static String name(AbstractQName name) {
        return name.getLocalName();
    }
}
