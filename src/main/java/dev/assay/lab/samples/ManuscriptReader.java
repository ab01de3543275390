package dev.assay.lab.samples;

import dev.assay.lab.samples.Manuscript.Piece;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads manuscripts in a light notation: `key: value` lines up to an empty line, then `# headings`,
/// paragraphs, `- lists`, `Table:` and `Chart:` captions followed by `| rows |`, `Note:`, `Speaker:` and `:::`
/// marks. A name in braces is replaced by its figure.
final class ManuscriptReader {
    private static final Pattern FIGURE = Pattern.compile("\\{([^}]+)}");

    private final Map<String, String> head = new LinkedHashMap<>();
    private final List<Piece> pieces = new ArrayList<>();
    private final StringBuilder paragraph = new StringBuilder();
    private final List<List<String>> rows = new ArrayList<>();
    private String caption = "";

    private ManuscriptReader() {}

    static Manuscript read(String resource) {
        return read(resource, name -> {
            throw new IllegalStateException("Manuscript " + resource + " names a figure: {" + name + "}");
        });
    }

    static Manuscript read(String resource, UnaryOperator<String> figures) {
        ManuscriptReader reader = new ManuscriptReader();
        String text = fill(Resources.text(resource), figures);
        int body = text.indexOf("\n\n");
        text.substring(0, body).lines().forEach(reader::headLine);
        Stream.concat(text.substring(body).lines(), Stream.of("")).forEach(reader::line);
        return new Manuscript(reader.head, reader.pieces);
    }

    private static String fill(String text, UnaryOperator<String> figures) {
        return FIGURE.matcher(text).replaceAll(match -> Matcher.quoteReplacement(figures.apply(match.group(1))));
    }

    private void headLine(String line) {
        int colon = line.indexOf(": ");
        head.put(line.substring(0, colon), line.substring(colon + 2));
    }

    private void line(String line) {
        if (line.startsWith("|")) {
            rows.add(cells(line));
            return;
        }
        endRows();
        if (line.isBlank()) {
            endParagraph();
        } else if (!single(line)) {
            paragraph.append(paragraph.isEmpty() ? "" : " ").append(line.strip());
        }
    }

    private boolean single(String line) {
        if (line.startsWith("#")) {
            int level = line.indexOf(' ');
            pieces.add(new Piece.Heading(level, line.substring(level + 1)));
        } else if (line.startsWith("- ")) {
            endParagraph();
            paragraph.append(line);
        } else if (line.startsWith("Table: ") || line.startsWith("Chart: ")) {
            caption = line;
        } else if (line.startsWith("::: ")) {
            pieces.add(new Piece.Mark(line.substring(4)));
        } else {
            return false;
        }
        return true;
    }

    private void endParagraph() {
        if (paragraph.isEmpty()) {
            return;
        }
        String text = paragraph.toString();
        paragraph.setLength(0);
        if (text.startsWith("- ")) {
            pieces.add(new Piece.Bullet(text.substring(2)));
        } else if (text.startsWith("Note: ")) {
            pieces.add(new Piece.Note(text.substring(6)));
        } else if (text.startsWith("Speaker: ")) {
            pieces.add(new Piece.Spoken(text.substring(9)));
        } else {
            pieces.add(new Piece.Paragraph(text));
        }
    }

    private void endRows() {
        if (rows.isEmpty()) {
            return;
        }
        String words = caption.substring(7);
        pieces.add(caption.startsWith("Table") ? new Piece.Grid(words, rows()) : new Piece.Chart(words, rows()));
        rows.clear();
    }

    private List<List<String>> rows() {
        return List.copyOf(rows);
    }

    private static List<String> cells(String line) {
        String inside = line.strip();
        return Stream.of(inside.substring(1, inside.length() - 1).split("\\|", -1))
                .map(String::strip)
                .toList();
    }
}
