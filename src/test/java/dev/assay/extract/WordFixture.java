package dev.assay.extract;

import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.Fact;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFComment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRunTrackChange;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/// Writes a document as `.docx`: headings by style, entries by numbering, tables, footers, footnotes, comments.
final class WordFixture {
    private static final int MOST_LEVELS = 9;
    private static final String AUTHOR = "Ann Lee";

    private final Document document;
    private final XWPFDocument word;
    private final BigInteger bullets;
    private int comments;

    private WordFixture(Document document, XWPFDocument word) {
        this.document = document;
        this.word = word;
        for (int level = 1; level <= MOST_LEVELS; level++) {
            word.createStyles().addStyle(headingStyle(level));
        }
        this.bullets =
                word.createNumbering().addNum(word.getNumbering().addAbstractNum(new XWPFAbstractNum(bullets())));
    }

    static byte[] write(Document document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XWPFDocument word = new XWPFDocument()) {
            WordFixture fixture = new WordFixture(document, word);
            document.blocks().forEach(fixture::write);
            for (Fact fact : document.facts()) {
                if (!(fact instanceof Fact.Font) && !PackageFacts.write(word, fact)) {
                    throw FixtureFormat.unfit(fact);
                }
            }
            word.write(out);
        }
        return out.toByteArray();
    }

    private void write(Block block) {
        switch (block.layer()) {
            case BODY -> body(block);
            case HEADER -> text(word.createHeader(HeaderFooterType.DEFAULT).createParagraph(), block);
            case FOOTER -> text(word.createFooter(HeaderFooterType.DEFAULT).createParagraph(), block);
            case FOOTNOTE -> text(word.createFootnote().createParagraph(), block);
            case COMMENT -> text(comment().createParagraph(), block);
            case HIDDEN -> run(word.createParagraph(), block).setVanish(true);
            case DELETED -> deletion(word.createParagraph(), block);
            case INSERTED -> insertion(word.createParagraph(), block);
            case SPEAKER_NOTE, ENDNOTE, ALT_TEXT, METADATA, MASTER, QUOTED -> throw FixtureFormat.unfit(block.layer());
        }
    }

    private XWPFComment comment() {
        if (word.getDocComments() == null) {
            word.createComments();
        }
        return word.getDocComments().createComment(BigInteger.valueOf(comments++));
    }

    private void body(Block block) {
        switch (block) {
            case Block.Heading heading -> {
                XWPFParagraph paragraph = word.createParagraph();
                paragraph.setStyle("Heading" + heading.level());
                text(paragraph, block);
            }
            case Block.Paragraph paragraph -> text(word.createParagraph(), paragraph);
            case Block.ListItem item -> {
                XWPFParagraph paragraph = word.createParagraph();
                paragraph.setNumID(bullets);
                paragraph.setNumILvl(BigInteger.valueOf(item.level() - 1L));
                text(paragraph, block);
            }
            case Block.Table table -> table(table);
        }
    }

    private void table(Block.Table table) {
        int columns =
                table.rows().stream().mapToInt(row -> row.cells().size()).max().orElse(1);
        XWPFTable made = word.createTable(table.rows().size(), columns);
        for (int row = 0; row < table.rows().size(); row++) {
            List<Block.Cell> cells = table.rows().get(row).cells();
            for (int column = 0; column < cells.size(); column++) {
                made.getRow(row)
                        .getCell(column)
                        .setText(document.text(cells.get(column).span()));
            }
        }
    }

    private void text(XWPFParagraph paragraph, Block block) {
        run(paragraph, block);
    }

    private XWPFRun run(XWPFParagraph paragraph, Block block) {
        XWPFRun run = paragraph.createRun();
        run.setText(document.text(block));
        document.facts(Fact.Font.class).forEach(font -> run.setFontFamily(font.name()));
        return run;
    }

    private void insertion(XWPFParagraph paragraph, Block block) {
        CTRunTrackChange change = paragraph.getCTP().addNewIns();
        change.setAuthor(AUTHOR);
        change.addNewR().addNewT().setStringValue(document.text(block));
    }

    private void deletion(XWPFParagraph paragraph, Block block) {
        CTRunTrackChange change = paragraph.getCTP().addNewDel();
        change.setAuthor(AUTHOR);
        change.addNewR().addNewDelText().setStringValue(document.text(block));
    }

    private static XWPFStyle headingStyle(int level) {
        CTStyle style = CTStyle.Factory.newInstance();
        style.setType(STStyleType.PARAGRAPH);
        style.setStyleId("Heading" + level);
        style.addNewName().setVal("heading " + level);
        style.addNewPPr().addNewOutlineLvl().setVal(BigInteger.valueOf(level - 1L));
        return new XWPFStyle(style);
    }

    private static CTAbstractNum bullets() {
        CTAbstractNum numbering = CTAbstractNum.Factory.newInstance();
        numbering.setAbstractNumId(BigInteger.ZERO);
        for (int level = 0; level < MOST_LEVELS; level++) {
            CTLvl each = numbering.addNewLvl();
            each.setIlvl(BigInteger.valueOf(level));
            each.addNewNumFmt().setVal(STNumberFormat.BULLET);
            each.addNewLvlText().setVal("\u2022");
        }
        return numbering;
    }
}
