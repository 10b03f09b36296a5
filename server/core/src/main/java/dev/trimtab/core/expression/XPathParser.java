package dev.trimtab.core.expression;

import dev.trimtab.core.expression.Expression.Origin;
import dev.trimtab.core.expression.Expression.Step;
import dev.trimtab.core.expression.Token.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.common.QNameModule;

/** Parses expressions: the grammar of XPath 1.0, a method a production, from the loosest operator to the tightest. */
public final class XPathParser {
    /** Longest text, in characters. */
    public static final int LENGTH_MAX = 65_536;

    /** Deepest nesting, of parentheses and of operators that group to the left. */
    public static final int NESTING_MAX = 200;

    private static final Map<String, Operator> EQUALITY = operators(Operator.EQUAL, Operator.NOT_EQUAL);
    private static final Map<String, Operator> ORDER =
            operators(Operator.LESS, Operator.LESS_OR_EQUAL, Operator.GREATER, Operator.GREATER_OR_EQUAL);
    private static final Map<String, Operator> SUM = operators(Operator.PLUS, Operator.MINUS);
    private static final Map<String, Operator> PRODUCT =
            operators(Operator.MULTIPLY, Operator.DIVIDE, Operator.REMAINDER);

    private final TokenReader tokens;
    private final NodeTestParser nodeTests;
    private int depth;

    /** Levels of the tree that was parsed last. */
    private int height;

    private XPathParser(TokenReader tokens, Function<String, @Nullable QNameModule> prefixes) {
        this.tokens = tokens;
        this.nodeTests = new NodeTestParser(tokens, prefixes);
    }

    /**
     * Parses an expression.
     *
     * @param text at most {@link #LENGTH_MAX} characters, nested at most {@link #NESTING_MAX} deep
     * @param prefixes the module that a prefix stands for; null for a prefix that is not known
     * @throws XPathSyntaxException for a text that is no expression, is too long or nested too deeply, or has an unknown prefix
     */
    public static Expression parse(String text, Function<String, @Nullable QNameModule> prefixes) {
        if (text.length() > LENGTH_MAX) {
            throw new XPathSyntaxException("the expression is longer than " + LENGTH_MAX + " characters", LENGTH_MAX);
        }
        var parser = new XPathParser(new TokenReader(Lexer.tokens(text)), prefixes);
        Expression expression = parser.expression();
        if (parser.tokens.peek().kind() != Kind.END) {
            throw parser.tokens.unexpected("an operator or the end");
        }
        return expression;
    }

    private static Map<String, Operator> operators(Operator... operators) {
        return Arrays.stream(operators).collect(Collectors.toUnmodifiableMap(Operator::toString, Function.identity()));
    }

    private Expression expression() {
        if (++depth > NESTING_MAX) {
            throw tooDeep();
        }
        List<Expression> operands = operands("or", this::conjunction);
        depth--;
        return operands.size() == 1 ? operands.getFirst() : new Expression.Disjunction(operands);
    }

    private Expression conjunction() {
        List<Expression> operands = operands("and", this::equality);
        return operands.size() == 1 ? operands.getFirst() : new Expression.Conjunction(operands);
    }

    private Expression equality() {
        return grouped(EQUALITY, () -> grouped(ORDER, () -> grouped(SUM, () -> grouped(PRODUCT, this::unary))));
    }

    /** One operand or more, all on one level. */
    private List<Expression> operands(String operator, Supplier<Expression> operand) {
        List<Expression> operands = new ArrayList<>();
        int highest = 0;
        do {
            operands.add(operand.get());
            highest = Math.max(highest, height);
        } while (tokens.take(Kind.OPERATOR, operator));
        grow(operands.size() == 1 ? highest - 1 : highest);
        return operands;
    }

    /** Operators that group to the left: each makes the tree one level deeper. */
    private Expression grouped(Map<String, Operator> operators, Supplier<Expression> operand) {
        Expression left = operand.get();
        Operator operator = operator(operators);
        while (operator != null) {
            int leftHeight = height;
            Expression right = operand.get();
            grow(Math.max(leftHeight, height));
            left = new Expression.Binary(operator, left, right);
            operator = operator(operators);
        }
        return left;
    }

    private @Nullable Operator operator(Map<String, Operator> operators) {
        Operator operator = tokens.peek().kind() == Kind.OPERATOR
                ? operators.get(tokens.peek().text())
                : null;
        if (operator != null) {
            tokens.take();
        }
        return operator;
    }

