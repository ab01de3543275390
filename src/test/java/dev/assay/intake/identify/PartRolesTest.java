package dev.assay.intake.identify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.extract.Survey;
import dev.assay.work.Deliverable;
import dev.assay.work.Manifest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PartRolesTest {
    private static final Deliverable REPORT =
            new Deliverable("report", "Report", "report", "checklist", List.of("swift"), List.of(), Instant.EPOCH);

    @Test
    void manifestNamesRoles_butNoCoveringMail() {
        assertEquals("annex", role("annex"));
        assertEquals("report", role(""));
        // A file that called itself so would be held to nothing.
        assertEquals("report", role("covering-mail"));
    }

    private static String role(String given) {
        Manifest manifest = new Manifest("wo-1", "", List.of(new Manifest.ManifestPart("a.txt", given, "")), Map.of());
        return new PartRoles(REPORT, Optional.of(manifest)).of(new Survey.SurveyPart("part-1", "a.txt", 1, "0"));
    }
}
