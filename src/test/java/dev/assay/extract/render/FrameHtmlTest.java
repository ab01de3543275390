package dev.assay.extract.render;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.Payloads;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What may stand in a frame, from both sides: what is written is allowed, and what is not written is refused.
final class FrameHtmlTest {
    private static final List<String> REFUSED = List.of(
            "<script>alert(1)</script>",
            "<div onclick=\"alert(1)\"></div>",
            "<div style=\"position:fixed\"></div>",
            "<div id=\"top\"></div>",
            "<div class='x'></div>",
            "<div class=x></div>",
            "<div class=\"x\"y=\"1\"></div>",
            "<div class=\"x\" class=\"y\"></div>",
            "<div  class=\"x\"></div>",
            "<div class=\"x\" ></div>",
            "<div class=\"\"></div>",
            "<div class=\"X\"></div>",
            "<DIV></DIV>",
            "<div",
            "<div></p>",
            "<div><p></div></p>",
            "</div>",
            "<div>",
            "<div/>",
            "<>",
            "< div></div>",
            "a > b",
            "a & b",
            "&nbsp;",
            "&#60;script>",
            "&amp",
            "<!-- -->",
            "<![CDATA[x]]>",
            "<?xml version=\"1.0\"?>",
            "<a href=\"#\"></a>",
            "<svg href=\"data:image/png;base64,AA==\"></svg>",
            "<image href=\"javascript:alert(1)\"></image>",
            "<image href=\"//evil.example/x.png\"></image>",
            "<image href=\"data:image/svg+xml;base64,AA==\"></image>",
            "<image href=\"data:image/png;base64,AA==#x\"></image>",
            "<rect x=\"1e9\"></rect>",
            "<rect x=\"calc(1)\"></rect>",
            "<p title=\"&#x22;\"></p>",
            "<p>\u0000</p>",
            "<p>\u001B[2J</p>");

    @Test
    void whatFramesDoNotHold_isRefused() {
        assertAll(REFUSED.stream().map(text -> () -> assertFalse(FrameHtml.isSafe(text), text)));
    }

    @Test
    void whatFramesHold_isAllowed() {
        String fragment =
                "<div class=\"frame slide\">\n<p class=\"where\" dir=\"auto\">5 &lt; 7 &amp; &quot;x&quot;</p>"
                        + "<svg viewBox=\"0 0 720 -0.5\"><rect x=\"1.25\"></rect>"
                        + "<image href=\"data:image/png;base64,iVBO+/Rw==\"></image></svg></div>\n";
        assertTrue(FrameHtml.isSafe(fragment));
        assertTrue(FrameHtml.isSafe(""));
        assertTrue(FrameHtml.isSafe("text only"));
    }

    @Test
    void payloads_stayText() {
        assertAll(Payloads.ALL.stream().map(payload -> () -> {
            String fragment = new FrameWriter()
                    .open("p", "title", payload)
                    .text(payload)
                    .close()
                    .finish();
            assertTrue(FrameHtml.isSafe(fragment), fragment);
            assertEquals(2, fragment.chars().filter(c -> c == '<').count(), fragment);
        }));
    }

    @Test
    void charactersThatReorderOthers_areWrittenOut() {
        assertEquals(
                "<p>[U+202E]gnp.exe [U+0000][U+D800]\n</p>\n",
                new FrameWriter().element("p", "\u202Egnp.exe \u0000\uD800\n").finish());
    }

    @Test
    void whatIsNotAllowed_cannotBeWritten() {
        FrameWriter writer = new FrameWriter();
        assertThrows(IllegalStateException.class, () -> writer.open("script"));
        assertThrows(IllegalStateException.class, () -> writer.open("div", "onclick", "x"));
        assertThrows(IllegalStateException.class, () -> writer.open("div", "class", "\"><script>"));
        assertThrows(IllegalStateException.class, () -> writer.open("image", "href", "javascript:alert(1)"));
    }

    @Test
    void numbers_areShortAndNeverStrange() {
        assertEquals("0", FrameWriter.number(-0.0));
        assertEquals("12.35", FrameWriter.number(12.3456));
        assertEquals("-7", FrameWriter.number(-7));
        assertEquals("0", FrameWriter.number(Double.NaN));
        assertEquals("999999", FrameWriter.number(1e300));
        assertEquals("0", FrameWriter.number(Double.POSITIVE_INFINITY));
    }
}
