package dev.assay.extract.embedded;

import dev.assay.document.Document;
import dev.assay.document.Extraction;
import dev.assay.document.Extraction.Reason;
import dev.assay.document.Fact;
import dev.assay.document.Gap;
import dev.assay.document.Place;
import dev.assay.extract.container.ContainerScan;
import dev.assay.extract.draft.ContainerLimits;
import dev.assay.extract.draft.DocumentDraft;
import dev.assay.extract.draft.EmbeddedBudget;
import dev.assay.extract.draft.EmbeddedReader;
import dev.assay.extract.draft.UnreadableFile;
import dev.assay.extract.format.FormatDetector;
import dev.assay.extract.plain.ImageReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// Takes the files inside a file: each is copied to a temporary file of no vendor's name, scanned and read like
/// an arrived one, and its blocks are appended with the part's name before their places.
///
/// Names are data: they are shortened to 255 characters and told apart where two files have the same, and no
/// path is ever made of them.
public final class EmbeddedFiles {
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_ENDING = 6;

    private final DocumentDraft draft;
    private final EmbeddedReader readers;
    private final EmbeddedBudget budget;
    private final ContainerLimits limits;
    private final Set<String> names = new HashSet<>();
    private long copied;
    private int count;

    public EmbeddedFiles(DocumentDraft draft, EmbeddedReader readers, EmbeddedBudget budget, ContainerLimits limits) {
        this.draft = draft;
        this.readers = readers;
        this.budget = budget;
        this.limits = limits;
    }

    /// Reads one file.
    ///
    /// @param name     what the file around it calls it; blank where it has no name
    /// @param attached whether it is a file of its own; a picture that is not is told as a picture only
    /// @return the part's place, where it was recorded as an attachment
    /// @throws UnreadableFile if a limit is passed that holds for the file as a whole
    public Optional<Place.Part> read(InputStream in, String name, boolean attached) throws IOException, UnreadableFile {
        String own = unique(name);
        Path copy = Files.createTempFile("assay-part", ".bin");
        try {
            copy(in, copy);
            return part(copy, own, attached);
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    /// Appends a part that was read already.
    ///
    /// @param name as the part's place shall name it
    public void append(Document document, String name) {
        if (draft.length() + document.text().length() > limits.characters()) {
            draft.gap(Gap.Reason.LIMIT, place(name), "more text than is read");
            return;
        }
        draft.append(document, name);
    }

    /// A name that no other part of the file has, without control characters.
    ///
    /// @throws UnreadableFile if there are more parts than a container may have entries
    public String unique(String name) throws UnreadableFile {
        count++;
        if (count > limits.entries()) {
            throw new UnreadableFile(
                    Reason.LIMIT, "limit entries: more than " + limits.entries() + " files lie inside");
        }
        String plain = name.replaceAll("\\p{Cc}", "").strip();
        plain = plain.isEmpty() ? "embedded-" + count : plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
        String unique = plain;
        for (int i = 2; !names.add(unique); i++) {
            unique = numbered(plain, i);
        }
        return unique;
    }

    /// `report (2).docx`: the ending stays, which says what the file is meant to be.
    private static String numbered(String name, int number) {
        int dot = name.lastIndexOf('.');
        boolean ends = dot > 0 && name.length() - dot <= LONGEST_ENDING;
        int at = ends ? dot : name.length();
        return name.substring(0, at) + " (" + number + ")" + name.substring(at);
    }

    private static Place.Part place(String name) {
        return new Place.Part(name, new Place.Whole());
    }

    private void copy(InputStream in, Path copy) throws IOException, UnreadableFile {
        try (OutputStream out = Files.newOutputStream(copy)) {
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                copied += n;
                if (copied > limits.totalBytes()) {
                    throw new UnreadableFile(Reason.LIMIT, "limit size: its embedded files are too large together");
                }
                out.write(buffer, 0, n);
            }
        }
    }

    private Optional<Place.Part> part(Path copy, String name, boolean attached) throws IOException, UnreadableFile {
        if (Files.size(copy) == 0) {
            draft.gap(Gap.Reason.SKIPPED_PART, place(name), "the part has no bytes");
            return Optional.empty();
        }
        String mediaType = ContainerScan.Magic.of(copy) == ContainerScan.Magic.OTHER
                ? FormatDetector.detect(copy, name).mediaType()
                : FormatDetector.claimed(name);
        if (mediaType.startsWith("image/") && !attached) {
            image(copy, mediaType, name);
            return Optional.empty();
        }
        draft.fact(new Fact.Attachment(name, mediaType, place(name)));
        if (!budget.take()) {
            draft.gap(Gap.Reason.SKIPPED_PART, place(name), "more, or deeper, embedded files than are read");
            return Optional.of(place(name));
        }
        budget.enter();
        Extraction extraction = readers.read(copy, name, budget);
        budget.leave();
        merge(extraction, name);
        return Optional.of(place(name));
    }

    private void image(Path copy, String mediaType, String name) throws IOException, UnreadableFile {
        Extraction extraction = new ImageReader(limits).read(copy, mediaType);
        switch (extraction) {
            case Extraction.Unreadable unreadable -> throw new UnreadableFile(unreadable.reason(), unreadable.detail());
            case Extraction.Extracted extracted ->
                extracted
                        .document()
                        .facts(Fact.Image.class)
                        .forEach(image -> draft.fact(
                                new Fact.Image(name, image.width(), image.height(), 0, 0, null, place(name))));
        }
    }

    private void merge(Extraction extraction, String name) throws UnreadableFile {
        switch (extraction) {
            case Extraction.Extracted extracted -> append(extracted.document(), name);
            case Extraction.Unreadable unreadable -> {
                if (unreadable.reason() == Reason.LIMIT) {
                    throw new UnreadableFile(unreadable.reason(), unreadable.detail());
                }
                draft.gap(Gap.Reason.SKIPPED_PART, place(name), unreadable.detail());
            }
        }
    }
}
