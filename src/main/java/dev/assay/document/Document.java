package dev.assay.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A deliverable's part as it was read: one text with stable UTF-16 offsets, blocks in reading order, facts,
/// gaps.
///
/// The same bytes read by the same reader give an equal document.
///
/// @param mediaType the type found from the content, never from the name
/// @param text      all text of all layers, blocks separated by line feeds
/// @param blocks    in order of their spans; spans of two blocks never overlap
/// @param facts     what else is true of the file
/// @param gaps      what could not be read
/// @param languages runs of blocks in one language, in order and apart; text in none of them is in an unknown one
/// @param reader    name and version of the reader, recorded with every verdict
/// @param further   rows of large tables beyond those that blocks hold, which only data sets are checked for; a gap
///                  says so to all others
public record Document(
        String mediaType,
        String text,
        List<Block> blocks,
        List<Fact> facts,
        List<Gap> gaps,
        List<Language> languages,
        String reader,
        List<FurtherRows> further) {
    public Document {
        further = further == null ? List.of() : List.copyOf(further);
        blocks = List.copyOf(blocks);
        facts = List.copyOf(facts);
        gaps = List.copyOf(gaps);
        languages = List.copyOf(languages);
        int end = 0;
        for (Block block : blocks) {
            if (block.span().start() < end || block.span().end() > text.length()) {
                throw new IllegalArgumentException("Blocks must be in order, apart, and inside the text of "
                        + text.length() + " units. Found: " + block.span() + " after " + end);
            }
            end = block.span().end();
        }
    }

    /// A document whose tables are all in its blocks.
    public Document(
            String mediaType,
            String text,
            List<Block> blocks,
            List<Fact> facts,
            List<Gap> gaps,
            List<Language> languages,
            String reader) {
        this(mediaType, text, blocks, facts, gaps, languages, reader, List.of());
    }

    /// The rows of a table beyond those that its block holds.
    public Optional<FurtherRows> further(String sheet) {
        return further.stream().filter(rows -> rows.sheet().equals(sheet)).findFirst();
    }

    /// The same document with other facts and languages.
    public Document with(List<Fact> otherFacts, List<Language> otherLanguages) {
        return new Document(mediaType, text, blocks, otherFacts, gaps, otherLanguages, reader, further);
    }

    /// The text at a span.
    public String text(Span span) {
        return text.substring(span.start(), span.end());
    }

    /// The text of a block.
    public String text(Block block) {
        return text(block.span());
    }

    /// The blocks of one layer, in order.
    public Stream<Block> layer(Layer layer) {
        return blocks.stream().filter(block -> block.layer() == layer);
    }

    /// The body's tables, in order.
    public Stream<Block.Table> tables() {
        return blocks.stream().filter(Block.Table.class::isInstance).map(Block.Table.class::cast);
    }

    /// The facts of one type, in order.
    public <F extends Fact> Stream<F> facts(Class<F> type) {
        return facts.stream().filter(type::isInstance).map(type::cast);
    }

    /// The block that holds an offset.
    public Optional<Block> blockAt(int offset) {
        int low = 0;
        int high = blocks.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Block block = blocks.get(middle);
            if (offset < block.span().start()) {
                high = middle - 1;
            } else if (offset >= block.span().end()) {
                low = middle + 1;
            } else {
                return Optional.of(block);
            }
        }
        return Optional.empty();
    }

    /// The finest known place of an offset: the table cell where there is one, else the block, else the whole
    /// file.
    public Place placeAt(int offset) {
        return blockAt(offset)
                .map(block -> block instanceof Block.Table table ? cellPlace(table, offset) : block.place())
                .orElse(new Place.Whole());
    }

    private static Place cellPlace(Block.Table table, int offset) {
        for (Block.Row row : table.rows()) {
            for (Block.Cell cell : row.cells()) {
                if (cell.span().start() <= offset && offset < cell.span().end()) {
                    return cell.place();
                }
            }
        }
        return table.place();
    }

    /// The body's sections: each heading with the blocks below it, up to the next heading of the same or an
    /// outer level.
    public List<Section> sections() {
        List<Block> body = layer(Layer.BODY).toList();
        List<Section> sections = new ArrayList<>();
        for (int i = 0; i < body.size(); i++) {
            if (body.get(i) instanceof Block.Heading heading) {
                int end = i + 1;
                while (end < body.size()
                        && !(body.get(end) instanceof Block.Heading next && next.level() <= heading.level())) {
                    end++;
                }
                sections.add(new Section(heading, text(heading).strip(), body.subList(i + 1, end)));
            }
        }
        return sections;
    }

    /// How much of the file was read.
    public Completeness completeness() {
        if (gaps.isEmpty()) {
            return Completeness.COMPLETE;
        }
        return gaps.stream().anyMatch(Gap::stoppedEarly) ? Completeness.STOPPED_EARLY : Completeness.WITH_GAPS;
    }

    /// The language of the text at an offset, as a BCP 47 tag; empty where it is not known.
    public Optional<String> languageAt(int offset) {
        return languages.stream()
                .filter(run ->
                        run.span().start() <= offset && offset < run.span().end())
                .map(Language::tag)
                .findFirst();
    }

    /// The words of the body: what lengths, densities and scores are counted in.
    public int words() {
        return layer(Layer.BODY).mapToInt(block -> Words.count(text(block))).sum();
    }

    /// How much of a file was read.
    public enum Completeness {
        /// All of it.
        COMPLETE,
        /// All but what the gaps name.
        WITH_GAPS,
        /// Up to a gap; nothing can be said of what follows it.
        STOPPED_EARLY
    }

    /// A run of text in one language.
    ///
    /// @param tag        BCP 47, the language without region, such as `de`
    /// @param confidence above 0 and at most 1
    public record Language(Span span, String tag, double confidence) {}

    /// A heading and what stands under it.
    ///
    /// @param heading the heading's block
    /// @param title   its text, stripped
    /// @param blocks  what follows up to the next heading of the same or an outer level, sub-headings included
    public record Section(Block.Heading heading, String title, List<Block> blocks) {
        public Section {
            blocks = List.copyOf(blocks);
        }
    }
}
