package dev.assay.check.confidentiality.personal;

import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.Layer;
import dev.assay.document.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A passage with what says what its numbers are.
///
/// @param span   in the document
/// @param text   its text
/// @param header the words above it in a table, empty elsewhere
/// @param label  the words at the start of its row, empty elsewhere
/// @param cell   the table's cell it is, null elsewhere
/// @param table  the table it stands in, null elsewhere
/// @param layer  where the block lies
/// @param under  the last heading of the body before it
public record Piece(
        Span span,
        String text,
        String header,
        String label,
        Block.@Nullable Cell cell,
        Block.@Nullable Table table,
        Layer layer,
        String under) {
    private static final int NEAR = 48;
    private static final Pattern FIGURES = Pattern.compile(
            "(?i)(?<!\\p{L})(?:revenues?|sales|turnover|prices?|amounts?|volumes?|totals?|counts?|n|share|costs?|EUR|USD|GBP"
                + "|values?|measure(?:ment)?s?|readings?|results?|scores?|index|units?|population|mean|median|weights?|rates?|market"
                + " cap|timestamps?|Umsatz|Preise?|Betrag|Menge|Summe|Anzahl|Anteil|Kosten"
                + "|Wert|Messwerte?|Einheiten)(?!\\p{L})|[%\u20AC$\u00A3]");

    /// All passages of a document, in order, in every layer.
    public static List<Piece> of(Document document) {
        List<Piece> pieces = new ArrayList<>();
        String under = "";
        for (Block block : document.blocks()) {
            if (block instanceof Block.Table table) {
                rows(document, table, under, pieces);
                continue;
            }
            String text = document.text(block.span());
            if (block instanceof Block.Heading) {
                under = text;
            }
            pieces.add(new Piece(block.span(), text, "", "", null, null, block.layer(), under));
        }
        return pieces;
    }

    private static void rows(Document document, Block.Table table, String under, List<Piece> pieces) {
        List<Block.Cell> heads =
                table.rows().isEmpty() ? List.of() : table.rows().getFirst().cells();
        String[] headers = new String[256];
        for (Block.Cell head : heads) {
            for (int i = head.column(); i < Math.min(256, head.column() + head.columnSpan()); i++) {
                headers[i] = document.text(head.span());
            }
        }
        boolean first = true;
        for (Block.Row row : table.rows()) {
            String label = row.cells().isEmpty()
                    ? ""
                    : document.text(row.cells().getFirst().span());
            for (Block.Cell cell : row.cells()) {
                String head =
                        first || cell.column() >= 256 || headers[cell.column()] == null ? "" : headers[cell.column()];
                boolean isLabel = cell.column() == row.cells().getFirst().column();
                pieces.add(new Piece(
                        cell.span(),
                        document.text(cell.span()),
                        head,
                        isLabel || label.length() > 80 ? "" : label,
                        cell,
                        table,
                        table.layer(),
                        under));
            }
            first = false;
        }
    }

    /// What may say what stands at a place: the words just before, above, and at the row's start.
    String context(int at) {
        return header + " | " + label + " | " + text.substring(Math.max(0, at - NEAR), at);
    }

    /// Whether it is a number in a column, or row, of figures.
    boolean isFigure() {
        return cell != null
                && text.codePoints().noneMatch(Character::isLetter)
                && (FIGURES.matcher(header).find() || FIGURES.matcher(label).find());
    }

    Span in(int start, int end) {
        return new Span(span.start() + start, span.start() + end);
    }
}
