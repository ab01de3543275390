package dev.assay.extract.html;

import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.extract.draft.DocumentDraft;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeFilter.FilterResult;
import org.jsoup.select.NodeTraversor;

/// Writes one table of data. Its cells have the table's place; what they hide and their pictures are handed out
/// apart.
final class HtmlTableWriter {
    private final DocumentDraft draft;
    private final Looks looks;
    private final HtmlFacts facts;
    private final HtmlPlaces places;
    private final List<Element> images = new ArrayList<>();
    private final List<HtmlText.Unseen> unseen = new ArrayList<>();
    private Place place = new Place.Whole();

    HtmlTableWriter(DocumentDraft draft, Looks looks, HtmlFacts facts, HtmlPlaces places) {
        this.draft = draft;
        this.looks = looks;
        this.facts = facts;
        this.places = places;
    }

    Place place() {
        return place;
    }

    List<HtmlText.Unseen> unseen() {
        return unseen;
    }

    List<Element> images() {
        return images;
    }

    /// Writes a table.
    ///
    /// @param most cells that are written
    /// @return how many cells it has, one more than `most` where it was cut off
    int write(Element table, Look look, Layer layer, int most) {
        place = places.next();
        Element caption = table.selectFirst("> caption");
        DocumentDraft.TableDraft written =
                draft.table(caption == null ? "" : caption.text().strip(), place, layer);
        HtmlTables.Grid grid = new HtmlTables.Grid();
        int row = 0;
        int cells = 0;
        for (Element element : HtmlTables.rows(table)) {
            Element section = element.parent();
            Look outer = section == null || section.equals(table) ? look : looks.of(section, look);
            cells += row(grid.next(row++, HtmlTables.cells(element)), looks.of(element, outer), written);
            if (cells > most) {
                break;
            }
        }
        written.end();
        return cells;
    }

    private int row(List<HtmlTables.Cell> cells, Look look, DocumentDraft.TableDraft written) {
        boolean seen = look.unseen() == null;
        for (HtmlTables.Cell cell : cells) {
            HtmlText words = words(cell.element(), looks.of(cell.element(), look));
            unseen.addAll(words.unseen());
            if (seen) {
                written.cell(
                        cell.row(), cell.column(), cell.rowSpan(), cell.columnSpan(), words.shown(), place, null, null);
            }
        }
        written.endRow();
        return cells.size();
    }

    private HtmlText words(Element cell, Look look) {
        CellWalk walk = new CellWalk(look);
        for (Node child : cell.childNodes()) {
            NodeTraversor.filter(walk, child);
        }
        return walk.text;
    }

    /// Gathers the words of one cell.
    private final class CellWalk implements NodeFilter {
        private final HtmlText text = new HtmlText();
        private final Deque<Look> shown = new ArrayDeque<>();

        CellWalk(Look look) {
            shown.push(look);
        }

        @Override
        public FilterResult head(Node node, int depth) {
            if (node instanceof TextNode words) {
                text.append(words.getWholeText(), shown.element());
            } else if (node instanceof Element element) {
                return start(element);
            }
            return FilterResult.CONTINUE;
        }

        private FilterResult start(Element element) {
            shown.push(looks.of(element, shown.element()));
            facts.element(element, place);
            if (element.normalName().equals("img")) {
                images.add(element);
            }
            if (element.isBlock() || element.normalName().equals("br")) {
                text.lineBreak();
            }
            boolean passed = element.normalName().equals("script")
                    || element.normalName().equals("style");
            return passed ? FilterResult.SKIP_CHILDREN : FilterResult.CONTINUE;
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            if (node instanceof Element element) {
                shown.pop();
                if (element.isBlock()) {
                    text.lineBreak();
                }
            }
            return FilterResult.CONTINUE;
        }
    }
}
