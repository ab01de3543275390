package dev.assay.extract.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.document.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class LanguagesTest {
    private static final String ENGLISH = "Shoppers in the northern regions said that price mattered less than size.";
    private static final String GERMAN =
            "Die Befragten in den nördlichen Regionen nannten den Preis seltener als 2025.";

    private static final Map<String, String> SENTENCES = Map.ofEntries(
            Map.entry("en", ENGLISH),
            Map.entry("de", GERMAN),
            Map.entry("fr", "Les acheteurs des régions du nord ont dit que le prix comptait moins que la taille."),
            Map.entry("es", "Los compradores de las regiones del norte dijeron que el precio importaba menos."),
            Map.entry("pt", "Os compradores das regiões do norte disseram que o preço não era o mais importante."),
            Map.entry("it", "Gli acquirenti delle regioni del nord hanno detto che il prezzo contava di meno."),
            Map.entry("nl", "Kopers in de noordelijke regio's zeiden dat de prijs minder belangrijk was dan de maat."),
            Map.entry("pl", "Kupujący w regionach północnych mówili, że cena ma mniejsze znaczenie niż wielkość."),
            Map.entry("sv", "Kunderna i de norra regionerna sade att priset betydde mindre än storleken på varan."),
            Map.entry("ru", "Покупатели северных регионов сказали, что цена важна меньше, чем размер упаковки."),
            Map.entry("uk", "Покупці північних регіонів сказали, що ціна важлива менше, ніж розмір упаковки."),
            Map.entry("el", "Οι αγοραστές των βόρειων περιοχών είπαν ότι η τιμή μετρούσε λιγότερο."),
            Map.entry("ar", "قال المتسوقون في المناطق الشمالية إن السعر أقل أهمية من حجم العبوة."),
            Map.entry("he", "הקונים באזורי הצפון אמרו שהמחיר חשוב פחות מגודל האריזה של המוצר."),
            Map.entry("ja", "北部地域の買い物客は、価格よりも詰め替えのサイズのほうが重要だと話しました。"),
            Map.entry("zh", "北部地区的购物者表示，价格不如补充装的大小重要。"),
            Map.entry("ko", "북부 지역의 구매자들은 가격보다 리필 크기가 더 중요하다고 말했습니다."));

    @Test
    void sentences_haveTheirLanguage() {
        SENTENCES.forEach((tag, sentence) -> assertEquals(
                List.of(tag),
                paragraphs(sentence).stream().map(Document.Language::tag).toList(),
                sentence));
    }

    @Test
    void paragraphs_ofOneLanguageMakeOneRun() {
        List<Document.Language> runs = paragraphs(ENGLISH, "Base: all.", ENGLISH + " Again.", GERMAN);
        assertEquals(
                List.of("en", "de"), runs.stream().map(Document.Language::tag).toList());
        int end = ENGLISH.length() + 1 + "Base: all.".length() + 1 + ENGLISH.length() + " Again.".length();
        assertEquals(new Span(0, end), runs.getFirst().span());
        assertEquals(
                new Span(end + 1, end + 1 + GERMAN.length()), runs.getLast().span());
        assertTrue(runs.stream().allMatch(run -> run.confidence() > 0 && run.confidence() <= 1));
    }

    @Test
    void fewWords_betweenTwoLanguagesAreInNone() {
        List<Document.Language> runs = paragraphs(ENGLISH, "Total 2026", GERMAN);
        assertEquals(new Span(0, ENGLISH.length()), runs.getFirst().span());
        assertEquals(
                ENGLISH.length() + 1 + "Total 2026".length() + 1,
                runs.getLast().span().start());
    }

    @Test
    void figures_haveNoLanguage() {
        assertEquals(List.of(), paragraphs("1,200 41.5 47.0 12 (25.0 %) 103 1,210 99.9 3.14159 2.71828 1.41421"));
    }

    private static List<Document.Language> paragraphs(String... texts) {
        List<Block> blocks = new ArrayList<>();
        int start = 0;
        for (String text : texts) {
            blocks.add(new Block.Paragraph(
                    new Span(start, start + text.length()),
                    new Place.Paragraph(blocks.size() + 1, List.of()),
                    Layer.BODY));
            start += text.length() + 1;
        }
        return Languages.of(List.of(texts).stream().collect(Collectors.joining("\n")), blocks);
    }
}
