package dev.trimtab.core.xpath.syntax;

import static java.util.Objects.requireNonNull;

import dev.trimtab.core.xpath.syntax.Expression.Origin;
import dev.trimtab.core.xpath.syntax.Expression.Step;
import dev.trimtab.core.xpath.syntax.Token.Kind;
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
    private static final Map<String, NodeTest.Kind> NODE_TYPES = Map.of(
            "node", NodeTest.Kind.NODE,
            "text", NodeTest.Kind.TEXT,
            "comment", NodeTest.Kind.COMMENT,
            "processing-instruction", NodeTest.Kind.PROCESSING_INSTRUCTION);

    private final Function<String, @Nullable QNameModule> prefixes;
    private final List<Token> tokens;
    private int next;
    private int depth;

    /** Levels of the tree that was parsed last. */
    private int height;

    private XPathParser(List<Token> tokens, Function<String, @Nullable QNameModule> prefixes) {
        this.tokens = tokens;
        this.prefixes = prefixes;
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
        var parser = new XPathParser(Lexer.tokens(text), prefixes);
        Expression expression = parser.expression();
        if (parser.peek().kind() != Kind.END) {
            throw parser.unexpected("an operator or the end");
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
        } while (take(Kind.OPERATOR, operator));
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
        Operator operator = peek().kind() == Kind.OPERATOR ? operators.get(peek().text()) : null;
        if (operator != null) {
            next++;
        }
        return operator;
    }

    private Expression unary() {
        int signs = 0;
        while (take(Kind.OPERATOR, "-")) {
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
        int position = peek().position();
        List<Expression> operands = operands("|", this::path);
        return operands.size() == 1 ? operands.getFirst() : new Expression.Union(operands, position);
    }

    private Expression path() {
        if (take(Kind.OPERATOR, "/")) {
            height = 1;
            return new Expression.Path(Origin.ROOT, startsStep() ? steps(List.of()) : List.of());
        }
        int position = peek().position();
        if (take(Kind.OPERATOR, "//")) {
            height = 1;
            return new Expression.Path(Origin.ROOT, steps(List.of(anywhere(position))));
        }
        if (startsStep()) {
            height = 1;
            return new Expression.Path(Origin.CONTEXT, steps(List.of()));
        }
        Expression start = filter();
        if (take(Kind.OPERATOR, "/")) {
            return new Expression.Continued(start, steps(List.of()), position);
        }
        if (take(Kind.OPERATOR, "//")) {
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
            if (peek().is(Kind.OPERATOR, "//")) {
                steps.add(anywhere(peek().position()));
            }
        } while (take(Kind.OPERATOR, "/") || take(Kind.OPERATOR, "//"));
        grow(highest);
        return steps;
    }

    private boolean startsStep() {
        Token token = peek();
        return switch (token.kind()) {
            case NAME, AXIS -> true;
            case FUNCTION -> isNodeType(token);
            case PUNCTUATION -> ".".equals(token.text()) || "..".equals(token.text()) || "@".equals(token.text());
            case VARIABLE, LITERAL, NUMBER, OPERATOR, END -> false;
        };
    }

    private static boolean isNodeType(Token token) {
        return token.prefix() == null && NODE_TYPES.containsKey(token.text());
    }

    private Step step() {
        int position = peek().position();
        height = 1;
        if (take(Kind.PUNCTUATION, ".")) {
            return Step.any(AxisName.SELF, position);
        }
        if (take(Kind.PUNCTUATION, "..")) {
            return Step.any(AxisName.PARENT, position);
        }
        AxisName axis = axis();
        NodeTest test = nodeTest();
        return new Step(axis, test, predicates(), position);
    }

    private AxisName axis() {
        if (take(Kind.PUNCTUATION, "@")) {
            return AxisName.ATTRIBUTE;
        }
        if (peek().kind() != Kind.AXIS) {
            return AxisName.CHILD;
        }
        AxisName axis = peek().prefix() == null ? AxisName.of(peek().text()) : null;
        if (axis == null) {
            throw error(peek().named() + " is no axis");
        }
        next++;
        return axis;
    }

    private NodeTest nodeTest() {
        Token token = peek();
        if (token.kind() == Kind.FUNCTION && isNodeType(token)) {
            return nodeType();
        }
        if (token.kind() != Kind.NAME) {
            throw unexpected("a name");
        }
        QNameModule module = token.prefix() == null ? null : module(token.prefix());
        next++;
        return token.text().equals("*") ? new NodeTest.Any(module) : new NodeTest.Named(module, token.text());
    }

    private QNameModule module(String prefix) {
        QNameModule module = prefixes.apply(prefix);
        if (module == null) {
            throw error("the prefix '" + prefix + "' is not known");
        }
        return module;
    }

    private NodeTest nodeType() {
        NodeTest.Kind type = NODE_TYPES.get(peek().text());
        next++;
        expect("(");
        if (type == NodeTest.Kind.PROCESSING_INSTRUCTION && peek().kind() == Kind.LITERAL) {
            next++;
        }
        expect(")");
        return requireNonNull(type);
    }

    private List<Expression> predicates() {
        List<Expression> predicates = new ArrayList<>();
        int highest = height;
        while (take(Kind.PUNCTUATION, "[")) {
            predicates.add(expression());
            highest = Math.max(highest, height);
            expect("]");
        }
        grow(highest);
        return predicates;
    }

    private Expression filter() {
        int position = peek().position();
        Expression operand = primary();
        List<Expression> predicates = predicates();
        return predicates.isEmpty() ? operand : new Expression.Filter(operand, predicates, position);
    }

    private Expression primary() {
        Token token = peek();
        height = 1;
        return switch (token.kind()) {
            case LITERAL -> taken(new Expression.Literal(token.text()));
            case NUMBER -> taken(new Expression.Numeral(Double.parseDouble(token.text())));
            case VARIABLE -> taken(new Expression.Variable(token.text(), token.position()));
            case FUNCTION -> call();
            default -> {
                if (!take(Kind.PUNCTUATION, "(")) {
                    throw unexpected("an expression");
                }
                Expression inner = expression();
                expect(")");
                yield inner;
            }
        };
    }

    private Expression taken(Expression expression) {
        next++;
        return expression;
    }

    private Expression call() {
        Token name = peek();
        next++;
        expect("(");
        List<Expression> arguments = new ArrayList<>();
        int highest = 0;
        if (!take(Kind.PUNCTUATION, ")")) {
            do {
                arguments.add(expression());
                highest = Math.max(highest, height);
            } while (take(Kind.PUNCTUATION, ","));
            expect(")");
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

    private Token peek() {
        return tokens.get(next);
    }

    private boolean take(Kind kind, String text) {
        boolean found = peek().is(kind, text);
        if (found) {
            next++;
        }
        return found;
    }

    private void expect(String punctuation) {
        if (!take(Kind.PUNCTUATION, punctuation)) {
            throw unexpected("'" + punctuation + "'");
        }
    }

    private XPathSyntaxException unexpected(String expected) {
        return error("expected " + expected + " and not " + peek().named());
    }

    private XPathSyntaxException tooDeep() {
        return error("the expression is nested deeper than " + NESTING_MAX);
    }

    private XPathSyntaxException error(String message) {
        return new XPathSyntaxException(message, peek().position());
    }
}
