package dev.assay.extract.slides;

import dev.assay.document.Document;
import dev.assay.document.Fact;
import dev.assay.extract.BlockLines;
import dev.assay.extract.PackageFixture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Pieces of presentations, and what they are read as.
final class DeckFixture {
    static final String MAIN = "ppt/presentation.xml";
    static final String SLIDE = "ppt/slides/slide1.xml";
    static final String LAYOUT = "ppt/slideLayouts/slideLayout1.xml";
    static final String MASTER = "ppt/slideMasters/slideMaster1.xml";
    private static final String THEME = "ppt/theme/theme1.xml";

    private DeckFixture() {}

    static Document read(PackageFixture fixture, Path folder) throws IOException {
        return BlockLines.read(new PresentationReader(), fixture.write(folder.resolve("test.pptx")));
    }

    static <F extends Fact> List<F> facts(Document document, Class<F> type) {
        return document.facts(type).toList();
    }

    /// A shape of one paragraph.
    static String shape(String name, String placeholder, long x, long y, long width, long height, String text) {
        return shape(name, placeholder, position(x, y, width, height), "<a:r><a:t>" + text + "</a:t></a:r>");
    }

    /// A shape of one paragraph of runs.
    ///
    /// @param properties what stands in its `p:spPr`
    static String shape(String name, String placeholder, String properties, String runs) {
        return "<p:sp><p:nvSpPr><p:cNvPr id=\"7\" name=\"" + name + "\"/><p:nvPr>" + placeholder
                + "</p:nvPr></p:nvSpPr><p:spPr>" + properties + "</p:spPr><p:txBody><a:bodyPr/><a:p>" + runs
                + "</a:p></p:txBody></p:sp>";
    }

    static String position(long x, long y, long width, long height) {
        return "<a:xfrm><a:off x=\"" + x + "\" y=\"" + y + "\"/><a:ext cx=\"" + width + "\" cy=\"" + height
                + "\"/></a:xfrm>";
    }

    /// A frame of a table, chart or object.
    static String frame(String name, long y, String content) {
        return "<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id=\"3\" name=\"" + name
                + "\"/></p:nvGraphicFramePr><p:xfrm><a:off x=\"0\" y=\"" + y
                + "\"/><a:ext cx=\"900000\" cy=\"100\"/></p:xfrm><a:graphic><a:graphicData>" + content
                + "</a:graphicData></a:graphic></p:graphicFrame>";
    }

    /// A deck of one slide with a layout, a master and a theme.
    static PackageFixture withMaster(String slide, String layout, String master) {
        return PackageFixture.slide("", slide)
                .relate(SLIDE, "rId1", "slideLayout", "../slideLayouts/slideLayout1.xml")
                .relate(LAYOUT, "rId1", "slideMaster", "../slideMasters/slideMaster1.xml")
                .relate(MASTER, "rId1", "theme", "../theme/theme1.xml")
                .relate(MASTER, "rId2", "slideLayout", "../slideLayouts/slideLayout1.xml")
                .relate(MAIN, "rId50", "slideMaster", "slideMasters/slideMaster1.xml")
                .element(LAYOUT, "p:sldLayout", tree(layout))
                .element(
                        MASTER,
                        "p:sldMaster",
                        tree(master)
                                + "<p:clrMap bg1=\"lt1\" tx1=\"dk1\" bg2=\"lt2\""
                                + " tx2=\"dk2\"/><p:txStyles><p:titleStyle>"
                                + level("<a:buNone/>", "+mj-lt") + "</p:titleStyle><p:bodyStyle>"
                                + level("<a:buChar char=\"-\"/>", "+mn-lt") + "</p:bodyStyle><p:otherStyle>"
                                + level("", "+mn-lt") + "</p:otherStyle></p:txStyles>")
                .element(
                        THEME,
                        "a:theme",
                        "<a:themeElements><a:clrScheme name=\"T\"><a:dk1><a:sysClr val=\"windowText\""
                            + " lastClr=\"000000\"/></a:dk1><a:lt1><a:srgbClr"
                            + " val=\"FFFFFF\"/></a:lt1><a:dk2><a:srgbClr"
                            + " val=\"1F497D\"/></a:dk2><a:accent1><a:srgbClr"
                            + " val=\"4F81BD\"/></a:accent1></a:clrScheme><a:fontScheme><a:majorFont><a:latin"
                            + " typeface=\"Cambria\"/></a:majorFont><a:minorFont><a:latin typeface=\"Calibri\"/><a:ea"
                            + " typeface=\"Yu"
                            + " Gothic\"/></a:minorFont></a:fontScheme><a:fmtScheme><a:fillStyleLst><a:solidFill><a:schemeClr"
                            + " val=\"phClr\"/></a:solidFill></a:fillStyleLst><a:bgFillStyleLst><a:solidFill><a:schemeClr"
                            + " val=\"phClr\"/></a:solidFill></a:bgFillStyleLst></a:fmtScheme></a:themeElements>");
    }

    private static String tree(String shapes) {
        return shapes.startsWith("<p:cSld>") ? shapes : "<p:cSld><p:spTree>" + shapes + "</p:spTree></p:cSld>";
    }

    private static String level(String bullet, String font) {
        return "<a:lvl1pPr>" + bullet + "<a:defRPr sz=\"1800\"><a:solidFill><a:schemeClr"
                + " val=\"tx1\"/></a:solidFill><a:latin typeface=\"" + font
                + "\"/><a:ea typeface=\"+mn-ea\"/></a:defRPr></a:lvl1pPr>";
    }
}
