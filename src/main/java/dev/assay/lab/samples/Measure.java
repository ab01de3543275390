package dev.assay.lab.samples;

import java.util.List;
import java.util.stream.IntStream;

/// An answer of the tracker's questionnaire and how many gave it.
///
/// @param trait    question and answer, such as `aware-botanic`
/// @param label    as printed in tables
/// @param counts   how many respondents gave it, by region in the order of [Cut#REGIONS]
/// @param previous per cent of the previous wave
record Measure(String trait, String label, List<Integer> counts, int previous) {
    private static final String SOURCE = "tracker.csv";

    Measure {
        counts = List.copyOf(counts);
    }

    String question() {
        return trait.substring(0, trait.indexOf('-'));
    }

    /// The answers of all questions, in the order in which the survey is built.
    static List<Measure> all() {
        return Resources.lines(SOURCE).stream().skip(1).map(Measure::parse).toList();
    }

    private static Measure parse(String line) {
        int lastQuote = line.lastIndexOf('"');
        int labelStart = line.indexOf(',') + 1;
        int labelEnd = lastQuote < 0 ? line.indexOf(',', labelStart) : lastQuote + 1;
        String label = line.substring(labelStart, labelEnd).replace("\"", "");
        int[] numbers = List.of(line.substring(labelEnd + 1).split(",", -1)).stream()
                .mapToInt(Integer::parseInt)
                .toArray();
        List<Integer> counts = IntStream.range(0, Cut.REGIONS.size())
                .mapToObj(region -> numbers[region])
                .toList();
        return new Measure(line.substring(0, labelStart - 1), label, counts, numbers[Cut.REGIONS.size()]);
    }
}
