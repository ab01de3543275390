package dev.assay.extract.pdf.page;

import java.util.List;
import org.apache.pdfbox.contentstream.operator.markedcontent.BeginMarkedContentSequence;
import org.apache.pdfbox.contentstream.operator.markedcontent.BeginMarkedContentSequenceWithProperties;
import org.apache.pdfbox.contentstream.operator.markedcontent.EndMarkedContentSequence;
import org.apache.pdfbox.contentstream.operator.state.Concatenate;
import org.apache.pdfbox.contentstream.operator.state.Restore;
import org.apache.pdfbox.contentstream.operator.state.Save;
import org.apache.pdfbox.contentstream.operator.state.SetGraphicsStateParameters;
import org.apache.pdfbox.contentstream.operator.state.SetMatrix;
import org.apache.pdfbox.contentstream.operator.text.BeginText;
import org.apache.pdfbox.contentstream.operator.text.EndText;
import org.apache.pdfbox.contentstream.operator.text.MoveText;
import org.apache.pdfbox.contentstream.operator.text.MoveTextSetLeading;
import org.apache.pdfbox.contentstream.operator.text.NextLine;
import org.apache.pdfbox.contentstream.operator.text.SetCharSpacing;
import org.apache.pdfbox.contentstream.operator.text.SetFontAndSize;
import org.apache.pdfbox.contentstream.operator.text.SetTextHorizontalScaling;
import org.apache.pdfbox.contentstream.operator.text.SetTextLeading;
import org.apache.pdfbox.contentstream.operator.text.SetTextRenderingMode;
import org.apache.pdfbox.contentstream.operator.text.SetTextRise;
import org.apache.pdfbox.contentstream.operator.text.SetWordSpacing;
import org.apache.pdfbox.contentstream.operator.text.ShowText;
import org.apache.pdfbox.contentstream.operator.text.ShowTextAdjusted;
import org.apache.pdfbox.contentstream.operator.text.ShowTextLine;
import org.apache.pdfbox.contentstream.operator.text.ShowTextLineAndSpace;

/// The instructions of a page's content that are followed; all others are passed over.
final class PdfOperators {
    private static final List<String> PATHS =
            List.of("m", "l", "re", "c", "v", "y", "h", "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "n");

    private PdfOperators() {}

    /// @param watched whether what is seen of the text matters, and with it colours and what is cut off
    static void addAll(PdfPages engine, boolean watched) {
        List.of(
                        new BeginText(engine),
                        new EndText(engine),
                        new Concatenate(engine),
                        new Save(engine),
                        new Restore(engine),
                        new SetGraphicsStateParameters(engine),
                        new SetMatrix(engine),
                        new MoveText(engine),
                        new MoveTextSetLeading(engine),
                        new NextLine(engine),
                        new SetFontAndSize(engine),
                        new SetCharSpacing(engine),
                        new SetWordSpacing(engine),
                        new SetTextHorizontalScaling(engine),
                        new SetTextLeading(engine),
                        new SetTextRise(engine),
                        new SetTextRenderingMode(engine),
                        new ShowText(engine),
                        new ShowTextAdjusted(engine),
                        new ShowTextLine(engine),
                        new ShowTextLineAndSpace(engine),
                        new BeginMarkedContentSequence(engine),
                        new BeginMarkedContentSequenceWithProperties(engine),
                        new EndMarkedContentSequence(engine))
                .forEach(engine::addOperator);
        PATHS.forEach(name -> engine.addOperator(new PdfOperator(engine, name, engine::path)));
        if (watched) {
            List.of("W", "W*").forEach(name -> engine.addOperator(new PdfOperator(engine, name, engine::path)));
            FillColour.OPERATORS.stream()
                    .sorted()
                    .forEach(name -> engine.addOperator(new PdfOperator(engine, name, engine::colour)));
            engine.addOperator(new PdfOperator(engine, "sh", engine::shading));
        }
    }
}