    private Expression unary() {
        int signs = 0;
        while (tokens.take(Kind.OPERATOR, "-")) {
            signs++;
        }
        Expression operand = union();
        for (int i = 0; i < signs; i++) {
            operand = new Expression.Negation(operand);
            grow(height);
        }
        return operand;
    }

    private Expression union() {
        int position = tokens.peek().position();
        List<Expression> operands = operands("|", this::path);
        return operands.size() == 1 ? operands.getFirst() : new Expression.Union(operands, position);
    }

    private Expression path() {
        if (tokens.take(Kind.OPERATOR, "/")) {
            height = 1;
            return new Expression.Path(Origin.ROOT, nodeTests.startsStep() ? steps(List.of()) : List.of());
        }
        int position = tokens.peek().position();
        if (tokens.take(Kind.OPERATOR, "//")) {
            height = 1;
            return new Expression.Path(Origin.ROOT, steps(List.of(anywhere(position))));
        }
        if (nodeTests.startsStep()) {
            height = 1;
            return new Expression.Path(Origin.CONTEXT, steps(List.of()));
        }
        Expression start = filter();
        if (tokens.take(Kind.OPERATOR, "/")) {
            return new Expression.Continued(start, steps(List.of()), position);
        }
        if (tokens.take(Kind.OPERATOR, "//")) {
            return new Expression.Continued(start, steps(List.of(anywhere(position))), position);
        }
        return start;
    }

    /** What {@code //} stands for. */
    private static Step anywhere(int position) {
        return Step.any(AxisName.DESCENDANT_OR_SELF, position);
    }

    private List<Step> steps(List<Step> before) {
        List<Step> steps = new ArrayList<>(before);
        int highest = height;
        do {
            steps.add(step());
            highest = Math.max(highest, height);
            if (tokens.peek().is(Kind.OPERATOR, "//")) {
                steps.add(anywhere(tokens.peek().position()));
            }
        } while (tokens.take(Kind.OPERATOR, "/") || tokens.take(Kind.OPERATOR, "//"));
        grow(highest);
        return steps;
    }

    private Step step() {
        int position = tokens.peek().position();
        height = 1;
        if (tokens.take(Kind.PUNCTUATION, ".")) {
            return Step.any(AxisName.SELF, position);
        }
        if (tokens.take(Kind.PUNCTUATION, "..")) {
            return Step.any(AxisName.PARENT, position);
        }
        AxisName axis = nodeTests.axis();
        NodeTest test = nodeTests.nodeTest();
        return new Step(axis, test, predicates(), position);
    }

    private List<Expression> predicates() {
        List<Expression> predicates = new ArrayList<>();
        int highest = height;
        while (tokens.take(Kind.PUNCTUATION, "[")) {
            predicates.add(expression());
            highest = Math.max(highest, height);
            tokens.expect("]");
        }
        grow(highest);
        return predicates;
    }

    private Expression filter() {
        int position = tokens.peek().position();
        Expression operand = primary();
        List<Expression> predicates = predicates();
        return predicates.isEmpty() ? operand : new Expression.Filter(operand, predicates, position);
    }

    private Expression primary() {
        Token token = tokens.peek();
        height = 1;
        return switch (token.kind()) {
            case LITERAL -> taken(new Expression.Literal(token.text()));
            case NUMBER -> taken(new Expression.Numeral(Double.parseDouble(token.text())));
            case VARIABLE -> taken(new Expression.Variable(token.text(), token.position()));
            case FUNCTION -> call();
            default -> {
                if (!tokens.take(Kind.PUNCTUATION, "(")) {
                    throw tokens.unexpected("an expression");
                }
                Expression inner = expression();
                tokens.expect(")");
                yield inner;
            }
        };
    }

    private Expression taken(Expression expression) {
        tokens.take();
        return expression;
    }

    private Expression call() {
        Token name = tokens.take();
        tokens.expect("(");
        List<Expression> arguments = new ArrayList<>();
        int highest = 0;
        if (!tokens.take(Kind.PUNCTUATION, ")")) {
            do {
                arguments.add(expression());
                highest = Math.max(highest, height);
            } while (tokens.take(Kind.PUNCTUATION, ","));
            tokens.expect(")");
        }
        grow(highest);
        String function = name.prefix() == null ? name.text() : name.prefix() + ":" + name.text();
        return new Expression.Call(function, arguments, name.position());
    }

    /** Puts one level on trees of the given height. */
    private void grow(int highest) {
        height = highest + 1;
        if (height > 2 * NESTING_MAX) {
            throw tooDeep();
        }
    }

    private XPathSyntaxException tooDeep() {
        return tokens.error("the expression is nested deeper than " + NESTING_MAX);
    }
}
