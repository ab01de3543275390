package dev.assay.extract.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.extract.Reading;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.swing.text.MutableAttributeSet;
import javax.swing.text.html.HTML;
import javax.swing.text.html.HTMLEditorKit;
import javax.swing.text.html.parser.ParserDelegator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Opens each original at the place alone, with another reader, and finds the quote there.
final class MailPlacesTest {
    private static final String TEXT = """
            Wave 7 is attached.
            Its base is 412.

            On 2 Nov 2026, A. Jones <a@example.org> wrote:
            > Where is wave 7?
            >
            > We wait.

            Regards
            """;

    private static final String PAGE = "<html><body><h1>Wave 7</h1><p>Its base is <b>412</b>.</p><ul><li>North</li>"
            + "<li>South</li></ul><table><tr><td>Region</td><td>Base</td></tr><tr><td>North</td><td>100</td></tr></table>"
            + "<p>Regards</p><blockquote><p>Where is wave 7?</p><p>We wait.</p></blockquote></body></html>";

    @TempDir
    Path folder;

    @Test
    void linesOfThePlainText_leadToTheQuote() throws IOException {
        byte[] mail = Eml.of(Eml.HEAD + "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n"
                + Base64.getMimeEncoder().encodeToString(TEXT.getBytes(StandardCharsets.UTF_8)));
        Document document = Reading.document(folder, mail, "a.eml");

        String original = new String(mail, StandardCharsets.ISO_8859_1);
        String body = original.substring(original.indexOf("\r\n\r\n") + 4);
        List<String> lines = new String(Base64.getMimeDecoder().decode(body), StandardCharsets.UTF_8)
                .lines()
                .toList();
        Set<Layer> seen = new TreeSet<>();
        for (Block block : document.blocks()) {
            if (block.place() instanceof Place.Line line) {
                seen.add(block.layer());
                String first = document.text(block).lines().findFirst().orElseThrow();
                assertTrue(lines.get(line.line() - 1).endsWith(first), first);
            }
        }
        assertEquals(Set.of(Layer.BODY, Layer.QUOTED), seen);
    }

    @Test
    void numbersOfTheHtml_leadToTheQuote() throws IOException {
        Document document = Reading.document(folder, Eml.single("text/html", PAGE), "a.eml");
        List<String> shown = shown(PAGE);
        Set<Layer> seen = new TreeSet<>();
        for (Block block : document.blocks()) {
            if (block.layer() != Layer.METADATA) {
                seen.add(block.layer());
                int number = assertInstanceOf(Place.Paragraph.class, block.place()).number();
                assertEquals(document.text(block).replaceAll("\\s", " "), shown.get(number - 1));
            }
        }
        assertEquals(Set.of(Layer.BODY, Layer.QUOTED), seen);
    }

    @Test
    void partsLeadToTheAttachment_andThePlaceInsideIt() throws IOException {
        String csv = "Region,Base\nNorth,100\n";
        String part = Eml.attachment("a.csv", csv.getBytes(StandardCharsets.UTF_8));
        byte[] mail = Eml.multipart("mixed", Eml.text("x"), part);
        Document document = Reading.document(folder, mail, "a.eml");
        Place.Part place = assertInstanceOf(
                Place.Part.class, document.placeAt(document.text().indexOf("100")));

        String original = new String(mail, StandardCharsets.ISO_8859_1);
        int at = original.indexOf("\r\n\r\n", original.indexOf("filename=\"" + place.path())) + 4;
        String decoded = new String(
                Base64.getMimeDecoder().decode(original.substring(at, original.indexOf("\r\n--", at))),
                StandardCharsets.UTF_8);
        assertEquals(new Place.Cell("1", "B2"), place.within());
        assertEquals("100", decoded.split("\n")[1].split(",")[1]);
    }

    /// The text of each block of a page, by the parser of the JDK; the cells of a table are one.
    private static List<String> shown(String page) throws IOException {
        List<String> blocks = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        new ParserDelegator()
                .parse(
                        new StringReader(page),
                        new HTMLEditorKit.ParserCallback() {
                            private boolean inTable;

                            @Override
                            public void handleText(char[] words, int at) {
                                open.append(words);
                            }

                            @Override
                            public void handleStartTag(HTML.Tag tag, MutableAttributeSet attributes, int at) {
                                end(tag);
                                inTable |= tag == HTML.Tag.TABLE;
                            }

                            @Override
                            public void handleEndTag(HTML.Tag tag, int at) {
                                inTable &= tag != HTML.Tag.TABLE;
                                end(tag);
                                open.append(tag == HTML.Tag.TD ? " " : "");
                            }

                            private void end(HTML.Tag tag) {
                                if (!inTable && tag.breaksFlow() && !open.toString().isBlank()) {
                                    blocks.add(open.toString().strip().replaceAll("\\s+", " "));
                                    open.setLength(0);
                                }
                            }
                        },
                        true);
        return blocks;
    }
}
