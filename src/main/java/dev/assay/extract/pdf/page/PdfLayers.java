package dev.assay.extract.pdf.page;

import dev.assay.document.Fact;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/// The layers of a file, called optional content (ISO 32000-1, 8.11), and which of them are shown when a viewer
/// opens it.
public final class PdfLayers {
    private static final int MOST_LAYERS = 1_000;
    private static final int DEEPEST = 20;
    private static final int MOST_STEPS = 10_000;

    private final Map<COSDictionary, Boolean> shown = new IdentityHashMap<>();
    private final Map<COSDictionary, String> hidden = new IdentityHashMap<>();
    private final List<COSDictionary> layers = new ArrayList<>();
    private int steps;

    private PdfLayers() {}

    /// Reads the default configuration.
    public static PdfLayers of(PDDocument document) {
        PdfLayers layers = new PdfLayers();
        COSDictionary properties = document.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.OCPROPERTIES);
        if (properties != null) {
            layers.read(properties);
        }
        return layers;
    }

    private void read(COSDictionary properties) {
        COSDictionary configuration = properties.getCOSDictionary(COSName.D);
        boolean base = configuration == null || !"OFF".equals(configuration.getNameAsString(COSName.BASE_STATE));
        each(properties.getCOSArray(COSName.OCGS), layer -> {
            if (shown.putIfAbsent(layer, base) == null) {
                layers.add(layer);
            }
        });
        if (configuration != null) {
            each(configuration.getCOSArray(COSName.getPDFName("ON")), layer -> shown.put(layer, true));
            each(configuration.getCOSArray(COSName.OFF), layer -> shown.put(layer, false));
            each(configuration.getCOSArray(COSName.AS), this::usage);
        }
    }

    /// What is decided by the purpose a file is opened for: here, to look at it.
    private void usage(COSDictionary application) {
        if ("View".equals(application.getNameAsString(COSName.getPDFName("Event")))) {
            each(application.getCOSArray(COSName.OCGS), layer -> {
                COSDictionary usage = layer.getCOSDictionary(COSName.getPDFName("Usage"));
                COSDictionary view = usage == null ? null : usage.getCOSDictionary(COSName.getPDFName("View"));
                String state = view == null ? null : view.getNameAsString(COSName.getPDFName("ViewState"));
                if (state != null) {
                    shown.put(layer, !state.equals("OFF"));
                }
            });
        }
    }

    private static void each(@Nullable COSArray array, java.util.function.Consumer<COSDictionary> action) {
        for (int i = 0; array != null && i < Math.min(array.size(), MOST_LAYERS); i++) {
            if (array.getObject(i) instanceof COSDictionary dictionary) {
                action.accept(dictionary);
            }
        }
    }

    /// In the order the file lists them; at most a thousand.
    public List<Fact.ContentLayer> facts() {
        return layers.stream()
                .map(layer -> new Fact.ContentLayer(name(layer), shown.getOrDefault(layer, true)))
                .toList();
    }

    /// The layer that keeps content from being shown.
    ///
    /// @param member a layer, or what says how several are taken together; null where there is none
    /// @return its name; null where the content is shown
    public @Nullable String hidden(@Nullable COSDictionary member) {
        if (member == null) {
            return null;
        }
        String layer = hidden.computeIfAbsent(member, this::hiddenBy);
        return layer.isEmpty() ? null : layer;
    }

    private String hiddenBy(COSDictionary member) {
        steps = 0;
        if (isShown(member)) {
            return "";
        }
        COSBase groups = member.getDictionaryObject(COSName.OCGS);
        COSBase first = groups instanceof COSArray several && several.size() > 0 ? several.getObject(0) : groups;
        String name = name(first instanceof COSDictionary layer ? layer : member);
        return name.isEmpty() ? "unnamed" : name;
    }

    private static String name(COSDictionary layer) {
        return Objects.requireNonNullElse(layer.getString(COSName.NAME), "");
    }

    private boolean isShown(COSDictionary member) {
        if (!"OCMD".equals(member.getNameAsString(COSName.TYPE))) {
            return shown.getOrDefault(member, true);
        }
        COSArray expression = member.getCOSArray(COSName.getPDFName("VE"));
        if (expression != null) {
            return holds(expression, 0);
        }
        List<Boolean> states = new ArrayList<>();
        if (member.getDictionaryObject(COSName.OCGS) instanceof COSDictionary single) {
            states.add(shown.getOrDefault(single, true));
        }
        each(member.getCOSArray(COSName.OCGS), layer -> states.add(shown.getOrDefault(layer, true)));
        String policy = Objects.requireNonNullElse(member.getNameAsString(COSName.P), "AnyOn");
        return states.isEmpty()
                || switch (policy) {
                    case "AllOn" -> !states.contains(false);
                    case "AnyOff" -> states.contains(false);
                    case "AllOff" -> !states.contains(true);
                    default -> states.contains(true);
                };
    }

    private boolean holds(@Nullable COSBase expression, int depth) {
        if (expression instanceof COSDictionary layer) {
            return shown.getOrDefault(layer, true);
        }
        if (!(expression instanceof COSArray array) || array.size() < 2 || depth > DEEPEST || steps++ > MOST_STEPS) {
            return true;
        }
        boolean any =
                array.getObject(0) instanceof COSName name && name.getName().equals("Or");
        boolean not =
                array.getObject(0) instanceof COSName name && name.getName().equals("Not");
        if (not) {
            return !holds(array.getObject(1), depth + 1);
        }
        for (int i = 1; i < Math.min(array.size(), MOST_LAYERS); i++) {
            if (holds(array.getObject(i), depth + 1) == any) {
                return any;
            }
        }
        return !any;
    }
}
