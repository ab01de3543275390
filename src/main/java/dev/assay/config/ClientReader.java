package dev.assay.config;

import dev.assay.work.Client;
import dev.assay.work.Policy;
import dev.assay.work.PriorWorkUse;
import java.time.Period;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a client.
final class ClientReader {
    private static final Pattern PERIOD = Pattern.compile("([1-9][0-9]{0,3}) (day|week|month|year)s?");
    private static final Period DEFAULT_RETENTION = Period.ofYears(2);
    private static final int LEAST_OF_A_TERM = 3;

    private ClientReader() {}

    static Optional<Client> client(String id, Fields fields, TextFile text, Problems problems) {
        Optional<String> name = fields.requiredText("name");
        Period retention = retention(fields, problems);
        Policy policy = PolicyReader.read(fields, Policy.standard(), text.hash(), problems);
        PriorWorkUse priorWork = fields.choice("prior-work", PriorWorkUse.class).orElse(PriorWorkUse.SHARE);
        List<String> terms = terms(fields, problems);
        fields.done("a client");
        return name.map(given -> new Client(id, given, retention, policy, priorWork, terms));
    }

    /// A shorter name would be found everywhere.
    private static List<String> terms(Fields fields, Problems problems) {
        List<String> terms = fields.texts("terms").stream().map(String::strip).toList();
        Set<String> told = new HashSet<>();
        for (Located value : fields.list("terms")) {
            if (value instanceof Located.Scalar scalar) {
                term(scalar.text().strip(), told, scalar.at(), problems);
            }
        }
        return terms;
    }

    private static void term(String term, Set<String> told, Position at, Problems problems) {
        if (weight(term) < LEAST_OF_A_TERM) {
            problems.add(
                    at,
                    "a term is a name of at least " + LEAST_OF_A_TERM
                            + " letters or digits (of two ideographs). Found: '" + term + "'");
        }
        if (!told.add(term.toLowerCase(Locale.ROOT))) {
            problems.add(at, "'" + term + "' is told twice under terms. Take one out");
        }
    }

    /// Its letters and digits; an ideograph says as much as two.
    private static long weight(String term) {
        return term.codePoints()
                .filter(Character::isLetterOrDigit)
                .mapToLong(point -> Character.isIdeographic(point) ? 2 : 1)
                .sum();
    }

    private static Period retention(Fields fields, Problems problems) {
        Optional<String> written = fields.text("retention");
        if (written.isEmpty()) {
            return DEFAULT_RETENTION;
        }
        Matcher matcher = PERIOD.matcher(written.get());
        if (!matcher.matches()) {
            problems.add(
                    fields.at("retention"),
                    "retention is a number of days, weeks, months or years, such as 18 months. Found: '" + written.get()
                            + "'");
            return DEFAULT_RETENTION;
        }
        int count = Integer.parseInt(matcher.group(1));
        return switch (matcher.group(2)) {
            case "day" -> Period.ofDays(count);
            case "week" -> Period.ofWeeks(count);
            case "month" -> Period.ofMonths(count);
            default -> Period.ofYears(count);
        };
    }
}
