package dev.assay.extract.office;

import dev.assay.extract.xml.Markup;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Lengths as text documents write them: a whole number in the property's own unit, or a number with a unit of
/// its own (`2.5cm`), as strict files do (ISO/IEC 29500-1, 22.9.2.15).
public final class Measure {
    private static final double TWIPS_PER_POINT = 20;
    private static final Pattern WITH_UNIT = Pattern.compile("(-?[0-9]{1,9}(?:\\.[0-9]{1,9})?)(mm|cm|in|pt|pc|pi)");
    private static final Map<String, Double> POINTS =
            Map.of("mm", 72 / 25.4, "cm", 72 / 2.54, "in", 72.0, "pt", 1.0, "pc", 12.0, "pi", 12.0);

    private Measure() {}

    /// A length in points that an attribute gives in twentieths of a point.
    public static double points(Markup element, String attribute, double otherwise) {
        String value = element.attribute(attribute, "").strip();
        if (value.matches("-?[0-9]{1,9}")) {
            return Integer.parseInt(value) / TWIPS_PER_POINT;
        }
        return withUnit(value, otherwise);
    }

    /// A length in points from a number with a unit, such as `2.5cm`.
    public static double withUnit(String value, double otherwise) {
        Matcher matcher = WITH_UNIT.matcher(value);
        return matcher.matches() ? Double.parseDouble(matcher.group(1)) * POINTS.get(matcher.group(2)) : otherwise;
    }

    /// A size in half points, as `w:sz` says it; null where it says none.
    static @Nullable Integer halfPoints(Markup size) {
        int number = size.number("w:val", -1);
        if (number >= 0) {
            return number;
        }
        double points = withUnit(size.attribute("w:val", ""), -1);
        return points < 0 ? null : (int) Math.round(points * 2);
    }
}
