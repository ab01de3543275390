package dev.assay.checklist;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.check.Checks;
import dev.assay.config.Problem;
import dev.assay.config.Problems;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class ReachReaderTest {
    private static final ChecklistReader READER = new ChecklistReader(Checks.kinds());

    private static String mistakes(String items) {
        Problems problems = new Problems();
        READER.read("c.yaml", "title: T\nitems:\n" + items, problems);
        return problems.all().stream().map(Problem::toString).collect(Collectors.joining("\n"));
    }

    @Test
    void everyKey_isRead_wordOrList() {
        Item item = READER.read("c.yaml", """
            title: T
            items:
            - id: totals
              check: table-total
              when: {role: [report, tables], format: xlsx, language: en, practice: legal-review, tier: restricted}
              scope: {layer: body, section: [Results, '^Tables$'], part: tables}
              mostly: 0.95
              most-findings: 20
              expires: 2027-03-31
            """).items().getFirst();
        assertEquals(
                new Reach(
                        new Reach.When(
                                List.of("report", "tables"),
                                List.of("xlsx"),
                                List.of("en"),
                                List.of("legal-review"),
                                List.of("restricted")),
                        new Reach.Scope(List.of("body"), List.of("Results", "^Tables$"), List.of("tables")),
                        new BigDecimal("0.95"),
                        20,
                        LocalDate.of(2027, 3, 31)),
                item.reach());
    }

    @Test
    void mistakes_areToldWhereTheyStand() {
        assertEquals("""
            c.yaml:5:16: role is that of a file, such as report. Found: 'The Report'.
            c.yaml:5:36: format is one of docx, pptx, xlsx, pdf, csv, html, eml, txt. Found: 'xls'. Did you mean 'xlsx'?
            c.yaml:5:51: language is a BCP 47 tag such as en or de-CH. Found: 'en_GB'.
            c.yaml:5:64: tier is one of standard, confidential, restricted. Found: 'restrict'. Did you mean 'restricted'?
            c.yaml:5:74: unknown key 'rle' of 'when'. Did you mean 'role'?
            c.yaml:6:18: layer is one of body, header, footer, footnote, endnote, comment, speaker-note, hidden, deleted, inserted, alt-text, metadata, master, quoted. Found: 'bdy'. Did you mean 'body'?
            c.yaml:6:32: section is a pattern in RE2 syntax: missing closing ) at 'a('. Found: 'a('.
            c.yaml:6:44: 'part' needs at least one entry, or leave it out
            c.yaml:7:11: 'mostly' is the share that must be right, above 0 and below 1, such as 0.95. Found: 95
            c.yaml:8:18: 'most-findings' is at least 10: fewer would hide more than may be accepted. Found: 3
            c.yaml:9:12: expires is the last day on which the item counts, such as 2027-03-31. Found: '31.3.2027'\
            """, mistakes("""
                - id: totals
                  check: table-total
                  when: {role: The Report, format: xls, language: en_GB, tier: restrict, rle: a}
                  scope: {layer: bdy, section: 'a(', part: []}
                  mostly: 95
                  most-findings: 3
                  expires: 31.3.2027
                """));
    }

    @Test
    void whatAKindCannotDo_isAMistake() {
        assertEquals("""
            c.yaml:3:35: check 'metadata' does not look at passages one by one, so that no 'layer' and no 'section' can be left out. Use 'part', or another check
            c.yaml:4:42: check 'forbidden-term' does not count what it checks, so that no share of it can be asked for. Take 'mostly' out
            c.yaml:5:51: only an item that a machine answers can have a scope
            c.yaml:5:75: only a check counts, so that no share of it can be asked for. Take 'mostly' out\
            """, mistakes("""
                - {id: a, check: metadata, scope: {layer: body}}
                - {id: b, check: forbidden-term, mostly: 0.9, with: {terms: x}}
                - {id: c, by: person, requirement: 'Yes?', scope: {part: report}, mostly: 0.5}
                """));
    }
}
