package dev.trimtab.core.expression;

import java.util.ArrayList;
import java.util.List;

/** An expression as it is written; immutable. Source: XPath 1.0 section 3. Positions are characters of the text, from 1. */
public sealed interface Expression {

    /** A string in quotes. */
    record Literal(String text) implements Expression {}

    /** A number. */
    record Numeral(double value) implements Expression {}

    /** {@code $name}. */
    record Variable(String name, int position) implements Expression {}

    /**
     * A call of a function.
     *
     * @param function the name as written
     */
    record Call(String function, List<Expression> arguments, int position) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** {@code -operand}. */
    record Negation(Expression operand) implements Expression {}

    /** An operation on two operands. */
    record Binary(Operator operator, Expression left, Expression right) implements Expression {}

    /** Two or more operands between {@code or}. */
    record Disjunction(List<Expression> operands) implements Expression {
        public Disjunction {
            operands = List.copyOf(operands);
        }
    }

    /** Two or more operands between {@code and}. */
    record Conjunction(List<Expression> operands) implements Expression {
        public Conjunction {
            operands = List.copyOf(operands);
        }
    }

    /** Two or more operands between {@code |}. */
    record Union(List<Expression> operands, int position) implements Expression {
        public Union {
            operands = List.copyOf(operands);
        }
    }

    /** An expression that is no path, with predicates: {@code (a | b)[1]}. */
    record Filter(Expression operand, List<Expression> predicates, int position) implements Expression {
        public Filter {
            predicates = List.copyOf(predicates);
        }
    }

    /** Where a path begins. */
    enum Origin {
        CONTEXT,
        ROOT
    }

    /** A location path from the context node or the root; {@code /} alone has no steps. */
    record Path(Origin origin, List<Step> steps) implements Expression {
        public Path {
            steps = List.copyOf(steps);
        }
    }

    /** A path that goes on from the nodes of another expression: {@code current()/a}. */
    record Continued(Expression start, List<Step> steps, int position) implements Expression {
        public Continued {
            steps = List.copyOf(steps);
        }
    }

    /** One step of a path. */
    record Step(AxisName axis, NodeTest test, List<Expression> predicates, int position) {
        public Step {
            predicates = List.copyOf(predicates);
        }

        /** {@code axis::node()}. */
        static Step any(AxisName axis, int position) {
            return new Step(axis, NodeTest.Kind.NODE, List.of(), position);
        }

        /** The same step with one predicate more. */
        public Step with(Expression predicate) {
            List<Expression> all = new ArrayList<>(predicates);
            all.add(predicate);
            return new Step(axis, test, all, position);
        }
    }

    /** The path that is one step down to the children of a name. */
    static Path child(NodeTest.Named name) {
        return new Path(Origin.CONTEXT, List.of(new Step(AxisName.CHILD, name, List.of(), 1)));
    }

    /** The path {@code .}. */
    static Path self() {
        return new Path(Origin.CONTEXT, List.of(Step.any(AxisName.SELF, 1)));
    }

    /** The call {@code current()}. */
    static Call current() {
        return new Call("current", List.of(), 1);
    }
}
