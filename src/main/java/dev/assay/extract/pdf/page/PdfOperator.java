package dev.assay.extract.pdf.page;

import java.util.List;
import java.util.function.BiConsumer;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorProcessor;
import org.apache.pdfbox.cos.COSBase;

/// Hands an instruction of a page to a method.
final class PdfOperator extends OperatorProcessor {
    private final String name;
    private final BiConsumer<Operator, List<COSBase>> action;

    PdfOperator(PDFStreamEngine engine, String name, BiConsumer<Operator, List<COSBase>> action) {
        super(engine);
        this.name = name;
        this.action = action;
    }

    @Override
    public void process(Operator operator, List<COSBase> operands) {
        action.accept(operator, operands);
    }

    @Override
    public String getName() {
        return name;
    }
}
