package dev.assay.stage.priorwork;

import dev.assay.ledger.ImportedWork;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/// A file that is to be taken into the archive, and what is known of it.
///
/// @param client   id, or that of the outside
/// @param vendor   id, empty where it is not known
/// @param title    what it is called
/// @param status   what became of it, as an index operation says it
/// @param language BCP 47 tag
public record WorkToImport(
        Path file,
        ImportedWork.Kind kind,
        String client,
        String vendor,
        String workOrder,
        String title,
        Optional<LocalDate> dated,
        String status,
        String language) {}
