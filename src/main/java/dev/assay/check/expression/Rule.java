package dev.assay.check.expression;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A rule as it was read.
sealed interface Rule {
    /// Whether a rule holds. What the displayed digits leave open is neither held nor broken.
    enum Truth {
        HOLDS,
        OPEN,
        BROKEN;

        Truth not() {
            return switch (this) {
                case HOLDS -> BROKEN;
                case OPEN -> OPEN;
                case BROKEN -> HOLDS;
            };
        }

        Truth and(Truth other) {
            return compareTo(other) >= 0 ? this : other;
        }

        Truth or(Truth other) {
            return compareTo(other) <= 0 ? this : other;
        }
    }

    /// What is compared.
    enum Comparison {
        EQUAL("="),
        UNEQUAL("!="),
        LESS("<"),
        LESS_OR_EQUAL("<="),
        GREATER(">"),
        GREATER_OR_EQUAL(">=");

        private final String sign;

        Comparison(String sign) {
            this.sign = sign;
        }

        String sign() {
            return sign;
        }

        /// @param tolerance how far both may lie apart and still count as equal
        Truth of(Value left, Value right, BigDecimal tolerance) {
            BigDecimal low = left.range().low().subtract(right.range().high());
            BigDecimal high = left.range().high().subtract(right.range().low());
            return switch (this) {
                case EQUAL -> equal(low, high, tolerance);
                case UNEQUAL -> equal(low, high, BigDecimal.ZERO).not();
                case LESS -> below(low, high, tolerance, false);
                case LESS_OR_EQUAL -> below(low, high, tolerance, true);
                case GREATER -> below(high.negate(), low.negate(), tolerance, false);
                case GREATER_OR_EQUAL -> below(high.negate(), low.negate(), tolerance, true);
            };
        }

        private static Truth equal(BigDecimal low, BigDecimal high, BigDecimal tolerance) {
            if (low.compareTo(tolerance) > 0 || high.compareTo(tolerance.negate()) < 0) {
                return Truth.BROKEN;
            }
            return low.compareTo(tolerance.negate()) >= 0 && high.compareTo(tolerance) <= 0 ? Truth.HOLDS : Truth.OPEN;
        }

        private static Truth below(BigDecimal low, BigDecimal high, BigDecimal tolerance, boolean orEqual) {
            int least = low.compareTo(tolerance);
            if (least > 0 || (least == 0 && !orEqual)) {
                return Truth.BROKEN;
            }
            int most = high.compareTo(tolerance);
            return most < 0 || (most == 0 && orEqual) ? Truth.HOLDS : Truth.OPEN;
        }
    }

    /// The names it uses, in the order in which they stand.
    default Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        collect(names);
        return names;
    }

    void collect(Set<String> names);

    /// Two terms compared.
    record Compared(Comparison comparison, Term left, Term right) implements Rule {
        @Override
        public void collect(Set<String> names) {
            left.collect(names);
            right.collect(names);
        }
    }

    /// Both must hold.
    record And(Rule left, Rule right) implements Rule {
        @Override
        public void collect(Set<String> names) {
            left.collect(names);
            right.collect(names);
        }
    }

    /// One must hold.
    record Or(Rule left, Rule right) implements Rule {
        @Override
        public void collect(Set<String> names) {
            left.collect(names);
            right.collect(names);
        }
    }

    /// It must not hold.
    record Not(Rule rule) implements Rule {
        @Override
        public void collect(Set<String> names) {
            rule.collect(names);
        }
    }

    /// Whether it holds; empty where something may be divided by 0.
    default Optional<Truth> truth(Map<String, Value> values, BigDecimal tolerance) {
        return switch (this) {
            case Compared compared ->
                compared.left()
                        .value(values)
                        .flatMap(left -> compared.right()
                                .value(values)
                                .map(right -> compared.comparison().of(left, right, tolerance)));
            case And and ->
                and.left()
                        .truth(values, tolerance)
                        .flatMap(left -> and.right().truth(values, tolerance).map(left::and));
            case Or or ->
                or.left()
                        .truth(values, tolerance)
                        .flatMap(left -> or.right().truth(values, tolerance).map(left::or));
            case Not not -> not.rule().truth(values, tolerance).map(Truth::not);
        };
    }

    /// Something that is reckoned.
    sealed interface Term {
        void collect(Set<String> names);

        /// Empty where something may be divided by 0.
        Optional<Value> value(Map<String, Value> values);
    }

    /// A number as the rule writes it.
    record Literal(BigDecimal number) implements Term {
        @Override
        public void collect(Set<String> names) {}

        @Override
        public Optional<Value> value(Map<String, Value> values) {
            return Optional.of(Value.of(number));
        }
    }

    /// A named figure or a measure.
    record Name(String name) implements Term {
        @Override
        public void collect(Set<String> names) {
            names.add(name);
        }

        @Override
        public Optional<Value> value(Map<String, Value> values) {
            return Optional.ofNullable(values.get(name));
        }
    }

    /// Two terms put together.
    ///
    /// @param sign one of `+`, `-`, `*`, `/`
    record Reckoned(char sign, Term left, Term right) implements Term {
        @Override
        public void collect(Set<String> names) {
            left.collect(names);
            right.collect(names);
        }

        @Override
        public Optional<Value> value(Map<String, Value> values) {
            return left.value(values)
                    .flatMap(one -> right.value(values).flatMap(other -> switch (sign) {
                        case '+' -> Optional.of(one.plus(other));
                        case '-' -> Optional.of(one.minus(other));
                        case '*' -> Optional.of(one.times(other));
                        default -> one.dividedBy(other);
                    }));
        }
    }

    /// A term with its sign turned.
    record Negated(Term term) implements Term {
        @Override
        public void collect(Set<String> names) {
            term.collect(names);
        }

        @Override
        public Optional<Value> value(Map<String, Value> values) {
            return term.value(values).map(Value::negated);
        }
    }

    /// A function of terms.
    ///
    /// @param function one of [#FUNCTIONS]
    /// @param terms    at least one
    record Call(String function, List<Term> terms) implements Term {
        static final Set<String> FUNCTIONS = Set.of("abs", "min", "max", "sum");

        public Call {
            terms = List.copyOf(terms);
        }

        @Override
        public void collect(Set<String> names) {
            terms.forEach(term -> term.collect(names));
        }

        @Override
        public Optional<Value> value(Map<String, Value> values) {
            Optional<Value> result = terms.getFirst().value(values);
            for (Term term : terms.subList(1, terms.size())) {
                Optional<Value> next = term.value(values);
                result = result.flatMap(one -> next.map(other -> switch (function) {
                    case "min" -> one.least(other);
                    case "max" -> one.greatest(other);
                    default -> one.plus(other);
                }));
            }
            return function.equals("abs") ? result.map(Value::absolute) : result;
        }
    }
}
