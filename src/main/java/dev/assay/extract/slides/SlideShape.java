package dev.assay.extract.slides;

import dev.assay.document.Place;
import dev.assay.extract.xml.Markup;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/// A shape being read: its texts and what else it shows.
final class SlideShape {
    private static final double FULL = 100_000;
    private static final int LENGTH_OF_PIECE = 200;

    /// Of angles, in sixty-thousandths of a degree.
    private static final int HALF_TURN = 180 * 60_000;

    private final SlideLinks links;
    private final List<SlideParagraph> paragraphs = new ArrayList<>();
    private final List<SlidePiece> pieces = new ArrayList<>();
    private final List<SlidePicture> pictures = new ArrayList<>();
    private SlideTextStyle style = SlideTextStyle.NONE;
    private TextLook themed = TextLook.NONE;
    private @Nullable Paint fill;
    private @Nullable Paint themedFill;
    private @Nullable String name;
    private @Nullable String words;
    private String id = "";
    private String description = "";
    private @Nullable SlidePlaceholder placeholder;
    private @Nullable SlideBox box;
    private double textScale = 1;
    private boolean onItsSide;
    private boolean decorative;
    private boolean hidden;

    SlideShape(SlideLinks links) {
        this.links = links;
    }

    /// Reads the shape at hand (`p:sp`, `p:pic`, `p:graphicFrame`, `p:cxnSp`).
    void read(Markup shape) throws XMLStreamException, IOException {
        shape.eachInside(this::element);
    }

    private void element(Markup element) throws XMLStreamException, IOException {
        link(element);
        switch (element.name()) {
            case "p:cNvPr" -> described(element);
            case "adec:decorative" -> decorative |= element.flag("val", false);
            case "p:ph" -> placeholder = SlidePlaceholder.read(element);
            case "p:xfrm" -> position(element);
            case "p:spPr" -> element.each(this::property);
            case "p:blipFill", "a:blipFill" -> pictures.add(SlidePicture.read(element, this::link));
            case "p:style" -> element.each(this::reference);
            case "a:normAutofit" -> textScale = element.number("fontScale", (int) FULL) / FULL;
            case "a:lstStyle" -> style = SlideTextStyle.read(element);
            case "a:p" -> paragraph(element);
            case "a:tbl" -> table(element);
            default -> content(element);
        }
    }

    private void content(Markup element) throws IOException {
        var references = links.references();
        switch (element.name()) {
            case "c:chart" ->
                references.chart(element.attribute("r:id"), place()).ifPresent(this::add);
            case "cx:chart" ->
                references.extendedChart(element.attribute("r:id"), place()).ifPresent(this::add);
            case "dgm:relIds" ->
                references
                        .diagram(element.attribute("r:dm"), place())
                        .forEach(text -> add(dev.assay.extract.draft.Piece.text(text)));
            case "p:oleObj" -> references.object(element.attribute("r:id"), element.attribute("progId", ""), place());
            case "a:wavAudioFile", "p14:media" -> references.media(element.attribute("r:embed"), place());
            case "a:videoFile", "a:audioFile", "a:quickTimeFile" ->
                references.media(element.attribute("r:link"), place());
            default -> {}
        }
    }

    private void link(Markup element) {
        links.at(element, name());
    }

    private void add(dev.assay.extract.draft.Piece piece) {
        pieces.add((text, place, layer) -> piece.write(text.draft(), place, layer));
    }

    private void described(Markup properties) {
        if (name != null) {
            return;
        }
        name = properties.attribute("name", "");
        id = properties.attribute("id", "");
        hidden = properties.flag("hidden", false);
        String words = properties.attribute("descr", "");
        description = words.isBlank() ? properties.attribute("title", "") : words;
    }

    private void position(Markup element) throws XMLStreamException, IOException {
        int angle = Math.floorMod(element.number("rot", 0), HALF_TURN);
        SlideBox read = SlideBox.read(element);
        if (box == null) {
            box = read;
            onItsSide = angle >= HALF_TURN / 4 && angle < HALF_TURN * 3 / 4;
        }
    }

