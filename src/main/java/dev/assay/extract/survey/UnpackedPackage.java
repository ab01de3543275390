package dev.assay.extract.survey;

import dev.assay.extract.container.ZipDirectory;
import dev.assay.extract.container.ZipEntryHeader;
import dev.assay.extract.draft.ContainerLimits;
import dev.assay.extract.draft.UnreadableFile;
import dev.assay.extract.format.FormatDetector;
import dev.assay.extract.survey.Survey.SurveyPart;
import dev.assay.extract.survey.Survey.Told;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/// A zip package unpacked into numbered files, never by a name it holds.
///
/// @param skipped names of entries that are no parts
record UnpackedPackage(List<SurveyPart> parts, Told told, List<String> skipped) {

    /// Unpacks a package that was scanned before.
    ///
    /// @param folder the task's
    /// @param prefix of the names of the files made, unique in the folder
    /// @throws UnreadableFile if it is broken or needs a password
    static UnpackedPackage of(Path file, Path folder, String prefix, ContainerLimits limits)
            throws IOException, UnreadableFile {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            List<ZipEntryHeader> entries = ZipDirectory.read(channel, limits.entries());
            PackageContent content = PackageContent.of(entries);
            List<SurveyPart> parts = new ArrayList<>();
            for (ZipEntryHeader entry : content.parts()) {
                Path target = folder.resolve("%s-%04d".formatted(prefix, parts.size() + 1));
                write(entry, channel, target);
                parts.add(Digests.part(target, content.name(entry)));
            }
            ManifestReader.Result manifest = manifest(content, channel, folder.resolve(prefix + "-manifest"));
            Bag.Result bag =
                    content.bag() ? Bag.check(content.root(), entries, channel) : new Bag.Result("", List.of());
            List<String> problems = new ArrayList<>(manifest.problems());
            problems.addAll(bag.problems());
            return new UnpackedPackage(
                    parts,
                    new Told(manifest.manifest(), bag.identifier(), content.complete(), problems),
                    content.skipped());
        }
    }

    private static ManifestReader.Result manifest(PackageContent content, FileChannel channel, Path target)
            throws IOException, UnreadableFile {
        if (content.manifests().isEmpty()) {
            return ManifestReader.Result.NONE;
        }
        ZipEntryHeader entry = content.manifests().getFirst();
        if (content.manifests().size() > 1) {
            return ManifestReader.unreadable(
                    entry.name(), "the package has " + content.manifests().size() + " manifests. Keep one");
        }
        write(entry, channel, target);
        return ManifestReader.read(target, FormatDetector.baseName(entry.name()));
    }

    private static void write(ZipEntryHeader entry, FileChannel channel, Path target)
            throws IOException, UnreadableFile {
        try (InputStream in = entry.open(channel);
                OutputStream out = Files.newOutputStream(target, StandardOpenOption.CREATE_NEW)) {
            in.transferTo(out);
        }
    }
}
