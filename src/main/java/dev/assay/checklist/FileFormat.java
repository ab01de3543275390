package dev.assay.checklist;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Kinds of files as people name them. A template or a form with macros counts as its plain form.
public enum FileFormat {
    DOCX("wordprocessingml", "ms-word"),
    PPTX("presentationml", "ms-powerpoint"),
    XLSX("spreadsheetml", "ms-excel"),
    PDF("application/pdf"),
    CSV("text/csv", "text/tab-separated-values", "text/tsv"),
    HTML("text/html", "xhtml+xml"),
    EML("message/", "ms-outlook", "ms-tnef"),
    TXT("text/plain");

    private final List<String> within;

    FileFormat(String... within) {
        this.within = List.of(within);
    }

    /// The format of a media type; empty where it is none of these.
    public static Optional<FileFormat> of(String mediaType) {
        return Stream.of(values())
                .filter(format -> format.within.stream().anyMatch(mediaType::contains))
                .findFirst();
    }
}
