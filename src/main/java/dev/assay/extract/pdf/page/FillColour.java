package dev.assay.extract.pdf.page;

import dev.assay.extract.pdf.page.PaintState.ColourSpace;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.jspecify.annotations.Nullable;

/// Follows the instructions that set the colour of areas and letters, as far as a colour can be told without
/// colour management: gray, RGB and CMYK, also where a profile is given for them.
final class FillColour {
    static final Set<String> OPERATORS = Set.of("g", "rg", "k", "cs", "sc", "scn");

    private FillColour() {}

    /// The state after an instruction.
    static PaintState after(
            PaintState state, String operator, List<COSBase> operands, @Nullable PDResources resources) {
        return switch (operator) {
            case "g" -> set(state, ColourSpace.GRAY, operands);
            case "rg" -> set(state, ColourSpace.RGB, operands);
            case "k" -> set(state, ColourSpace.CMYK, operands);
            case "cs" -> space(state, operands, resources);
            default -> set(state, state.space(), operands);
        };
    }

    private static PaintState set(PaintState state, ColourSpace space, List<COSBase> operands) {
        float[] values = new float[operands.size()];
        for (int i = 0; i < values.length; i++) {
            if (!(operands.get(i) instanceof COSNumber number)) {
                return state.filledWith(space, PaintState.UNKNOWN);
            }
            values[i] = Math.clamp(number.floatValue(), 0, 1);
        }
        return state.filledWith(space, rgb(space, values));
    }

    private static int rgb(ColourSpace space, float[] values) {
        if (space == ColourSpace.GRAY && values.length == 1) {
            return rgb(values[0], values[0], values[0]);
        }
        if (space == ColourSpace.RGB && values.length == 3) {
            return rgb(values[0], values[1], values[2]);
        }
        if (space == ColourSpace.CMYK && values.length == 4) {
            float light = 1 - values[3];
            return rgb((1 - values[0]) * light, (1 - values[1]) * light, (1 - values[2]) * light);
        }
        return PaintState.UNKNOWN;
    }

    private static int rgb(float red, float green, float blue) {
        return Math.round(red * 255) << 16 | Math.round(green * 255) << 8 | Math.round(blue * 255);
    }

    private static PaintState space(PaintState state, List<COSBase> operands, @Nullable PDResources resources) {
        ColourSpace space = operands.isEmpty() ? ColourSpace.OTHER : space(operands.getFirst(), resources);
        // Every space but others starts with black.
        return state.filledWith(space, space == ColourSpace.OTHER ? PaintState.UNKNOWN : 0);
    }

    private static ColourSpace space(@Nullable COSBase value, @Nullable PDResources resources) {
        if (value instanceof COSName name) {
            ColourSpace device = named(name.getName());
            if (device != ColourSpace.OTHER || resources == null) {
                return device;
            }
            COSDictionary spaces = resources.getCOSObject().getCOSDictionary(COSName.COLORSPACE);
            COSBase found = spaces == null ? null : spaces.getDictionaryObject(name);
            return found instanceof COSName other ? named(other.getName()) : space(found, null);
        }
        if (value instanceof COSArray array && array.size() > 0 && array.getObject(0) instanceof COSName family) {
            boolean profile = family.getName().equals("ICCBased") && array.size() > 1;
            return profile && array.getObject(1) instanceof COSStream stream
                    ? components(stream.getInt(COSName.N))
                    : named(family.getName());
        }
        return ColourSpace.OTHER;
    }

    private static ColourSpace named(String name) {
        return switch (name) {
            case "DeviceGray", "CalGray", "G" -> ColourSpace.GRAY;
            case "DeviceRGB", "CalRGB", "RGB" -> ColourSpace.RGB;
            case "DeviceCMYK", "CMYK" -> ColourSpace.CMYK;
            default -> ColourSpace.OTHER;
        };
    }

    private static ColourSpace components(int count) {
        return switch (count) {
            case 1 -> ColourSpace.GRAY;
            case 3 -> ColourSpace.RGB;
            case 4 -> ColourSpace.CMYK;
            default -> ColourSpace.OTHER;
        };
    }
}
