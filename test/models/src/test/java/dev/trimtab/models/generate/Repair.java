package dev.trimtab.models.generate;

import dev.trimtab.core.model.Decoded;
import dev.trimtab.core.model.Instance;
import dev.trimtab.core.model.JsonReader;
import dev.trimtab.core.model.SchemaNode;
import dev.trimtab.core.model.SchemaNode.Kind;
import dev.trimtab.core.validation.Validator;
import dev.trimtab.model.Violation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a configuration valid: adds what is missing, takes out what breaks a rule, and asks again. */
public final class Repair {
    private static final int ROUNDS = 40;

    private final Validator validator;
    private final TreeGenerator generator;
    private final Dice dice;

    public Repair(Validator validator, TreeGenerator generator, Dice dice) {
        this.validator = validator;
        this.generator = generator;
        this.dice = dice;
    }

    /** Changes {@code document} until it is valid; false if that does not succeed. */
    public boolean repair(Document document) {
        for (int round = 0; round < ROUNDS; round++) {
            List<Violation> violations = violations(document);
            if (violations.isEmpty()) {
                return true;
            }
            for (Violation violation : violations) {
                repair(document, violation, round);
            }
        }
        return false;
    }

    /** What is wrong with a document, its types included. */
    public List<Violation> violations(Document document) {
        Decoded decoded = JsonReader.read(
                document.model(),
                Instance.root(document.model()),
                document.json().getBytes(StandardCharsets.UTF_8),
                true);
        return decoded.node() == null
                ? decoded.violations()
                : validator.validateAll(decoded.node()).violations();
    }

    private void repair(Document document, Violation violation, int round) {
        boolean patient = round < ROUNDS / 3;
        Place place = document.find(violation.path());
        if (patient && place != null && violation.rule().equals("leafref") && referAgain(place)) {
            return;
        }
        if (patient && (violation.rule().equals("mandatory") || violation.rule().equals("min-elements"))) {
            addMissing(document, violation, place);
        } else if (place != null) {
            remove(
                    violation.rule().equals("must") && place.hasMembers() ? culprit(place) : place,
                    patient ? 0 : round / 5);
        } else {
            Place parent = document.find(violation.path().parent());
            remove(parent == null ? document.root() : parent, 0);
        }
    }

    /** Gives a leaf another target; a key keeps its value. */
    private boolean referAgain(Place leaf) {
        Place parent = leaf.parent();
        Object value = parent == null || leaf.schema().isKey() || leaf.schema().kind() != Kind.LEAF
                ? null
                : generator.value(parent, leaf.schema());
        if (parent == null || value == null || value.equals(leaf.value())) {
            return false;
        }
        parent.members().put(leaf.schema().qualifiedName(), value);
        return true;
    }

    /** A node that lacks something may lie in containers that are not there either. */
    private void addMissing(Document document, Violation violation, @Nullable Place there) {
        if (there != null && there.hasMembers() && there.schema().kind() != Kind.LIST) {
            mandatoryChoices(there);
            return;
        }
        Place at = document.root();
        for (var element : violation.path().elements()) {
            SchemaNode child = at.schema().child(element.name());
            List<Place> found = child == null ? List.of() : document.findBelow(at, child, element);
            Place next = found.isEmpty() || child == null
                    ? (child == null ? null : generator.add(at, child))
                    : found.getFirst();
            if (next == null) {
                return;
            }
            at = next;
            if (!at.hasMembers()) {
                if (at.schema().kind() == Kind.LEAF_LIST && at.parent() != null) {
                    generator.add(at.parent(), at.schema());
                }
                return;
            }
        }
        if (violation.rule().equals("mandatory")) {
            mandatoryChoices(at);
        } else if (at.parent() != null) {
            generator.add(at.parent(), at.schema());
        }
    }

    private void mandatoryChoices(Place place) {
        List<SchemaNode> candidates = place.schema().children().stream()
                .filter(child -> child.config()
                        && child.choices().stream()
                                .anyMatch(step -> step.choiceNode().isMandatory()))
                .toList();
        if (!candidates.isEmpty()) {
            generator.add(place, dice.one(candidates));
        }
    }

    /** What to take out to satisfy a {@code must} of a container: now and then all of it, mostly one of its members. */
    private Place culprit(Place place) {
        List<Place> members =
                place.children().stream().filter(each -> !each.schema().isKey()).toList();
        return members.isEmpty() || dice.chance(30) ? place : dice.one(members);
    }

    /** Removes {@code place}, or what stands {@code up} levels above it; a key with its entry. */
    private static void remove(Place place, int up) {
        Place at = place;
        for (int i = 0; (i < up || at.schema().isKey()) && at.parent() != null; i++) {
            at = at.parent();
        }
        at.remove();
    }
}
