package dev.assay.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.document.Extraction;
import dev.assay.document.Place;
import dev.assay.document.Span;
import dev.assay.document.Words;
import dev.assay.priorwork.Exclusion;
import dev.assay.priorwork.Match;
import dev.assay.priorwork.Matches;
import dev.assay.priorwork.Relation;
import dev.assay.priorwork.Standing;
import dev.assay.priorwork.align.Edit;
import dev.assay.work.Expectation;
import dev.assay.work.PriorWorkUse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads what the gate knows beyond a fixture's documents.
///
/// `=== prior work` introduces lines `same-vendor light | HB-100.docx | accepted | first words ... last words`,
/// `other-client | first words ... last words`, `excluded quotation | first words ... last words`, `incomplete`
/// and `never`; before the relation may stand `common` or `figures`. `=== names` introduces lines
/// `own: Harrowgate, Botanic` and `others: Pellworm`. `=== delivery` introduces lines `expects`, `missing annex`,
/// `missing data | data.csv` and `unexpected notes.txt`. `=== round` introduces lines `number 2`, `late 7200`,
/// `due some day`, and `asked requirement | words of the round before` or `asked requirement` for something absent.
final class BackgroundFixture {
    private final List<Inspection.Part> parts;
    private final List<Matches.Excluded> excluded = new ArrayList<>();
    private final List<Match> matches = new ArrayList<>();
    private boolean complete = true;
    private PriorWorkUse use = PriorWorkUse.SHARE;

    private BackgroundFixture(List<Inspection.Part> parts) {
        this.parts = parts;
    }

    /// What stands in other work, of what was read of the parts.
    static Matches priorWork(String lines, List<Inspection.Part> parts) {
        BackgroundFixture read = new BackgroundFixture(parts);
        lines.lines().filter(line -> !line.isBlank()).forEach(read::line);
        return new Matches(
                1,
                read.use,
                read.complete,
                parts.stream().map(part -> Words.count(text(part))).toList(),
                0,
                read.excluded,
                read.matches);
    }

    static Background.Terms names(String lines) {
        return new Background.Terms(names(lines, "own"), names(lines, "others"));
    }