    private void property(Markup property) throws XMLStreamException, IOException {
        switch (property.name()) {
            case "a:xfrm" -> position(property);
            case "a:blipFill" -> {
                fill = new Paint.Mixed();
                pictures.add(SlidePicture.read(property, this::link));
            }
            default -> fill = Paint.read(property).orElse(fill);
        }
    }

    private void reference(Markup reference) throws XMLStreamException, IOException {
        if (reference.name().equals("a:fillRef")) {
            themedFill = Paint.themed(reference);
        } else if (reference.name().equals("a:fontRef")) {
            themed = SlideColour.inside(reference)
                    .map(colour -> TextLook.NONE.painted(new Paint.Plain(colour)))
                    .orElse(TextLook.NONE);
        }
    }

    private void paragraph(Markup element) throws XMLStreamException, IOException {
        SlideParagraph paragraph = new SlideParagraph(this::link);
        paragraphs.add(paragraph);
        paragraph.read(element);
    }

    private void table(Markup element) throws XMLStreamException, IOException {
        SlideTable table = new SlideTable(this::link, pictures::add);
        pieces.add(table);
        table.read(element);
    }

    /// Records its images.
    ///
    /// @param shown where it is on the slide; null where that is not known
    void recordPictures(@Nullable SlideBox shown) throws IOException {
        for (SlidePicture picture : pictures) {
            picture.record(links.references(), shown, alternative(), place());
        }
    }

    /// The text for those who do not see it: empty where it is marked as decoration, null where there is
    /// none.
    private @Nullable String alternative() {
        return decorative ? "" : description.isBlank() ? null : description;
    }

    Place place() {
        return links.place(name());
    }

    String name() {
        return name == null ? "" : name;
    }

    /// What comments and animations name it by.
    String id() {
        return id;
    }

    String description() {
        return description;
    }

    @Nullable
    SlidePlaceholder placeholder() {
        return placeholder;
    }

    /// Where the shape says it is, in its group's measures.
    Optional<SlideBox> box() {
        return Optional.ofNullable(box);
    }

    /// Whether it is turned so far that it is as wide as it says it is high.
    boolean onItsSide() {
        return onItsSide;
    }

    /// What it says it is filled with.
    Optional<Paint> fill() {
        return Optional.ofNullable(fill == null ? themedFill : fill);
    }

    List<SlideParagraph> paragraphs() {
        return paragraphs;
    }

    List<SlidePiece> pieces() {
        return pieces;
    }

    /// What it says of a level of its text, counted from 0.
    TextLook look(int level) {
        return style.at(level).or(themed);
    }

    SlideTextStyle style() {
        return style;
    }

    /// By how much its text is made smaller to fit.
    double textScale() {
        return textScale;
    }

    boolean hidden() {
        return hidden;
    }

    boolean image() {
        return !pictures.isEmpty();
    }

    /// All its text on one line; not to be asked for while the shape is being read.
    String words() {
        if (words == null) {
            words = paragraphs.stream()
                    .map(SlideParagraph::text)
                    .collect(Collectors.joining(" "))
                    .replace('\n', ' ')
                    .strip();
        }
        return words;
    }

    /// How much text it holds, in UTF-16 units; a table, chart or diagram counts as long.
    int length() {
        return words().length() + pieces.size() * LENGTH_OF_PIECE;
    }

    boolean holdsText() {
        return !words().isEmpty() || !pieces.isEmpty();
    }

    /// Whether it shows the number of its slide and nothing else.
    boolean isSlideNumber() {
        List<SlideRun> runs = paragraphs.stream()
                .flatMap(paragraph -> paragraph.runs().stream())
                .filter(run -> !run.text().isBlank())
                .toList();
        return pieces.isEmpty() && !runs.isEmpty() && runs.stream().allMatch(SlideRun::isSlideNumber);
    }
}
