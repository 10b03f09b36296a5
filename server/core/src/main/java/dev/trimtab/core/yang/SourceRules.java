package dev.trimtab.core.yang;

import java.util.ArrayList;
import java.util.List;

/** Rules of RFC 7950 that yangtools leaves unchecked and that statements show before names of nodes are resolved. */
final class SourceRules {
    private SourceRules() {}

    /** Faults of all sources in their order; empty if there is none. */
    static List<Fault> check(Sources sources) {
        List<Fault> faults = new ArrayList<>();
        var definitions = new Definitions(sources);
        var types = new TypeRules(definitions, faults);
        var unions = new UnionRules(definitions, faults);
        var status = new StatusRules(definitions, faults);
        var features = new FeatureRules(definitions, faults);
        var names = new NameRules(faults);
        var ranges = new RangeRules(faults);
        var groupings = new GroupingRules(definitions, faults);
        for (Source source : sources.all()) {
            HeaderRules.check(source, faults);
            Node.root(source).walk(node -> {
                names.check(node);
                types.check(node);
                unions.check(node);
                ranges.check(node);
                status.check(node);
                features.check(node);
                groupings.check(node);
            });
        }
        types.checkCircles();
        features.checkCircles();
        groupings.checkCircles();
        if (faults.isEmpty()) {
            unions.checkSizes();
            sources.all().stream().filter(sources::isImplemented).forEach(groupings::checkSize);
            groupings.checkSizes();
        }
        return faults;
    }
}
