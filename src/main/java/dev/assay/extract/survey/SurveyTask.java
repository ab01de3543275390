package dev.assay.extract.survey;

import dev.assay.child.Task;
import dev.assay.child.TaskFolder;
import dev.assay.config.Json;
import dev.assay.document.Extraction.Reason;
import dev.assay.extract.container.ContainerScan;
import dev.assay.extract.draft.ContainerLimits;
import dev.assay.extract.draft.UnreadableFile;
import dev.assay.extract.format.FormatDetector;
import dev.assay.extract.mail.AttachedFiles;
import dev.assay.extract.survey.Survey.SurveyPart;
import dev.assay.extract.survey.Survey.Told;
import dev.assay.extract.xml.XmlGuard;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Looks at one arrived file of its folder: what it is, which parts it brings, what it says of itself. A zip package is
/// scanned, then unpacked into files named `part-0001` and on, never by a name it holds. Hands out a [Survey]. Input: a
/// [SurveyRequest] as JSON.
public final class SurveyTask implements Task {
    private static final String MAIL = "message/rfc822";

    private final ContainerLimits limits;

    public SurveyTask() {
        this(ContainerLimits.standard());
    }

    SurveyTask(ContainerLimits limits) {
        this.limits = limits;
    }

    @Override
    public void run(Path folder, byte[] input, Parts parts) throws IOException {
        XmlGuard.limitProcess();
        SurveyRequest request = Json.read(input, SurveyRequest.class);
        Path file = TaskFolder.file(folder, request.file());
        parts.send(
                Json.bytes(request.mail() ? mail(folder, file, request.name()) : survey(folder, file, request.name())));
    }

    private Survey survey(Path folder, Path file, String name) throws IOException {
        SurveyPart itself = Digests.part(file, name);
        try {
            new ContainerScan(limits).scan(file);
        } catch (UnreadableFile e) {
            return refused(itself, e);
        }
        FormatDetector.Format format = FormatDetector.detect(file, name);
        if (!format.isPackage()) {
            return plain(itself, file, format.mediaType());
        }
        try {
            UnpackedPackage unpacked = UnpackedPackage.of(file, folder, "part", limits);
            return Survey.of(format.mediaType(), unpacked.parts(), unpacked.told(), unpacked.skipped());
        } catch (UnreadableFile e) {
            return refused(itself, e);
        }
    }

    private static Survey plain(SurveyPart itself, Path file, String mediaType) throws IOException {
        String name = FormatDetector.baseName(itself.name());
        Told told = ManifestReader.isManifest(name) ? Told.of(ManifestReader.read(file, name)) : Told.NOTHING;
        return Survey.of(mediaType, told.manifest() == null ? List.of(itself) : List.of(), told, List.of());
    }

    private static Survey refused(SurveyPart itself, UnreadableFile why) throws IOException {
        boolean limit = why.reason() == Reason.LIMIT;
        String claimed = FormatDetector.claimed(itself.name());
        if (!limit && FormatDetector.isZipDocument(claimed)) {
            // A broken office file is a deliverable to be read, and refused, under its own name.
            return Survey.of(claimed, List.of(itself), Told.NOTHING, List.of());
        }
        boolean password = why.reason() == Reason.PASSWORD;
        return new Survey(
                FormatDetector.PACKAGE,
                List.of(itself),
                Told.NOTHING,
                List.of(),
                limit ? why.detail() : null,
                limit || password ? null : why.detail(),
                password,
                null);
    }

    /// What a mail delivers is what is attached to it; of packages, what they hold.
    private Survey mail(Path folder, Path file, String name) throws IOException {
        SurveyPart itself = Digests.part(file, name);
        MailContent content = new MailContent(folder, limits);
        try {
            AttachedFiles.Delivered delivered = AttachedFiles.take(file, folder, limits);
            for (AttachedFiles.Attached each : delivered.files()) {
                content.add(each);
            }
            return content.survey(MAIL).by(new Survey.CoveringMail(delivered.subject(), itself));
        } catch (UnreadableFile e) {
            Survey refused = refused(itself, e);
            return new Survey(
                    MAIL,
                    List.of(itself),
                    Told.NOTHING,
                    List.of(),
                    refused.quarantine(),
                    refused.damaged(),
                    refused.passwordNeeded(),
                    new Survey.CoveringMail("", itself));
        }
    }
}
