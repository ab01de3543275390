package dev.assay.extract.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// What an Office Open XML file is by the content types it lists (ISO/IEC 29500-2, 10.1.2.2), for files whose
/// relationships do not lead to their main part. Programs open many of them all the same.
final class OfficeTypes {
    private static final String LIST = "[Content_Types].xml";
    private static final int LONGEST = 1 << 20;

    /// A main part's content type and the type of its file.
    private record Main(String part, String file) {}

    private static final List<Main> MAINS = List.of(
            new Main("ms-word.document.macroEnabled.main+xml", "application/vnd.ms-word.document.macroenabled.12"),
            new Main(
                    "ms-word.template.macroEnabledTemplate.main+xml",
                    "application/vnd.ms-word.template.macroenabled.12"),
            new Main(
                    "wordprocessingml.document.main+xml",
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
            new Main(
                    "wordprocessingml.template.main+xml",
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.template"),
            new Main("ms-excel.sheet.macroEnabled.main+xml", "application/vnd.ms-excel.sheet.macroenabled.12"),
            new Main(
                    "spreadsheetml.sheet.main+xml",
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            new Main(
                    "spreadsheetml.template.main+xml",
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.template"),
            new Main(
                    "ms-powerpoint.presentation.macroEnabled.main+xml",
                    "application/vnd.ms-powerpoint.presentation.macroenabled.12"),
            new Main(
                    "presentationml.presentation.main+xml",
                    "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
            new Main(
                    "presentationml.slideshow.main+xml",
                    "application/vnd.openxmlformats-officedocument.presentationml.slideshow"));

    private OfficeTypes() {}

    static Optional<String> of(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry entry = zip.getEntry(LIST);
            if (entry == null) {
                return Optional.empty();
            }
            try (InputStream in = zip.getInputStream(entry)) {
                String list = new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8);
                return MAINS.stream()
                        .filter(main -> list.contains(main.part()))
                        .map(Main::file)
                        .findFirst();
            }
        } catch (ZipException e) {
            return Optional.empty();
        }
    }
}
