package dev.assay.extract.pdf.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.jspecify.annotations.Nullable;

/// Looks into PDF objects without minding what is missing or of another type.
final class PdfObjects {
    private static final int LONGEST_TEXT = 1_000_000;

    private PdfObjects() {}

    /// The elements of an array, references followed; empty where there is no array.
    static List<COSBase> elements(@Nullable COSBase value) {
        List<COSBase> elements = new ArrayList<>();
        if (value instanceof COSArray array) {
            for (int i = 0; i < array.size(); i++) {
                COSBase element = array.getObject(i);
                if (element != null) {
                    elements.add(element);
                }
            }
        }
        return elements;
    }

    /// A text, also where it is kept in a stream; null where there is none.
    static @Nullable String text(@Nullable COSBase value) {
        COSBase direct = value instanceof COSObject reference ? reference.getObject() : value;
        if (direct instanceof COSString string) {
            return string.getString();
        }
        if (direct instanceof COSStream stream && stream.getLength() <= LONGEST_TEXT) {
            return stream.toTextString();
        }
        return null;
    }

    /// The text of an entry, empty where there is none.
    static String text(COSDictionary dictionary, COSName key) {
        return Objects.requireNonNullElse(text(dictionary.getDictionaryObject(key)), "");
    }

    /// The name of an entry, empty where there is none.
    static String name(COSDictionary dictionary, COSName key) {
        return Objects.requireNonNullElse(dictionary.getNameAsString(key), "");
    }

    /// An entry that is inherited from the nodes above.
    static @Nullable COSBase inherited(COSDictionary node, COSName key) {
        COSDictionary at = node;
        for (int i = 0; i < 20 && at != null; i++) {
            COSBase value = at.getDictionaryObject(key);
            if (value != null) {
                return value;
            }
            at = at.getCOSDictionary(COSName.PARENT);
        }
        return null;
    }

    /// The numbers of an array; empty where one is none.
    static float[] numbers(@Nullable COSBase value) {
        List<COSBase> elements = elements(value);
        float[] numbers = new float[elements.size()];
        for (int i = 0; i < numbers.length; i++) {
            if (!(elements.get(i) instanceof COSNumber number)) {
                return new float[0];
            }
            numbers[i] = number.floatValue();
        }
        return numbers;
    }
}
