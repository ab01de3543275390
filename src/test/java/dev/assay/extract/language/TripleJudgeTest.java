package dev.assay.extract.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.pemistahl.lingua.api.IsoCode639_1;
import com.github.pemistahl.lingua.api.Language;
import com.github.pemistahl.lingua.api.LanguageDetector;
import com.github.pemistahl.lingua.api.LanguageDetectorBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Holds the judgement by triples to what Lingua says of the same text.
final class TripleJudgeTest {
    private static final LanguageDetector LINGUA = LanguageDetectorBuilder.fromIsoCodes639_1(Languages.known().stream()
                    .map(tag -> IsoCode639_1.valueOf(tag.toUpperCase(Locale.ROOT)))
                    .toArray(IsoCode639_1[]::new))
            .withLowAccuracyMode()
            .build();

    private static final List<String> TEXTS = List.of(
            "Shoppers in the northern regions said that price mattered less than size.",
            "Die Befragten in den nördlichen Regionen nannten den Preis seltener als 2025.",
            "Les acheteurs des régions du nord ont dit que l'essentiel, c'est la taille de l'emballage.",
            "Los compradores de las regiones del norte dijeron que el precio importaba menos, ¿no?",
            "Os compradores das regiões do norte disseram que o preço não era o mais importante.",
            "Gli acquirenti delle regioni del nord hanno detto che il prezzo contava di meno.",
            "Kopers in de noordelijke regio's zeiden dat de prijs minder belangrijk was dan de maat.",
            "Kunderna i de norra regionerna sade att priset betydde mindre än storleken på varan.",
            "Kunderne i de nordlige regioner sagde, at prisen betød mindre end størrelsen på varen.",
            "Kundene i de nordlige regionene sa at prisen betydde mindre enn størrelsen på varen.",
            "Pohjoisten alueiden ostajat sanoivat, että hinta merkitsi vähemmän kuin pakkauksen koko.",
            "Pembeli di wilayah utara mengatakan bahwa harga tidak sepenting ukuran kemasan.",
            "Kupci u sjevernim regijama rekli su da je cijena manje važna od veličine pakiranja.",
            "Kupci v severnih regijah so povedali, da je cena manj pomembna od velikosti embalaže.",
            "Покупатели северных регионов сказали, что цена важна меньше, чем размер упаковки OWASP.",
            "Купувачите в северните региони казаха, че цената е по-малко важна от размера.",
            "قال المتسوقون في المناطق الشمالية إن السعر أقل أهمية من حجم العبوة 12.",
            "خریداران در مناطق شمالی گفتند که قیمت اهمیت کمتری نسبت به اندازه دارد.",
            "if (x > 0) { return value + 1; } // see RFC 2616 <section> $total = price * amount^2 ~ ok",
            "A-1\u00a0unit\u00a0costs 3\u00a0€ net of tax; per-unit terms (see B\u2011Annex) apply to ½ of them\u2026",
            "ﬁnal oﬀer of the ﬁrm for º and ª with ŉ and ǆ letters, e\u0301crit en de\u0301compose\u0301",
            "qzx wvk jjj xqz kkk vvv zzz qqq www xxx hhh ggg fff ddd sss ppp");

    private static final List<String> LETTERS = List.of(
            "aaabcdeeefghiiijklmnnooopqrrsssttuuvwxyz".repeat(4) + "éèäöüßñøåçőžčæ",
            "аабвгдеежзийклмнооопрсттуфхцчшщыьюяёєї",
            "ابتثجحخدذرزسشصضطظعغفقكلمنهويپچگ");
    private static final String OTHERS = "      \n\t\u00a0.,;-'\u2019()0123456789+=$€%<>";

    @Test
    void texts_areJudgedAsByLingua() {
        TEXTS.forEach(text -> assertTrue(judgedAsByLingua(text), text));
    }

    @Test
    void madeUpTexts_areJudgedAsByLingua() {
        Random random = new Random(7);
        int judged = 0;
        for (int i = 0; i < 3000; i++) {
            judged += judgedAsByLingua(madeUp(random)) ? 1 : 0;
        }
        assertTrue(judged > 1500, "only " + judged + " were judged by triples");
    }

    @Test
    void manyTexts_thatFillTheMemoryOfTriplesAreJudgedAsBefore() {
        String text = TEXTS.getFirst();
        Optional<Judgement> first = TripleJudge.judge(text);
        Random random = new Random(11);
        for (int i = 0; i < 2000; i++) {
            TripleJudge.judge(madeUp(random));
        }
        assertEquals(first, TripleJudge.judge(text));
    }

    @Test
    void textsThatRulesDecide_areLeftToLingua() {
        assertEquals(Optional.empty(), TripleJudge.judge("Příliš žluťoučký kůň úpěl ďábelské ódy, řekl dědeček."));
        assertEquals(Optional.empty(), TripleJudge.judge("Οι αγοραστές των βόρειων περιοχών είπαν ότι η τιμή μετρά."));
        assertEquals(Optional.empty(), TripleJudge.judge("two words два слова"));
        assertEquals(
                Optional.empty(), TripleJudge.judge("Покупці північних регіонів сказали, що ціна їх не цікавить."));
        assertEquals(Optional.empty(), TripleJudge.judge("The word λογική stands in the middle of English words."));
        assertEquals(Optional.empty(), TripleJudge.judge("價格 and some English words that stand behind it here."));
        assertEquals(Optional.empty(), TripleJudge.judge("Words with a clef \uD834\uDD1E that takes two characters."));
        assertEquals(Optional.empty(), TripleJudge.judge("a+b c+d e+f"));
    }

    private static String madeUp(Random random) {
        int main = random.nextInt(LETTERS.size());
        StringBuilder text = new StringBuilder();
        while (text.length() < 40 + random.nextInt(80)) {
            String letters = LETTERS.get(random.nextInt(5) < 4 ? main : random.nextInt(LETTERS.size()));
            for (int left = 1 + random.nextInt(9); left > 0; left--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            text.append(random.nextInt(4) == 0 ? OTHERS.charAt(random.nextInt(OTHERS.length())) : ' ');
        }
        return text.toString();
    }

    /// Whether the text was judged at all; if so, it was as by Lingua.
    private static boolean judgedAsByLingua(String text) {
        Optional<Judgement> judgement = TripleJudge.judge(text);
        if (judgement.isEmpty()) {
            return false;
        }
        Map<Language, Double> values = LINGUA.computeLanguageConfidenceValues(text);
        List<Double> confidences = List.copyOf(values.values());
        double distance = confidences.size() < 2 ? 1 : 1 - confidences.get(1);
        if (Math.abs(distance - Judgement.LEAST_DISTANCE) < 1e-5) {
            // Sums of float come out a little different in another order: either answer is right here.
            return true;
        }
        String tag = values.keySet().iterator().next().getIsoCode639_1().toString();
        Judgement lingua = Judgement.of(tag, distance);
        assertEquals(lingua.tag(), judgement.get().tag(), text);
        assertEquals(lingua.confidence(), judgement.get().confidence(), 1e-4, text);
        return true;
    }
}
