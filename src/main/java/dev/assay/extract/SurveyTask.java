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
import java.util.HexFormat;
import java.util.List;

/// Looks at one arrived file of its folder: what it is, which parts it brings, what its manifest says. A zip
/// package is scanned, then unpacked into files named `part-0001` and on, never by a name it holds. Hands out a
/// [Survey]. Input: a [SurveyRequest] as JSON.
public final class SurveyTask implements Task {
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
        parts.send(Json.bytes(survey(folder, file, request.name())));
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
        return new Survey(mediaType, parts, manifest.manifest(), manifest.problems(), List.of(), null, null, false);
    }

    private static Survey refused(SurveyPart itself, UnreadableFile why) throws IOException {
        boolean limit = why.reason() == Reason.LIMIT;
        String claimed = FormatDetector.claimed(itself.name());
        if (!limit && FormatDetector.isZipDocument(claimed)) {
            // A broken office file is a deliverable to be read, and refused, under its own name.
            return new Survey(claimed, List.of(itself), null, List.of(), List.of(), null, null, false);
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
                password);
    }

    private Survey unpacked(Path folder, FileChannel channel, String mediaType) throws IOException, UnreadableFile {
        PackageContent content = PackageContent.of(ZipDirectory.read(channel, limits.entries()));
        List<SurveyPart> parts = new java.util.ArrayList<>();
        for (ZipEntryHeader entry : content.parts()) {
            Path target = folder.resolve("part-%04d".formatted(parts.size() + 1));
            write(entry, channel, target);
            parts.add(part(target, entry.name()));
        }
        ManifestReader.Result manifest = manifest(content, channel, folder);
        return new Survey(
                mediaType, parts, manifest.manifest(), manifest.problems(), content.skipped(), null, null, false);
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
