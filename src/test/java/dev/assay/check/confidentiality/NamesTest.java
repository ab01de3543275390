package dev.assay.check.confidentiality;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class NamesTest {
    @Test
    void name_isFoundAsWholeWords_withTheEndingsOfItsLanguage() {
        assertEquals(
                List.of("Pellworm", "Pellworms", "Pellworm's"),
                found("en", "Pellworm, Pellworms, Pellworm's", "Pellworm"));
        assertEquals(List.of(), found("en", "Pellwormia, aPellworm, Pellwormen", "Pellworm"));
        assertEquals(List.of("Pellwormen"), found("de-AT", "Pellwormen", "Pellworm"));
        assertEquals(List.of(), found("en", "Oxen and foxes", "Fox Ltd", "Ox"));
    }

    @Test
    void cyrillicName_isFoundInItsCases() {
        assertEquals(
                List.of("Балтику", "Балтикой", "Балтика"),
                found("ru", "Балтику и Балтикой, Балтика, Балтиец", "Балтика"));
    }

    @Test
    void formOfACompany_andWrittenAnd_doNotMatter() {
        assertEquals(List.of("Marlow and Pike"), found("en", "by Marlow and Pike in May", "Marlow & Pike plc"));
        assertEquals(List.of("Marlow und Pike"), found("de", "von Marlow und Pike", "Marlow & Pike plc"));
        assertEquals(List.of("Northwind"), found("en", "by Northwind", "Northwind & Co. Ltd"));
    }

    @Test
    void disguises_areSeenThrough() {
        assertEquals(List.of("P\u0435llworm"), found("en", "P\u0435llworm", "Pellworm"));
        assertEquals(List.of("Pell\u200Bworm"), found("en", "Pell\u200Bworm", "Pellworm"));
        assertEquals(List.of("Pell-\nworm"), found("en", "Pell-\nworm", "Pellworm"));
        assertEquals(List.of("PELLW\u00D6RM"), found("en", "PELLW\u00D6RM", "Pellworm"));
        assertEquals(List.of("\uFF30ellworm"), found("en", "\uFF30ellworm", "Pellworm"));
    }

    @Test
    void ideographs_areWordsByThemselves() {
        assertEquals(List.of("\u84DD\u9CB8"), found("zh", "\u4E0E\u84DD\u9CB8\u516C\u53F8", "\u84DD\u9CB8"));
    }

    @Test
    void longestName_isFound() {
        assertEquals(
                List.of("Project Heron Two"), found("en", "Project Heron Two", "Project Heron", "Project Heron Two"));
    }

    private static List<String> found(String language, String text, String... names) {
        return Names.of(List.of(names), language).in(text).stream()
                .map(span -> text.substring(span.start(), span.end()))
                .toList();
    }
}
