package dev.assay.extract.word;

import dev.assay.document.Fact;
import dev.assay.document.Gap;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.extract.draft.Piece;
import dev.assay.extract.office.Measure;
import dev.assay.extract.office.References;
import dev.assay.extract.office.ShapeText;
import dev.assay.extract.office.Shown;
import dev.assay.extract.xml.Markup;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/// Reads a drawing, a VML picture or an embedded object: its images, texts and description.
final class WordDrawing {
    /// In square points, a tenth of a page.
    private static final double LARGE = 50_000;

    private static final Pattern WIDTH = Pattern.compile("(?:^|;)\\s*width:([^;]{1,20})");
    private static final Pattern HEIGHT = Pattern.compile("(?:^|;)\\s*height:([^;]{1,20})");
    private static final Pattern BEHIND = Pattern.compile("(?:^|;)\\s*z-index:-");

    private final WordStory story;
    private final WordParagraph paragraph;
    private final References references;
    private final Set<String> descriptions = new HashSet<>();
    private Shown shown = Shown.UNKNOWN;
    private @Nullable String alternative;
    private boolean behind;
    private @Nullable Picture picture;
    private @Nullable Group group;

    WordDrawing(WordStory story, WordParagraph paragraph) {
        this.story = story;
        this.paragraph = paragraph;
        this.references = story.references();
    }

    void element(Markup element) throws XMLStreamException, IOException {
        Place place = paragraph.place();
        references.links(element, place);
        switch (element.name()) {
            case "wp:anchor" -> {
                behind = element.flag("behindDoc", false);
                element.each(this::element);
            }
            case "wp:extent" -> shownAs(size(element));
            case "wpg:wgp", "wpg:grpSp", "wpc:wpc" -> group(element);
            case "pic:pic" -> picture(element);
            case "a:xfrm" -> element.each(this::transform);
            case "a:blip" -> image(element.attribute("r:embed"));
            case "v:imagedata" -> references.image(element.attribute("r:id"), shown.with(alternative), place);
            case "v:textpath" -> hang(element.attribute("string", ""));
            case "w:txbxContent" -> story.box(element, paragraph);
            case "a:p" -> hang(ShapeText.line(element));
            case "c:chart" -> references.chart(element.attribute("r:id"), place).ifPresent(paragraph::hang);
            case "cx:chart" ->
                story.shared().draft().gap(Gap.Reason.SKIPPED_PART, place, "A chart of a newer kind was not read.");
            case "dgm:relIds" ->
                references.diagram(element.attribute("r:dm"), place).forEach(this::hang);
            case "o:OLEObject" -> references.object(element.attribute("r:id"), element.attribute("ProgID", ""), place);
            case "w:control" -> references.object(element.attribute("r:id"), element.attribute("w:name", ""), place);
            default -> other(element);
        }
    }

    private void other(Markup element) throws XMLStreamException, IOException {
        String name = element.name();
        if (name.endsWith(":docPr") || name.endsWith(":cNvPr")) {
            String description = element.attribute("descr", "");
            alternative(description.isBlank() ? element.attribute("title", "") : description);
            if (element.flag("hidden", false)) {
                story.shared().draft().fact(new Fact.Hidden(Fact.Hidden.Kind.DRAWING, "", paragraph.place()));
            }
        } else if (name.equals("adec:decorative") && element.flag("val", false)) {
            alternative = "";
        } else if (name.startsWith("v:")) {
            shape(element);
        }
        element.each(this::element);
    }

    private void shape(Markup element) {
        String style = element.attribute("style", "");
        double width = length(WIDTH.matcher(style));
        double height = length(HEIGHT.matcher(style));
        behind |= BEHIND.matcher(style).find();
        if (width > 0 && height > 0) {
            shownAs(new Shown(width, height, null));
        }
        alternative(element.attribute("alt", ""));
    }

    private static double length(Matcher named) {
        return named.find() ? Measure.withUnit(named.group(1).strip(), 0) : 0;
    }

    private void shownAs(Shown size) {
        shown = size;
        if (behind && size.width() * size.height() > LARGE) {
            story.shared().coversPages(true);
        }
    }

    private static Shown size(Markup extent) {
        return Shown.ofExtent((double) extent.wide("cx", 0), (double) extent.wide("cy", 0));
    }

    /// Several pictures as one: each has its size in the group's own measure.
    private void group(Markup element) throws XMLStreamException, IOException {
        Group outer = group;
        group = new Group(outer, shown);
        try {
            element.each(this::element);
        } finally {
            group = outer;
        }
    }

    private void picture(Markup element) throws XMLStreamException, IOException {
        Picture outer = picture;
        String outerAlternative = alternative;
        Picture own = new Picture();
        picture = own;
        try {
            element.each(this::element);
        } finally {
            picture = outer;
        }
        if (own.image != null) {
            references.image(own.image, own.shown(shown, group).with(alternative), paragraph.place());
        }
        alternative = outerAlternative;
    }

    private void image(@Nullable String id) throws IOException {
        if (picture == null) {
            references.image(id, shown.with(alternative), paragraph.place());
        } else {
            picture.image = id;
        }
    }

    private void transform(Markup element) {
        if (element.name().equals("a:ext") && picture != null) {
            picture.own = size(element);
        } else if (element.name().equals("a:ext") && group != null) {
            group.size(size(element));
        } else if (element.name().equals("a:chExt") && group != null) {
            group.inside(size(element));
        }
    }

    private void hang(String text) {
        Layer aside = story.aside();
        paragraph.hang(aside == null ? Piece.text(text) : Piece.text(text, aside));
    }

    private void alternative(String words) {
        if (words.isBlank()) {
            return;
        }
        alternative = words;
        if (descriptions.add(words)) {
            paragraph.hang(Piece.text(words, Layer.ALT_TEXT));
        }
    }

    /// A picture being read: its image and the size it says it has.
    private static final class Picture {
        private @Nullable String image;
        private Shown own = Shown.UNKNOWN;

        private Shown shown(Shown whole, @Nullable Group group) {
            if (group != null && own.width() > 0) {
                return new Shown(own.width() * group.scaleX, own.height() * group.scaleY, null);
            }
            return whole.width() > 0 ? whole : own;
        }
    }

    /// A group being read: how large one unit inside it is shown.
    private static final class Group {
        private Shown size;
        private double scaleX;
        private double scaleY;
        private boolean known;
        private final boolean outermost;

        private Group(@Nullable Group outer, Shown whole) {
            outermost = outer == null;
            size = whole;
            scaleX = outer == null ? 1 : outer.scaleX;
            scaleY = outer == null ? 1 : outer.scaleY;
        }

        private void size(Shown own) {
            if (!known && !outermost) {
                size = new Shown(own.width() * scaleX, own.height() * scaleY, null);
            }
        }

        private void inside(Shown units) {
            if (!known && units.width() > 0 && units.height() > 0 && size.width() > 0) {
                scaleX = size.width() / units.width();
                scaleY = size.height() / units.height();
            }
            known = true;
        }
    }
}
