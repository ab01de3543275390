package dev.assay.extract.word;

import dev.assay.extract.xml.Markup;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;

/// A formula in one line, as it is typed (ISO/IEC 29500-1, 22.1): `(a+b)/2`, `10^6`, `√(x+1)`. What is stacked or
/// raised is told apart, so that no figure reads as another.
final class WordFormula {
    private static final String DEFAULT_OPERATOR = "\u222B";

    private WordFormula() {}

    /// The text of the formula at hand (`m:oMath`, `m:oMathPara`).
    ///
    /// @param deleted takes what tracked changes deleted
    static String text(Markup formula, StringBuilder deleted) throws XMLStreamException, IOException {
        StringBuilder text = new StringBuilder();
        formula.each(child -> text.append(shown(child, deleted)));
        return text.toString();
    }

    private static String shown(Markup element, StringBuilder deleted) throws XMLStreamException, IOException {
        return switch (element.name()) {
            case "m:t", "w:t" -> element.text();
            case "w:del", "w:moveFrom" -> {
                deleted.append(text(element, deleted));
                yield "";
            }
            case "w:delText" -> {
                deleted.append(element.text());
                yield "";
            }
            case "m:f", "m:sSup", "m:sSub", "m:sSubSup", "m:sPre", "m:rad", "m:nary", "m:d", "m:func", "m:acc" ->
                structure(element, deleted);
            case "m:limLow", "m:limUpp", "m:phant" -> structure(element, deleted);
            case "m:m" -> lines(element, deleted, "m:mr", "; ");
            case "m:mr" -> lines(element, deleted, "m:e", " ");
            case "m:eqArr" -> lines(element, deleted, "m:e", "\n");
            default -> element.name().endsWith("Pr") ? "" : text(element, deleted);
        };
    }

    private static String structure(Markup element, StringBuilder deleted) throws XMLStreamException, IOException {
        String name = element.name();
        Parts parts = new Parts();
        element.each(child -> {
            if (child.name().endsWith("Pr")) {
                child.each(property -> parts.properties.put(property.name(), property.attribute("m:val", "")));
            } else {
                parts.add(child.name(), text(child, deleted));
            }
        });
        return parts.shown(name);
    }

    private static String lines(Markup element, StringBuilder deleted, String part, String between)
            throws XMLStreamException, IOException {
        List<String> lines = new ArrayList<>();
        element.each(child -> {
            if (child.name().equals(part)) {
                lines.add(part.equals("m:mr") ? shown(child, deleted) : text(child, deleted));
            }
        });
        return String.join(between, lines);
    }

    /// The parts of a structure by their names.
    private static final class Parts {
        private final Map<String, String> properties = new HashMap<>();
        private final Map<String, String> texts = new HashMap<>();
        private final List<String> elements = new ArrayList<>();

        private void add(String name, String text) {
            if (name.equals("m:e")) {
                elements.add(text);
            } else {
                texts.put(name, text);
            }
        }

        private String shown(String structure) {
            String base = String.join("", elements);
            return switch (structure) {
                case "m:f" -> grouped(part("m:num")) + division() + grouped(part("m:den"));
                case "m:sSup", "m:sSub", "m:sSubSup" -> base + scripts();
                case "m:sPre" -> scripts() + base;
                case "m:rad" -> grouped(part("m:deg")) + "\u221A" + grouped(base);
                case "m:nary" -> properties.getOrDefault("m:chr", DEFAULT_OPERATOR) + scripts() + " " + base;
                case "m:d" ->
                    bracket("m:begChr", "(")
                            + String.join(bracket("m:sepChr", "|"), elements)
                            + bracket("m:endChr", ")");
                case "m:func" -> part("m:fName") + (base.startsWith("(") ? "" : " ") + base;
                case "m:limLow" -> base + "_" + grouped(part("m:lim"));
                case "m:limUpp" -> base + "^" + grouped(part("m:lim"));
                case "m:acc" -> base + (base.length() == 1 ? properties.getOrDefault("m:chr", "\u0302") : "");
                case "m:phant" ->
                    List.of("0", "off", "false").contains(properties.getOrDefault("m:show", "1")) ? "" : base;
                default -> base;
            };
        }

        private String part(String name) {
            return texts.getOrDefault(name, "");
        }

        private String bracket(String property, String usual) {
            return properties.getOrDefault(property, usual);
        }

        /// Without a bar it is no division: one stands over the other.
        private String division() {
            return "noBar".equals(properties.get("m:type")) ? " \u00A6 " : "/";
        }

        private String scripts() {
            String below = part("m:sub");
            String above = part("m:sup");
            return (below.isEmpty() ? "" : "_" + grouped(below)) + (above.isEmpty() ? "" : "^" + grouped(above));
        }

        private static String grouped(String text) {
            boolean single = text.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '.' || c == ',');
            return single ? text : "(" + text + ")";
        }
    }
}
