package dev.assay.intake.identify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.extract.survey.Survey.SurveyPart;
import dev.assay.work.Deliverable;
import dev.assay.work.ExpectedPart;
import dev.assay.work.Manifest;
import dev.assay.work.Manifest.ManifestPart;
import dev.assay.work.PartRole;
import dev.assay.work.PartRole.Basis;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PartRolesTest {
    private static final List<ExpectedPart> EXPECTED = List.of(
            new ExpectedPart("report", true, List.of("HB-???-final*.docx", "*.pdf")),
            new ExpectedPart("annex", true, List.of()),
            new ExpectedPart("tables", false, List.of()),
            new ExpectedPart("data", false, List.of()));

    @ParameterizedTest
    @CsvSource({
        "HB-101-final v2.docx, report, PATTERN",
        "hb-101-FINAL.docx, report, PATTERN",
        "any thing.pdf, report, PATTERN",
        "HB-101_Annex_A.docx, annex, WORD",
        "Anhang.docx, annex, WORD",
        "tab/crosstabs-2026.xlsx, tables, WORD",
        "Tables.xlsx, tables, WORD",
        "wave 12.xlsx, tables, FORMAT",
        "wave 12.CSV, data, FORMAT",
        "annex of tables.xlsx, tables, FORMAT",
        "annexation.docx, other, COMPANION",
        "letter.docx, other, COMPANION",
        "HB-1-final.docx, other, COMPANION"
    })
    void whereRolesAreExpected_oneOfThemIsFound(String name, String role, Basis basis) {
        assertEquals(new PartRole(role, basis), of(EXPECTED, Optional.empty(), 3, name));
    }

    @ParameterizedTest
    @CsvSource({
        "x.docx, report, DELIVERABLE",
        "Bericht.docx, report, WORD",
        "report with appendix.docx, report, WORD",
        "appendix.docx, appendix, WORD",
        "data tables.xlsx, report, DELIVERABLE",
        "readme.txt, notes, WORD"
    })
    void whereNothingIsExpected_namesMaySayMore(String name, String role, Basis basis) {
        assertEquals(new PartRole(role, basis), of(List.of(), Optional.empty(), 2, name));
    }

    @Test
    void onlyFile_isTheDeliverable() {
        assertEquals(new PartRole("report", Basis.ONLY_ONE), of(List.of(), Optional.empty(), 1, "appendix.docx"));
        assertEquals(
                new PartRole("annex", Basis.ONLY_ONE),
                of(List.of(new ExpectedPart("annex", true, List.of())), Optional.empty(), 1, "x.docx"));
    }

    @Test
    void manifest_saysMoreThanNames() {
        Optional<Manifest> manifest = Optional.of(new Manifest(
                "hb-101",
                "",
                List.of(
                        new ManifestPart("a/annex.docx", "report", ""),
                        new ManifestPart("b.docx", "", ""),
                        new ManifestPart("c.docx", "covering-mail", "")),
                Map.of()));
        assertEquals(new PartRole("report", Basis.MANIFEST), of(EXPECTED, manifest, 2, "zip/a/annex.docx"));
        assertEquals(new PartRole("other", Basis.COMPANION), of(EXPECTED, manifest, 2, "b.docx"));
        // A file that called itself so would be held to nothing.
        assertEquals(new PartRole("other", Basis.COMPANION), of(EXPECTED, manifest, 2, "c.docx"));
    }

    @Test
    void companion_hasNoRole() {
        PartRoles roles = new PartRoles(deliverable(List.of()), Optional.empty(), 2);
        assertEquals(new PartRole("other", Basis.COMPANION), roles.of(part("report.docx"), true));
    }

    private static PartRole of(List<ExpectedPart> expected, Optional<Manifest> manifest, int count, String name) {
        return new PartRoles(deliverable(expected), manifest, count).of(part(name), false);
    }

    private static SurveyPart part(String name) {
        return new SurveyPart("part-0001", name, 1, "");
    }

    private static Deliverable deliverable(List<ExpectedPart> expected) {
        return new Deliverable(
                "study",
                "Study",
                "report",
                "checklist",
                List.of("swift"),
                List.of(),
                Instant.EPOCH,
                expected,
                Duration.ofHours(1));
    }
}
