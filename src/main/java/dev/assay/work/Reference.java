package dev.assay.work;

import java.time.LocalDate;
import java.util.Optional;

/// What a client gave for a work order: checks may read it, and it is never counted as prior work.
///
/// @param id     what items name it by; matches [Id]
/// @param kind   what it is
/// @param file   below the home's folder `references/`, with `/` between its parts
/// @param sha256 of its bytes when the work order was read
/// @param from   the first day on which it holds, in the work order's zone; always where it is empty
/// @param until  the last day on which it holds; for ever where it is empty
/// @param shared whether the vendor may have it, so that its text may stand in a letter
public record Reference(
        String id,
        Kind kind,
        String file,
        String sha256,
        Optional<LocalDate> from,
        Optional<LocalDate> until,
        boolean shared) {
    /// What a reference is.
    public enum Kind {
        BRIEF,
        QUESTIONNAIRE,
        PROTOCOL,
        SOURCE_TABLES,
        TRANSCRIPTS,
        TEMPLATE,
        GLOSSARY,
        CODE_LIST,
        BIBLIOGRAPHY,
        EARLIER_VERSION,
        OTHER
    }

    /// Whether it holds on a day.
    public boolean holds(LocalDate day) {
        return from.filter(day::isBefore).isEmpty()
                && until.filter(day::isAfter).isEmpty();
    }

    /// The file's own name.
    public String name() {
        return file.substring(file.lastIndexOf('/') + 1);
    }
}
