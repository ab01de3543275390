package dev.assay.extract.survey;

import dev.assay.document.Extraction.Reason;
import dev.assay.extract.container.ContainerScan;
import dev.assay.extract.draft.ContainerLimits;
import dev.assay.extract.draft.UnreadableFile;
import dev.assay.extract.format.FormatDetector;
import dev.assay.extract.mail.AttachedFiles.Attached;
import dev.assay.extract.survey.Survey.SurveyPart;
import dev.assay.extract.survey.Survey.Told;
import dev.assay.work.Manifest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is attached to a mail, sorted by what it is for. A manifest speaks for all of it; which of several counts,
/// nobody
/// can say.
final class MailContent {
    private final Path folder;
    private final ContainerLimits limits;
    private final List<SurveyPart> parts = new ArrayList<>();
    private final List<String> skipped = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private @Nullable Manifest manifest;
    private int manifests;
    private String identifier = "";
    private boolean complete;
    private int packages;

    MailContent(Path folder, ContainerLimits limits) {
        this.folder = folder;
        this.limits = limits;
    }

    /// @throws UnreadableFile if it passes a limit, or is a package that needs a password
    void add(Attached file) throws IOException, UnreadableFile {
        String baseName = FormatDetector.baseName(file.name());
        if (ManifestReader.isManifest(baseName)) {
            ManifestReader.Result read = ManifestReader.read(file.file(), baseName);
            found(baseName, read.manifest(), read.problems());
            return;
        }
        try {
            new ContainerScan(limits).scan(file.file());
        } catch (UnreadableFile e) {
            if (e.reason() == Reason.LIMIT) {
                throw e;
            }
            // What is broken or locked is a deliverable to be read, and refused, by itself.
            parts.add(Digests.part(file.file(), file.name()));
            return;
        }
        if (FormatDetector.detect(file.file(), file.name()).isPackage()) {
            packages++;
            take(UnpackedPackage.of(file.file(), folder, "package-" + packages, limits));
        } else {
            parts.add(Digests.part(file.file(), file.name()));
        }
    }

    private void take(UnpackedPackage unpacked) {
        Told told = unpacked.told();
        parts.addAll(unpacked.parts());
        skipped.addAll(unpacked.skipped());
        if (told.manifest() != null) {
            found("manifest.yaml", told.manifest(), told.problems());
        } else {
            problems.addAll(told.problems());
        }
        identifier = told.identifier().isEmpty() ? identifier : told.identifier();
        complete |= told.complete();
    }

    private void found(String name, @Nullable Manifest read, List<String> wrong) {
        manifests++;
        manifest = read;
        problems.addAll(
                manifests == 1
                        ? wrong
                        : ManifestReader.unreadable(name, "the mail has " + manifests + " manifests. Keep one")
                                .problems());
    }

    Survey survey(String mediaType) {
        return Survey.of(
                mediaType,
                parts,
                new Told(problems.isEmpty() ? manifest : null, identifier, complete, problems),
                skipped);
    }
}
