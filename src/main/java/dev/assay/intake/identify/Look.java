package dev.assay.intake.identify;

import dev.assay.child.TaskFolder;
import dev.assay.config.Catalogue;
import dev.assay.config.Json;
import dev.assay.extract.format.FormatDetector;
import dev.assay.extract.survey.Survey;
import dev.assay.ledger.FolderManifest;
import dev.assay.ledger.Job;
import dev.assay.work.Arrival;
import dev.assay.work.Manifest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// What is known of an arrival when it is decided what it is.
///
/// @param folder  the task's, where its files are
/// @param beside  the manifest of its folder at this moment
/// @param scanned what is known of viruses
/// @param catalogue what is in force
record Look(
        Job job,
        Arrival arrival,
        Survey survey,
        TaskFolder folder,
        FolderManifest beside,
        VirusGate.Passing scanned,
        Catalogue catalogue) {

    /// What says for which deliverable all of it is.
    Clues clues() {
        boolean mail = survey.mail() != null;
        return new Clues(
                arrival.vendor(),
                mail ? "" : arrival.path(),
                mail ? survey.mail().subject() : "",
                survey.told().identifier(),
                manifest(),
                "");
    }

    /// Whether the arrival is a deliverable's file by itself, and no package or mail of files.
    boolean isFile() {
        return survey.mail() == null && !survey.mediaType().equals(FormatDetector.PACKAGE);
    }

    /// Of the files it brings; empty where it is one itself.
    List<String> names() {
        return isFile()
                ? List.of()
                : survey.parts().stream().map(Survey.SurveyPart::name).toList();
    }

    /// What came with the files counts before what came alone into their folder.
    Optional<Manifest> manifest() {
        return Optional.ofNullable(survey.told().manifest())
                .or(() -> beside.json().map(text -> Json.read(text.getBytes(StandardCharsets.UTF_8), Manifest.class)));
    }

    /// Whether what came says itself that nothing more comes. The word of a manifest beside it holds for its folder, of
    /// which more may be on its way.
    boolean isComplete() {
        Manifest own = survey.told().manifest();
        return survey.told().complete() || (own != null && own.complete());
    }
}
