package dev.assay.extract.slides;

import dev.assay.extract.xml.Markup;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/// What the colours of a slide stand for: its colour map, over its theme's scheme.
///
/// @param map    from what shapes say (`bg1`) to the scheme's names (`lt1`); what it does not name stays
/// @param scheme the theme's colours by name
record SlideColours(Map<String, String> map, Map<String, SlideColour> scheme) {
    private static final String[] SLOTS = {
        "bg1",
        "tx1",
        "bg2",
        "tx2",
        "accent1",
        "accent2",
        "accent3",
        "accent4",
        "accent5",
        "accent6",
        "hlink",
        "folHlink"
    };

    /// So near to each other that no reader tells them apart.
    private static final int MOST_DIFFERENCE = 16;
    private static final double FULL = 100_000;

    SlideColours {
        map = Map.copyOf(map);
        scheme = Map.copyOf(scheme);
    }

    /// Reads the map at hand (`p:clrMap`).
    static Map<String, String> map(Markup element) {
        Map<String, String> read = new HashMap<>();
        for (String slot : SLOTS) {
            read.put(slot, element.attribute(slot, slot));
        }
        return read;
    }

    /// Reads the map that a slide or layout sets in place of its master's, if it does (`p:clrMapOvr`).
    static Optional<Map<String, String>> overriding(Markup element) throws XMLStreamException, IOException {
        Map<String, String> read = new HashMap<>();
        element.each(child -> {
            if (child.name().equals("a:overrideClrMapping")) {
                read.putAll(map(child));
            }
        });
        return read.isEmpty() ? Optional.empty() : Optional.of(read);
    }

    /// Whether two colours cannot be told apart.
    boolean same(SlideColour one, SlideColour other) {
        if (base(one).equals(base(other))) {
            return true;
        }
        Optional<Channels> first = channels(one);
        Optional<Channels> second = channels(other);
        return first.isPresent() && second.isPresent() && first.get().isNear(second.get());
    }

    /// The colour with its scheme's name replaced by what that stands for, as far as it is known.
    private SlideColour base(SlideColour colour) {
        SlideColour opaque = colour.opaque();
        if (opaque.space() != SlideColour.Space.SCHEME) {
            return opaque;
        }
        String name = map.getOrDefault(opaque.value(), opaque.value());
        SlideColour known = scheme.getOrDefault(name, new SlideColour(SlideColour.Space.SCHEME, name, List.of()));
        return new SlideColour(known.space(), known.value(), opaque.changes());
    }

    /// Empty where the base is not known or a change is of another kind than the common ones.
    private Optional<Channels> channels(SlideColour colour) {
        SlideColour base = base(colour);
        if (base.space() != SlideColour.Space.RGB || !base.value().matches("[0-9A-Fa-f]{6}")) {
            return Optional.empty();
        }
        int rgb = Integer.parseInt(base.value(), 16);
        Channels channels = new Channels(rgb >> 16, rgb >> 8 & 0xFF, rgb & 0xFF);
        for (SlideColour.Change change : base.changes()) {
            double amount = change.amount() / FULL;
            switch (change.name()) {
                case "lumMod" -> channels = channels.withLightness(channels.lightness() * amount);
                case "lumOff" -> channels = channels.withLightness(channels.lightness() + amount);
                case "shade" -> channels = channels.mixed(amount, 0);
                case "tint" -> channels = channels.mixed(amount, 255);
                default -> {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(channels);
    }

    /// Red, green and blue, from 0 to 255.
    private record Channels(double red, double green, double blue) {
        boolean isNear(Channels other) {
            return Math.abs(red - other.red) <= MOST_DIFFERENCE
                    && Math.abs(green - other.green) <= MOST_DIFFERENCE
                    && Math.abs(blue - other.blue) <= MOST_DIFFERENCE;
        }

        double lightness() {
            return (highest() + lowest()) / 2 / 255;
        }

        /// The same hue and saturation (of HSL) at another lightness, from 0 to 1.
        Channels withLightness(double wanted) {
            double lightness = Math.clamp(wanted, 0, 1);
            double room = 1 - Math.abs(2 * lightness() - 1);
            double saturation = room == 0 ? 0 : (highest() - lowest()) / 255 / room;
            double chroma = (1 - Math.abs(2 * lightness - 1)) * saturation * 255;
            double spread = highest() - lowest();
            double from = lightness * 255 - chroma / 2;
            return spread == 0
                    ? new Channels(lightness * 255, lightness * 255, lightness * 255)
                    : new Channels(
                            from + (red - lowest()) / spread * chroma,
                            from + (green - lowest()) / spread * chroma,
                            from + (blue - lowest()) / spread * chroma);
        }

        /// A part of this and the rest of a grey.
        Channels mixed(double part, double grey) {
            return new Channels(
                    red * part + grey * (1 - part), green * part + grey * (1 - part), blue * part + grey * (1 - part));
        }

        private double highest() {
            return Math.max(red, Math.max(green, blue));
        }

        private double lowest() {
            return Math.min(red, Math.min(green, blue));
        }
    }
}
