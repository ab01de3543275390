package dev.assay.lab.samples;

import java.util.List;
import java.util.stream.Stream;

/// A part of the sample that tables show in a column of its own.
///
/// @param trait what its respondents have in common
/// @param label as printed above the column
/// @param quota how many interviews were ordered
record Cut(String trait, String label, int quota) {
    static final Cut ALL = new Cut("all", "Total", 1200);

    static final List<Cut> REGIONS = List.of(
            new Cut("region-north", "North", 300),
            new Cut("region-midlands", "Midlands", 240),
            new Cut("region-london", "London", 180),
            new Cut("region-south", "South", 300),
            new Cut("region-scotland-and-wales", "Scotland and Wales", 180));

    static final List<Cut> AGES = List.of(
            new Cut("age-18", "18\u201324", 240),
            new Cut("age-25", "25\u201334", 240),
            new Cut("age-35", "35\u201349", 360),
            new Cut("age-50", "50\u201364", 360));

    static final List<Cut> SEXES = List.of(new Cut("sex-women", "Women", 600), new Cut("sex-men", "Men", 600));

    /// The columns of every table of the workbook.
    static List<Cut> banner() {
        return Stream.of(List.of(ALL), REGIONS, AGES, SEXES)
                .flatMap(List::stream)
                .toList();
    }
}
