package dev.trimtab.core.yang;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Expressions of features, and features that depend on themselves (RFC 7950 sections 7.20.1 and 7.20.2). */
final class FeatureRules {
    private final Definitions definitions;
    private final List<Fault> faults;
    private final List<Node> features = new ArrayList<>();

    FeatureRules(Definitions definitions, List<Fault> faults) {
        this.definitions = definitions;
        this.faults = faults;
    }

    void check(Node node) {
        if (node.is("feature")) {
            features.add(node);
        } else if (node.is("if-feature")) {
            checkExpression(node);
        }
    }

    private void checkExpression(Node node) {
        var expression = FeatureExpression.of(node.argument());
        if (expression.fault() != null) {
            faults.add(node.fault("is no expression of features: " + expression.fault()));
            return;
        }
        for (String name : expression.features()) {
            if (feature(node, name) == null) {
                faults.add(node.fault("refers to feature '" + name + "', which is not defined"));
            }
        }
    }

    private @Nullable Node feature(Node from, String name) {
        return definitions.find(from, "feature", name);
    }

    void checkCircles() {
        for (List<Node> circle : Circles.among(features, this::used)) {
            faults.add(circle.getLast().fault("depends on itself"));
        }
    }

    private List<Node> used(Node feature) {
        List<Node> used = new ArrayList<>();
        Statements.children(feature.statement(), "if-feature")
                .flatMap(condition -> FeatureExpression.of(Statements.argument(condition)).features().stream())
                .forEach(name -> {
                    Node found = feature(feature, name);
                    if (found != null) {
                        used.add(found);
                    }
                });
        return used;
    }
}
