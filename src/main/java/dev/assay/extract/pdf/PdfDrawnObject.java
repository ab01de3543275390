package dev.assay.extract.pdf;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.DrawObject;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDResources;

/// Tells of drawn images by their dictionaries, without making them; runs through drawn forms.
final class PdfDrawnObject extends org.apache.pdfbox.contentstream.operator.OperatorProcessor {
    private final DrawObject forms;
    private final Consumer<COSDictionary> images;

    PdfDrawnObject(PDFStreamEngine engine, Consumer<COSDictionary> images) {
        super(engine);
        this.forms = new DrawObject(engine);
        this.images = images;
    }

    @Override
    public void process(Operator operator, List<COSBase> operands) throws IOException {
        PDResources resources = getContext().getResources();
        if (resources != null && !operands.isEmpty() && operands.getFirst() instanceof COSName name) {
            COSDictionary objects = resources.getCOSObject().getCOSDictionary(COSName.XOBJECT);
            COSDictionary object = objects == null ? null : objects.getCOSDictionary(name);
            if (object == null && objects != null) {
                object = objects.getCOSStream(name);
            }
            if (object != null && COSName.IMAGE.equals(object.getCOSName(COSName.SUBTYPE))) {
                images.accept(object);
                return;
            }
        }
        forms.process(operator, operands);
    }

    @Override
    public String getName() {
        return forms.getName();
    }
}
