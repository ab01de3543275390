package dev.assay.report;

import dev.assay.check.Kind;
import dev.assay.checklist.Effect;
import dev.assay.checklist.Severity;
import org.jspecify.annotations.Nullable;

/// The headings findings stand under, in order of importance.
enum Section {
    RESTRICTED("Restricted"),
    CONFIDENTIALITY("Confidentiality"),
    FIGURES("Wrong figures"),
    MISSING("Missing content"),
    SOURCES("Sources"),
    STRUCTURE("Structure"),
    PEOPLE("Answered by people"),
    LANGUAGE("Language"),
    FORMATTING("Formatting"),
    HYGIENE("Inside the file"),
    DELIVERY("Delivery");

    private final String title;

    Section(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    static Section of(SubmissionReport.Line line) {
        if (line.outcome().item().effect() == Effect.CONTAIN) {
            return RESTRICTED;
        }
        return of(line.family(), line.outcome().item().severity());
    }

    /// What is structurally wrong and bad is content a reader misses; the rest is form.
    private static Section of(Kind.@Nullable Family family, Severity severity) {
        return switch (family) {
            case null -> PEOPLE;
            case CONFIDENTIALITY -> CONFIDENTIALITY;
            case NUMBERS -> FIGURES;
            case STRUCTURE -> severity.compareTo(Severity.MAJOR) >= 0 ? MISSING : STRUCTURE;
            case SOURCES -> SOURCES;
            case LANGUAGE -> LANGUAGE;
            case FORMATTING -> FORMATTING;
            case HYGIENE -> HYGIENE;
            case DELIVERY -> DELIVERY;
        };
    }
}