    private static List<String> names(String lines, String whose) {
        return lines.lines()
                .filter(line -> line.startsWith(whose + ":"))
                .flatMap(line -> Stream.of(line.substring(whose.length() + 1).split(",")))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private void line(String line) {
        String[] fields = Stream.of(line.split("\\|")).map(String::strip).toArray(String[]::new);
        List<String> words = new ArrayList<>(List.of(fields[0].split(" +")));
        if (fields[0].equals("incomplete")) {
            complete = false;
        } else if (fields[0].equals("never")) {
            use = PriorWorkUse.NEVER;
        } else if (words.getFirst().equals("excluded")) {
            excluded.add(new Matches.Excluded(own(fields[1]), constant(Exclusion.class, words.get(1))));
        } else {
            boolean common = words.remove("common");
            boolean figures = words.remove("figures");
            matches.add(match(words, common, figures, fields));
        }
    }

    private Match match(List<String> words, boolean common, boolean figures, String[] fields) {
        Relation relation = constant(Relation.class, words.getFirst());
        Match.Own own = own(fields[fields.length - 1]);
        int length = own.endWord() - own.firstWord();
        if (relation == Relation.OTHER_CLIENT) {
            return new Match(own, length, relation, null, false, new Match.Commonness(common, 0), null, null);
        }
        Match.Other other = new Match.Other(
                fields[1],
                0,
                fields[1],
                constant(Standing.class, fields[2]),
                "page 3",
                0,
                length,
                1000,
                List.of(),
                List.of());
        return new Match(
                own,
                length,
                relation,
                constant(Edit.class, words.get(1)),
                figures,
                new Match.Commonness(common, common ? 9 : 1),
                null,
                other);
    }

    private Match.Own own(String quoted) {
        String pattern = Stream.of(quoted.split(" \\.\\.\\. "))
                .map(piece ->
                        Stream.of(piece.strip().split(" +")).map(Pattern::quote).collect(Collectors.joining("\\s+")))
                .collect(Collectors.joining("(?s:.*?)"));
        for (int part = 0; part < parts.size(); part++) {
            Matcher found = Pattern.compile(pattern).matcher(text(parts.get(part)));
            if (found.find()) {
                return own(part, new Span(found.start(), found.end()));
            }
        }
        throw new AssertionError("No document of the fixture holds: " + quoted);
    }

    private Match.Own own(int part, Span span) {
        List<Span> words = Words.spans(text(parts.get(part)));
        int first = Math.toIntExact(
                words.stream().filter(word -> word.end() <= span.start()).count());
        int end = Math.toIntExact(
                words.stream().filter(word -> word.start() < span.end()).count());
        return new Match.Own(part, span.start(), span.end(), first, end, "", "");
    }

    private static String text(Inspection.Part part) {
        return part.extraction() instanceof Extraction.Extracted read
                ? read.document().text()
                : "";
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /// How what came stands to what was expected.
    private static Background.Delivery delivery(String lines) {
        List<Expectation.Missing> missing = new ArrayList<>();
        List<String> unexpected = new ArrayList<>();
        for (String line : lines.lines().filter(each -> !each.isBlank()).toList()) {
            String[] words = line.split(" ", 2);
            switch (words[0]) {
                case "missing" -> {
                    String[] fields = words[1].split(" \\| ", -1);
                    missing.add(new Expectation.Missing(fields[0], fields.length > 1 ? fields[1] : ""));
                }
                case "unexpected" -> unexpected.add(words[1]);
                default -> assertEquals("expects", line);
            }
        }
        return new Background.Delivery(lines.contains("expects"), missing, unexpected);
    }

    static Background.Round round(String lines, List<Given> references) {
        Map<String, String> facts = new HashMap<>();
        List<Background.Asked> asked = new ArrayList<>();
        for (String line : lines.lines().filter(each -> !each.isBlank()).toList()) {
            String[] words = line.split(" ", 2);
            if (words[0].equals("asked")) {
                asked.add(asked(words[1].split(" \\| ", -1), references));
            } else {
                facts.put(words[0], words[1]);
            }
        }
        return new Background.Round(
                Integer.parseInt(facts.getOrDefault("number", "1")),
                Long.parseLong(facts.getOrDefault("late", "0")),
                facts.getOrDefault("due", "Friday, 27 November 2026, 17:00 (Europe/London)"),
                asked);
    }

    /// About some words of the round before, or about something absent.
    private static Background.Asked asked(String[] fields, List<Given> references) {
        for (Given earlier : references) {
            for (Inspection.ReadPart part : earlier.readable()) {
                int at = fields.length < 2 ? -1 : part.document().text().indexOf(fields[1]);
                if (at >= 0) {
                    Findings findings = new Findings(
                            Checks.find("placeholder-text").orElseThrow().kind());
                    findings.at(part, new Span(at, at + fields[1].length()), "It is wrong.", "Mend it.");
                    return new Background.Asked(
                            fields[0],
                            ((Outcome.Failed) findings.outcome("fault", ""))
                                    .findings()
                                    .getFirst());
                }
            }
        }
        assertEquals(1, fields.length, "These words do not stand in the round before: " + List.of(fields));
        Findings findings =
                new Findings(Checks.find("missing-section").orElseThrow().kind());
        findings.about("", new Place.Whole(), fields[0], "It is missing.", "Add it.");
        return new Background.Asked(
                fields[0],
                ((Outcome.Failed) findings.outcome("fault", "")).findings().getFirst());
    }

    /// All together; null for what a fixture does not tell.
    static Background of(Map<String, String> told, List<Inspection.Part> parts, List<Given> references) {
        String priorWork = told.get("prior work");
        String names = told.get("names");
        String delivery = told.get("delivery");
        return new Background(
                priorWork == null ? null : priorWork(priorWork, parts),
                names == null ? null : names(names),
                delivery == null ? null : delivery(delivery),
                told.containsKey("round") ? round(told.get("round"), references) : null);
    }
}
