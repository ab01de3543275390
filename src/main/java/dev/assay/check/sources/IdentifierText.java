package dev.assay.check.sources;

import dev.assay.check.Passages;
import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.Layer;
import dev.assay.document.Span;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds what is meant as an identifier, right or not.
final class IdentifierText {
    private static final Set<Layer> LAYERS = EnumSet.of(Layer.BODY, Layer.FOOTNOTE, Layer.ENDNOTE, Layer.INSERTED);
    private static final Pattern LIKELY = Pattern.compile("[0-9]");
    private static final Pattern END = Pattern.compile("[.,;:)\\]}'\"\u2019\u201d]+$");
    private static final int LONGEST = 60;

    private IdentifierText() {}

    /// @param written without what ends the sentence
    record Found(Scheme scheme, Span span, String written) {}

    static List<Found> in(Document document, List<Scheme> schemes) {
        List<Found> found = new ArrayList<>();
        Passages.shown(document).forEach(passage -> {
            String text = document.text(passage);
            if (LIKELY.matcher(text).find()) {
                schemes.forEach(scheme -> text(scheme, text, passage.start(), found));
            }
        });
        document.tables()
                .filter(table -> LAYERS.contains(table.layer()))
                .forEach(table -> table(document, table, schemes, found));
        return found;
    }

    private static void text(Scheme scheme, String text, int at, List<Found> found) {
        Matcher matcher = scheme.candidate().matcher(text);
        while (matcher.find()) {
            String written = trimmed(scheme, matcher.group("id"));
            int start = at + matcher.start("id");
            found.add(new Found(scheme, new Span(start, start + written.length()), written));
        }
    }

    /// Without the mark that ends a sentence, and without a number that follows after a space.
    private static String trimmed(Scheme scheme, String written) {
        String bare = scheme.compact() ? written.stripTrailing() : ended(scheme, written);
        if (!scheme.compact() || scheme.fault(bare).isEmpty()) {
            return bare;
        }
        for (int end = bare.length(); end > 0; end = bare.lastIndexOf(' ', end - 1)) {
            String shorter = bare.substring(0, end).strip();
            if (scheme.form().matcher(scheme.key(shorter)).matches()) {
                return shorter;
            }
        }
        return bare;
    }

    /// A DOI takes all up to the next space; one bracket at its end is its own where it has one before.
    private static String ended(Scheme scheme, String written) {
        if (!scheme.id().equals("doi")) {
            return written.stripTrailing();
        }
        String bare = END.matcher(written).replaceFirst("");
        return bare.contains("(") && written.startsWith(bare + ")") ? bare + ")" : bare;
    }

    /// Under a heading in the first row, or after a label in the first column.
    private static void table(Document document, Block.Table table, List<Scheme> schemes, List<Found> found) {
        Map<Integer, Scheme> columns = new HashMap<>();
        if (!table.rows().isEmpty()) {
            for (Block.Cell cell : table.rows().getFirst().cells()) {
                named(document, cell, schemes).ifPresent(scheme -> columns.put(cell.column(), scheme));
            }
        }
        for (Block.Row row : table.rows()) {
            if (row.cells().isEmpty()) {
                continue;
            }
            Optional<Scheme> label = named(document, row.cells().getFirst(), schemes);
            for (Block.Cell cell : row.cells()) {
                boolean labels = cell.row() == 0 && columns.containsKey(cell.column());
                Scheme scheme = labels
                        ? null
                        : columns.getOrDefault(
                                cell.column(),
                                cell.column() == row.cells().getFirst().column() ? null : label.orElse(null));
                if (scheme != null) {
                    cell(document, cell, scheme, found);
                }
            }
        }
    }

    private static Optional<Scheme> named(Document document, Block.Cell cell, List<Scheme> schemes) {
        String text = document.text(cell.span()).strip().replaceFirst(":$", "");
        return text.length() > LONGEST
                ? Optional.empty()
                : schemes.stream()
                        .filter(scheme -> scheme.heading()
                                .filter(heading -> heading.matcher(text).matches())
                                .isPresent())
                        .findFirst();
    }

    /// What has no digit at all is a remark such as "n/a".
    private static void cell(Document document, Block.Cell cell, Scheme scheme, List<Found> found) {
        String text = document.text(cell.span());
        String written = text.strip();
        boolean one = written.length() <= LONGEST && LIKELY.matcher(written).find();
        boolean plain = scheme.compact() ? written.split("\\s+").length <= 6 : !written.contains(" ");
        if (one
                && plain
                && !written.startsWith("http")
                && !scheme.candidate().matcher(text).find()) {
            int start = cell.span().start() + text.indexOf(written);
            found.add(new Found(scheme, new Span(start, start + written.length()), written));
        }
    }
}
