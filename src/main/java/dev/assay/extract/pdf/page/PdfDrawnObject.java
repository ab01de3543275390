package dev.assay.extract.pdf.page;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.DrawObject;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorProcessor;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDResources;
import org.jspecify.annotations.Nullable;

/// Tells of drawn images by their dictionaries, without making them; runs through drawn forms.
final class PdfDrawnObject extends OperatorProcessor {
    private final DrawObject forms;
    private final Listener listener;

    /// Is told what is drawn.
    interface Listener {
        void image(COSDictionary image);

        /// A form begins; what it returns is handed to [#formEnds].
        int formBegins(@Nullable COSDictionary form);

        void formEnds(int depth);
    }

    PdfDrawnObject(PDFStreamEngine engine, Listener listener) {
        super(engine);
        this.forms = new DrawObject(engine);
        this.listener = listener;
    }

    @Override
    public void process(Operator operator, List<COSBase> operands) throws IOException {
        COSDictionary object = object(operands);
        if (object != null && COSName.IMAGE.equals(object.getCOSName(COSName.SUBTYPE))) {
            listener.image(object);
            return;
        }
        int depth = listener.formBegins(object);
        try {
            forms.process(operator, operands);
        } finally {
            listener.formEnds(depth);
        }
    }

    private @Nullable COSDictionary object(List<COSBase> operands) {
        PDResources resources = getContext().getResources();
        if (resources == null || operands.isEmpty() || !(operands.getFirst() instanceof COSName name)) {
            return null;
        }
        COSDictionary objects = resources.getCOSObject().getCOSDictionary(COSName.XOBJECT);
        return objects != null && objects.getDictionaryObject(name) instanceof COSDictionary object ? object : null;
    }

    @Override
    public String getName() {
        return forms.getName();
    }
}
