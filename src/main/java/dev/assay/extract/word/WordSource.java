package dev.assay.extract.word;

import dev.assay.document.Fact;
import dev.assay.extract.draft.DocumentDraft;
import dev.assay.extract.office.Colour;
import dev.assay.extract.office.OfficePackage;
import dev.assay.extract.office.ThemeFonts;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// What the stories of one text document share.
final class WordSource {
    private static final int MOST_NAMES = 1_000;

    private final DocumentDraft draft;
    private final WordStyles styles;
    private final ThemeFonts theme;
    private final WordNumbering numbering;
    private final WordPlaces places = new WordPlaces();
    private final WordSections sections = new WordSections(this);
    private final WordNotes notes = new WordNotes();
    private final LateFacts late;
    private final WordLinks links;
    private final WordComments comments;
    private final Set<String> fonts = new LinkedHashSet<>();
    private final Map<String, Integer> styleUses = new LinkedHashMap<>();

    private Colour pageColour = Colour.WHITE;
    private boolean showsPageColour;
    private boolean covered;
    private boolean showsText;

    WordSource(OfficePackage source, String mainPart, DocumentDraft draft) throws IOException {
        this.draft = draft;
        this.theme = ThemeFonts.read(source, mainPart);
        this.styles = WordStyles.read(source, mainPart, theme);
        this.numbering = WordNumbering.read(source, mainPart, styles);
        this.late = new LateFacts(draft);
        this.links = new WordLinks(late);
        this.comments = new WordComments(late);
        WordSettings.read(source, mainPart, this);
    }

    DocumentDraft draft() {
        return draft;
    }

    WordStyles styles() {
        return styles;
    }

    ThemeFonts theme() {
        return theme;
    }

    WordNumbering numbering() {
        return numbering;
    }

    WordPlaces places() {
        return places;
    }

    WordSections sections() {
        return sections;
    }

    WordNotes notes() {
        return notes;
    }

    LateFacts late() {
        return late;
    }

    WordLinks links() {
        return links;
    }

    WordComments comments() {
        return comments;
    }

    /// The names of the fonts that text was shown in, in order; of a thousand, no more are kept.
    Set<String> fonts() {
        return fonts;
    }

    void font(String name) {
        if (!name.isEmpty() && fonts.size() < MOST_NAMES) {
            fonts.add(name);
        }
    }

    /// Counts a use of a style; styles beyond a thousand are not counted.
    ///
    /// @param styleId empty for the one that paragraphs have which name none
    void usesStyle(String styleId) {
        if (styleUses.size() < MOST_NAMES || styleUses.containsKey(styleId)) {
            styleUses.merge(styleId, 1, Integer::sum);
        }
    }

    /// Records the styles used, in the order of their first use.
    void recordStyles() {
        Map<String, Integer> byName = new LinkedHashMap<>();
        styleUses.forEach((id, uses) -> byName.merge(styles.name(id), uses, Integer::sum));
        byName.forEach((name, uses) -> {
            if (!name.isEmpty()) {
                draft.fact(new Fact.Style(name, uses));
            }
        });
    }

    /// Whether any text was shown, in whatever font.
    boolean showsText() {
        return showsText;
    }

    void textIsShown() {
        showsText = true;
    }

    void showPageColour(boolean shows) {
        showsPageColour = shows;
    }

    void pageColour(Colour colour) {
        pageColour = showsPageColour ? colour : Colour.WHITE;
    }

    /// Says whether something large lies behind the text of the section, as on a cover.
    void coversPages(boolean covers) {
        covered = covers;
    }

    /// What letters stand on where nothing nearer says so; not known where something lies behind the text.
    Colour pageGround() {
        return covered ? Colour.AUTOMATIC : pageColour;
    }
}
