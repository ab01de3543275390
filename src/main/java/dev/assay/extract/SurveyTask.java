package dev.assay.extract;

import dev.assay.child.Task;
import dev.assay.config.Json;
import dev.assay.document.Extraction.Reason;
import dev.assay.extract.Survey.SurveyPart;
import dev.assay.extract.container.ContainerScan;
import dev.assay.extract.container.ZipDirectory;
import dev.assay.extract.container.ZipEntryHeader;
import dev.assay.extract.draft.ContainerLimits;
import dev.assay.extract.draft.UnreadableFile;
import dev.assay.extract.format.FormatDetector;
import dev.assay.extract.mail.AttachedFiles;
import dev.assay.extract.xml.XmlGuard;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// Looks at one arrived file of its folder: what it is, which parts it brings, what its manifest says. A zip
/// package is scanned, then unpacked into files named `part-0001` and on, never by a name it holds. Hands out a
/// [Survey]. Input: a [SurveyRequest] as JSON.
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
        Path file = ReadTask.inFolder(folder, request.file());
        parts.send(
                Json.bytes(request.mail() ? mail(folder, file, request.name()) : survey(folder, file, request.name())));
    }

    private Survey survey(Path folder, Path file, String name) throws IOException {
        SurveyPart itself = part(file, name);
        try {
            new ContainerScan(limits).scan(file);
        } catch (UnreadableFile e) {
            return refused(itself, e);
        }
        FormatDetector.Format format = FormatDetector.detect(file, name);
        if (!format.isPackage()) {
            return plain(itself, file, format.mediaType());
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return unpacked(folder, channel, format.mediaType());
        } catch (UnreadableFile e) {
            return refused(itself, e);
        }
    }

    private static Survey plain(SurveyPart itself, Path file, String mediaType) throws IOException {
        ManifestReader.Result manifest = ManifestReader.Result.NONE;
        String name = FormatDetector.baseName(itself.name());
        if (ManifestReader.isManifest(name)) {
            manifest = manifest(file, name);
        }
        List<SurveyPart> parts = manifest.manifest() == null ? List.of(itself) : List.<SurveyPart>of();
        return new Survey(
                mediaType, parts, manifest.manifest(), manifest.problems(), List.of(), null, null, false, null);
    }

    private static Survey refused(SurveyPart itself, UnreadableFile why) throws IOException {
        boolean limit = why.reason() == Reason.LIMIT;
        String claimed = FormatDetector.claimed(itself.name());
        if (!limit && FormatDetector.isZipDocument(claimed)) {
            // A broken office file is a deliverable to be read, and refused, under its own name.
            return new Survey(claimed, List.of(itself), null, List.of(), List.of(), null, null, false, null);
        }
        boolean password = why.reason() == Reason.PASSWORD;
        return new Survey(
                FormatDetector.PACKAGE,
                List.of(itself),
                null,
                List.of(),
                List.of(),
                limit ? why.detail() : null,
                limit || password ? null : why.detail(),
                password,
                null);
    }

    private Survey unpacked(Path folder, FileChannel channel, String mediaType) throws IOException, UnreadableFile {
        PackageContent content = PackageContent.of(ZipDirectory.read(channel, limits.entries()));
        List<SurveyPart> parts = unpack(content, folder, channel, "part");
        ManifestReader.Result manifest = manifest(content, channel, folder);
        return new Survey(
                mediaType, parts, manifest.manifest(), manifest.problems(), content.skipped(), null, null, false, null);
    }

    private static List<SurveyPart> unpack(PackageContent content, Path folder, FileChannel channel, String prefix)
            throws IOException, UnreadableFile {
        List<SurveyPart> parts = new ArrayList<>();
        for (ZipEntryHeader entry : content.parts()) {
            Path target = folder.resolve("%s-%04d".formatted(prefix, parts.size() + 1));
            write(entry, channel, target);
            parts.add(part(target, entry.name()));
        }
        return parts;
    }

    /// What a mail delivers is what is attached to it; of packages, what they hold.
    private Survey mail(Path folder, Path file, String name) throws IOException {
        SurveyPart itself = part(file, name);
        AttachedFiles.Delivered delivered;
        MailContent content = new MailContent(folder, limits);
        try {
            delivered = AttachedFiles.take(file, folder, limits);
            for (AttachedFiles.Attached each : delivered.files()) {
                content.add(each);
            }
        } catch (UnreadableFile e) {
            Survey refused = refused(itself, e);
            return new Survey(
                    MAIL,
                    List.of(itself),
                    null,
                    List.of(),
                    List.of(),
                    refused.quarantine(),
                    refused.damaged(),
                    refused.passwordNeeded(),
                    new Survey.CoveringMail("", itself));
        }
        return new Survey(
                MAIL,
                content.parts,
                content.manifest.manifest(),
                content.manifest.problems(),
                content.skipped,
                null,
                null,
                false,
                new Survey.CoveringMail(delivered.subject(), itself));
    }

    /// What is attached to a mail, sorted by what it is for.
    private static final class MailContent {
        private final Path folder;
        private final ContainerLimits limits;
        private final List<SurveyPart> parts = new ArrayList<>();
        private final List<String> skipped = new ArrayList<>();
        private ManifestReader.Result manifest = ManifestReader.Result.NONE;
        private int manifests;
        private int packages;

        MailContent(Path folder, ContainerLimits limits) {
            this.folder = folder;
            this.limits = limits;
        }

        void add(AttachedFiles.Attached attached) throws IOException, UnreadableFile {
            String baseName = FormatDetector.baseName(attached.name());
            if (ManifestReader.isManifest(baseName)) {
                found(baseName, () -> SurveyTask.manifest(attached.file(), baseName));
                return;
            }
            try {
                new ContainerScan(limits).scan(attached.file());
            } catch (UnreadableFile e) {
                if (e.reason() == Reason.LIMIT) {
                    throw e;
                }
                // What is broken or locked is a deliverable to be read, and refused, by itself.
                parts.add(part(attached.file(), attached.name()));
                return;
            }
            if (FormatDetector.detect(attached.file(), attached.name()).isPackage()) {
                unpack(attached);
            } else {
                parts.add(part(attached.file(), attached.name()));
            }
        }

        private void unpack(AttachedFiles.Attached attached) throws IOException, UnreadableFile {
            try (FileChannel channel = FileChannel.open(attached.file(), StandardOpenOption.READ)) {
                PackageContent content = PackageContent.of(ZipDirectory.read(channel, limits.entries()));
                packages++;
                parts.addAll(SurveyTask.unpack(content, folder, channel, "package-" + packages));
                skipped.addAll(content.skipped());
                if (!content.manifests().isEmpty()) {
                    found(content.manifests().getFirst().name(), () -> SurveyTask.manifest(content, channel, folder));
                }
            }
        }

        /// Where a manifest comes from.
        private interface ManifestSource {
            ManifestReader.Result read() throws IOException, UnreadableFile;
        }

        /// Which of several counts, nobody can say.
        private void found(String name, ManifestSource source) throws IOException, UnreadableFile {
            manifests++;
            manifest = manifests == 1
                    ? source.read()
                    : ManifestReader.unreadable(name, "the mail has " + manifests + " manifests. Keep one");
        }
    }

    private static ManifestReader.Result manifest(PackageContent content, FileChannel channel, Path folder)
            throws IOException, UnreadableFile {
        if (content.manifests().isEmpty()) {
            return ManifestReader.Result.NONE;
        }
        ZipEntryHeader entry = content.manifests().getFirst();
        if (content.manifests().size() > 1) {
            return ManifestReader.unreadable(
                    entry.name(), "the package has " + content.manifests().size() + " manifests. Keep one");
        }
        Path target = folder.resolve("manifest-0001");
        write(entry, channel, target);
        return manifest(target, FormatDetector.baseName(entry.name()));
    }

    private static ManifestReader.Result manifest(Path file, String name) throws IOException {
        if (Files.size(file) > ManifestReader.LARGEST) {
            return ManifestReader.unreadable(
                    name, "a manifest has at most " + ManifestReader.LARGEST + " bytes. Found: " + Files.size(file));
        }
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        return ManifestReader.read(name, text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    private static void write(ZipEntryHeader entry, FileChannel channel, Path target)
            throws IOException, UnreadableFile {
        try (InputStream in = entry.open(channel);
                OutputStream out = Files.newOutputStream(target, StandardOpenOption.CREATE_NEW)) {
            in.transferTo(out);
        }
    }

    private static SurveyPart part(Path file, String name) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                DigestOutputStream sum = new DigestOutputStream(OutputStream.nullOutputStream(), sha256())) {
            long size = in.transferTo(sum);
            String hash = HexFormat.of().formatHex(sum.getMessageDigest().digest());
            return new SurveyPart(file.getFileName().toString(), name, size, hash);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
