package dev.assay.check;

import dev.assay.document.Document;
import dev.assay.document.Extraction;
import dev.assay.work.CoveringMail;
import java.util.List;
import java.util.stream.IntStream;

/// What a check kind looks at: the deliverable's parts as read, and what was ordered.
///
/// @param workOrder   id, empty for a stand-alone check
/// @param deliverable id, empty for a stand-alone check
/// @param role        the deliverable's role, such as `report`
/// @param language    BCP 47 tag that was ordered, empty where none was
/// @param parts       at least one
/// @param references  what it may be held against
/// @param background  what is known beyond that
public record Inspection(
        String workOrder,
        String deliverable,
        String role,
        String language,
        List<Part> parts,
        List<Given> references,
        Background background) {
    public Inspection {
        parts = List.copyOf(parts);
        references = List.copyOf(references);
    }

    /// Without references.
    public Inspection(
            String workOrder,
            String deliverable,
            String role,
            String language,
            List<Part> parts,
            Background background) {
        this(workOrder, deliverable, role, language, parts, List.of(), background);
    }

    /// A stand-alone check of some parts.
    static Inspection standAlone(List<Part> parts) {
        return new Inspection("", "", "", "", parts, Background.NONE);
    }

    /// The same without the mail that files came with; all of it where there is nothing else.
    Inspection ofFiles() {
        List<Integer> files = IntStream.range(0, parts.size())
                .filter(number -> !parts.get(number).role().equals(CoveringMail.ROLE))
                .boxed()
                .toList();
        return files.isEmpty() ? this : among(files);
    }

    /// The same with some of its parts.
    ///
    /// @param numbers of the parts, at least one, in order
    Inspection among(List<Integer> numbers) {
        return numbers.size() == parts.size()
                ? this
                : new Inspection(
                        workOrder,
                        deliverable,
                        role,
                        language,
                        numbers.stream().map(parts::get).toList(),
                        references,
                        background.among(numbers));
    }

    /// The same with less of its parts to be seen.
    ///
    /// @param seen as many as there are, in their order
    Inspection with(List<Part> seen) {
        return new Inspection(workOrder, deliverable, role, language, seen, references, background);
    }

    /// The references that an item names.
    ///
    /// @param name an id or a kind, such as `protocol`; each deliverable of the order is of kind `deliverable`
    public List<Given> references(String name) {
        List<Given> exact =
                references.stream().filter(each -> each.id().equals(name)).toList();
        return exact.isEmpty()
                ? references.stream().filter(each -> each.kind().equals(name)).toList()
                : exact;
    }

    /// The documents that could be read, with their parts.
    public List<ReadPart> readable() {
        return readable(parts);
    }

    static List<ReadPart> readable(List<Part> parts) {
        return parts.stream()
                .filter(part -> part.extraction() instanceof Extraction.Extracted)
                .map(part -> new ReadPart(part, ((Extraction.Extracted) part.extraction()).document()))
                .toList();
    }

    /// One delivered file.
    ///
    /// @param name       the file name as delivered
    /// @param role       its role in the deliverable
    /// @param extraction what reading it came to
    public record Part(String name, String role, Extraction extraction) {}

    /// A part that could be read.
    public record ReadPart(Part part, Document document) {}
}
