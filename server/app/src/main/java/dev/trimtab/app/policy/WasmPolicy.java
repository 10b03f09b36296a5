package dev.trimtab.app.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.trimtab.core.authz.PathRule;
import dev.trimtab.core.authz.PathRule.Effect;
import dev.trimtab.core.authz.PolicyDecision;
import dev.trimtab.model.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The policy's decisions, each kept as long as it is in use: it depends on nothing but what is asked here.
 *
 * <p>May be called from any number of threads. A kept decision costs well under a microsecond, a new one some 0.1 ms when warm.
 * An evaluation that fails denies, is not kept, and is logged once under a reference until one succeeds again.
 */
public final class WasmPolicy {
    /** Most decisions kept; one is needed per set of groups, subject, action and target in use. */
    static final int DECISIONS_MAX = 10_000;

    private static final Logger log = LoggerFactory.getLogger(WasmPolicy.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Evaluator evaluator;
    private final Cache<Question, PolicyDecision> decisions;
    private final AtomicBoolean failing = new AtomicBoolean();

    private record Question(Set<String> groups, String subject, String action, String target) {
        private Question {
            groups = Set.copyOf(groups);
        }
    }

    /** Turns the policy's input document into its answer; not necessarily from several threads at once. */
    @FunctionalInterface
    interface Evaluator {
        String evaluate(String input);
    }

    WasmPolicy(Evaluator evaluator) {
        this.evaluator = evaluator;
        this.decisions = Caffeine.newBuilder().maximumSize(DECISIONS_MAX).build();
    }

    /** The policy with the table of roles that comes with the server. Takes some 0.7 s when the process has just started. */
    public static WasmPolicy bundled() {
        return new WasmPolicy(WasmEvaluator.of(RoleTable.bundled()));
    }

    /**
     * The policy with an operator's own table of roles in place of the server's.
     *
     * @param roles file in the form of {@code resources/policy/data.json}
     * @throws IllegalArgumentException with all that is wrong in the file, or why it cannot be read
     */
    public static WasmPolicy withRoles(java.nio.file.Path roles) {
        return new WasmPolicy(WasmEvaluator.of(RoleTable.read(roles)));
    }

    /**
     * What a principal may do on a target.
     *
     * @param action {@code read}, {@code write}, {@code subscribe}, {@code rollback} or {@code admin}; any other is denied
     * @param target a target's name, {@code system} for the server itself
     */
    public PolicyDecision decide(Set<String> groups, String subject, String action, String target) {
        try {
            return decisions.get(new Question(groups, subject, action, target), this::evaluate);
        } catch (RuntimeException | StackOverflowError e) {
            if (failing.compareAndSet(false, true)) {
                log.atError()
                        .addKeyValue("reference", UUID.randomUUID())
                        .addKeyValue("action", action)
                        .addKeyValue("target", target)
                        .setCause(e)
                        .log("policy cannot be evaluated, access is denied");
            }
            return PolicyDecision.NOTHING;
        }
    }

    private PolicyDecision evaluate(Question question) {
        try {
            String input = JSON.writeValueAsString(Map.of(
                    "principal",
                    Map.of("subject", question.subject(), "groups", new TreeSet<>(question.groups())),
                    "action",
                    question.action(),
                    "target",
                    question.target()));
            PolicyDecision decision = decision(JSON.readTree(evaluator.evaluate(input)));
            failing.set(false);
            return decision;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the policy's answer is not JSON", e);
        }
    }

    /** Reads {@code [{"result": {"allow": ..., "rules": [...]}}]}; anything but that form is a failure, never a permission. */
    private static PolicyDecision decision(JsonNode answer) {
        JsonNode result = answer.path(0).path("result");
        JsonNode rules = result.path("rules");
        if (answer.size() != 1 || !result.path("allow").isBoolean() || !rules.isArray()) {
            throw new IllegalStateException("the policy's answer has not the form of a decision: " + answer);
        }
        if (!result.path("allow").booleanValue()) {
            return PolicyDecision.NOTHING;
        }
        List<PathRule> list = new ArrayList<>(rules.size());
        rules.forEach(rule -> list.add(rule(rule)));
        return new PolicyDecision(list);
    }

    private static PathRule rule(JsonNode rule) {
        Effect effect = switch (rule.path("effect").asText()) {
            case "allow" -> Effect.ALLOW;
            case "deny" -> Effect.DENY;
            default -> throw new IllegalStateException("a rule of the policy has no effect: " + rule);
        };
        if (!rule.path("path").isTextual()) {
            throw new IllegalStateException("a rule of the policy has no path: " + rule);
        }
        return new PathRule(effect, Path.parse(rule.path("path").textValue()));
    }
}
