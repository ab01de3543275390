package dev.assay.check.expression;

import dev.assay.check.expression.Rule.Call;
import dev.assay.check.expression.Rule.Comparison;
import dev.assay.check.expression.Rule.Term;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a rule: terms of numbers, names, `+ - * /`, parentheses, `abs`, `min`, `max` and `sum`, compared by `=`, `!=`,
/// `<`, `<=`, `>`, `>=`, the comparisons joined by `and`, `or` and `not`. There is nothing else in it: no loop, no
/// assignment, no call of anything outside.
final class RuleParser {
    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:(?<number>[0-9]+(?:\\.[0-9]+)?\\s?%?)|(?<name>[a-z][a-z0-9_]*)|(?<sign><=|>=|!=|==|[=<>+*/(),-]))");
    private static final Map<String, Comparison> COMPARISONS = Map.of(
            "=", Comparison.EQUAL,
            "==", Comparison.EQUAL,
            "!=", Comparison.UNEQUAL,
            "<", Comparison.LESS,
            "<=", Comparison.LESS_OR_EQUAL,
            ">", Comparison.GREATER,
            ">=", Comparison.GREATER_OR_EQUAL);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int LONGEST = 2_000;
    private static final int DEEPEST = 50;

    /// A piece of a rule.
    ///
    /// @param at   where it starts, counted from 0
    /// @param text empty at the end
    private record Token(int at, String text) {}

    /// Why a text is no rule.
    static final class Mistake extends Exception {
        private static final long serialVersionUID = 1L;

        Mistake(int at, String message) {
            super("at character " + (at + 1) + ": " + message);
        }
    }

    private final List<Token> tokens = new ArrayList<>();
    private int next;
    private int depth;

    private RuleParser() {}

    /// Reads a rule.
    ///
    /// @throws Mistake with the place, counted from 1
    static Rule parse(String text) throws Mistake {
        RuleParser parser = new RuleParser();
        parser.split(text);
        Rule rule = parser.either();
        if (!parser.peek().text().isEmpty()) {
            throw parser.unexpected("the rule was over");
        }
        return rule;
    }

    private void split(String text) throws Mistake {
        if (text.length() > LONGEST) {
            throw new Mistake(LONGEST, "a rule has at most " + LONGEST + " characters");
        }
        Matcher matcher = TOKEN.matcher(text);
        int at = 0;
        while (matcher.region(at, text.length()).lookingAt()) {
            int start = matcher.end() - matcher.group().stripLeading().length();
            tokens.add(new Token(start, matcher.group().strip()));
            at = matcher.end();
        }
        if (!text.substring(at).isBlank()) {
            int start = text.length() - text.substring(at).stripLeading().length();
            throw new Mistake(start, "'" + text.charAt(start) + "' has no meaning in a rule");
        }
        tokens.add(new Token(text.length(), ""));
    }

    private Token peek() {
        return tokens.get(next);
    }

    private boolean takes(String text) {
        if (peek().text().equals(text)) {
            next++;
            return true;
        }
        return false;
    }

    private Mistake unexpected(String wanted) {
        Token token = peek();
        return new Mistake(
                token.at(),
                wanted + ", and here " + (token.text().isEmpty() ? "the rule ends" : "stands '" + token.text() + "'"));
    }

    private Rule either() throws Mistake {
        Rule rule = both();
        while (takes("or")) {
            rule = new Rule.Or(rule, both());
        }
        return rule;
    }

    private Rule both() throws Mistake {
        Rule rule = one();
        while (takes("and")) {
            rule = new Rule.And(rule, one());
        }
        return rule;
    }

    private Rule one() throws Mistake {
        deeper();
        try {
            if (takes("not")) {
                return new Rule.Not(one());
            }
            int start = next;
            if (peek().text().equals("(") && isRuleInside()) {
                next = start + 1;
                Rule rule = either();
                close();
                return rule;
            }
            return comparison();
        } finally {
            depth--;
        }
    }

    /// Whether the parenthesis that opens here holds a comparison: a term in parentheses holds none.
    private boolean isRuleInside() {
        int open = 0;
        for (int i = next; i < tokens.size(); i++) {
            String text = tokens.get(i).text();
            open += text.equals("(") ? 1 : text.equals(")") ? -1 : 0;
            if (open == 0) {
                return false;
            }
            if (COMPARISONS.containsKey(text)) {
                return true;
            }
        }
        return false;
    }

    private Rule comparison() throws Mistake {
        Term left = sum();
        Comparison comparison = COMPARISONS.get(peek().text());
        if (comparison == null) {
            throw unexpected("a rule compares two terms by =, !=, <, <=, > or >=");
        }
        next++;
        return new Rule.Compared(comparison, left, sum());
    }

    private Term sum() throws Mistake {
        Term term = product();
        while (peek().text().equals("+") || peek().text().equals("-")) {
            char sign = tokens.get(next++).text().charAt(0);
            term = new Rule.Reckoned(sign, term, product());
        }
        return term;
    }

    private Term product() throws Mistake {
        Term term = factor();
        while (peek().text().equals("*") || peek().text().equals("/")) {
            char sign = tokens.get(next++).text().charAt(0);
            term = new Rule.Reckoned(sign, term, factor());
        }
        return term;
    }

    private Term factor() throws Mistake {
        deeper();
        try {
            if (takes("-")) {
                return new Rule.Negated(factor());
            }
            if (takes("(")) {
                Term term = sum();
                close();
                return term;
            }
            String text = peek().text();
            if (!text.isEmpty() && Character.isDigit(text.charAt(0))) {
                next++;
                return new Rule.Literal(number(text));
            }
            if (!text.isEmpty() && Character.isLetter(text.charAt(0)) && !isWord(text)) {
                next++;
                return peek().text().equals("(") ? call(text) : new Rule.Name(text);
            }
            throw unexpected("a number, a name or '(' comes next");
        } finally {
            depth--;
        }
    }

    private static boolean isWord(String text) {
        return text.equals("and") || text.equals("or") || text.equals("not");
    }

    private Term call(String function) throws Mistake {
        if (!Call.FUNCTIONS.contains(function)) {
            throw new Mistake(
                    tokens.get(next - 1).at(),
                    "there is no function '" + function + "'. Known: "
                            + String.join(", ", Call.FUNCTIONS.stream().sorted().toList()));
        }
        next++;
        List<Term> terms = new ArrayList<>(List.of(sum()));
        while (takes(",")) {
            terms.add(sum());
        }
        close();
        if (function.equals("abs") && terms.size() > 1) {
            throw unexpected("'abs' takes one term");
        }
        return new Call(function, terms);
    }

    private static BigDecimal number(String text) {
        return text.endsWith("%")
                ? new BigDecimal(text.substring(0, text.length() - 1).strip()).divide(HUNDRED)
                : new BigDecimal(text);
    }

    private void close() throws Mistake {
        if (!takes(")")) {
            throw unexpected("')' closes what was opened");
        }
    }

    private void deeper() throws Mistake {
        if (++depth > DEEPEST) {
            throw new Mistake(peek().at(), "parentheses and signs are nested more than " + DEEPEST + " deep");
        }
    }
}
