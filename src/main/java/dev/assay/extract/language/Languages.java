package dev.assay.extract.language;

import com.github.pemistahl.lingua.api.IsoCode639_1;
import com.github.pemistahl.lingua.api.Language;
import com.github.pemistahl.lingua.api.LanguageDetector;
import com.github.pemistahl.lingua.api.LanguageDetectorBuilder;
import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.Span;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Tells the language of each block of a document, by the frequency of letter triples (Lingua, its low accuracy
/// mode: the high one needs ten times the memory and time; most texts are judged by Lingua's counts without its
/// code, see [TripleJudge]).
///
/// A block or row of a table is judged by itself where it has enough letters. A shorter one has the language of
/// its neighbours where those agree, else none: on a few words every method guesses.
public final class Languages {
    /// Letters that a text must have to be judged by itself.
    private static final int LEAST_LETTERS = 40;

    private static final Set<Character.UnicodeScript> SYLLABIC = EnumSet.of(
            Character.UnicodeScript.HAN,
            Character.UnicodeScript.HIRAGANA,
            Character.UnicodeScript.KATAKANA,
            Character.UnicodeScript.HANGUL);
    private static final int SAMPLE = 120;
    private static final int MOST_SAMPLES = 5_000;

    private static final List<IsoCode639_1> KNOWN = List.of(
            IsoCode639_1.AR,
            IsoCode639_1.BG,
            IsoCode639_1.CS,
            IsoCode639_1.DA,
            IsoCode639_1.DE,
            IsoCode639_1.EL,
            IsoCode639_1.EN,
            IsoCode639_1.ES,
            IsoCode639_1.ET,
            IsoCode639_1.FA,
            IsoCode639_1.FI,
            IsoCode639_1.FR,
            IsoCode639_1.HE,
            IsoCode639_1.HI,
            IsoCode639_1.HR,
            IsoCode639_1.HU,
            IsoCode639_1.ID,
            IsoCode639_1.IT,
            IsoCode639_1.JA,
            IsoCode639_1.KO,
            IsoCode639_1.LT,
            IsoCode639_1.LV,
            IsoCode639_1.NB,
            IsoCode639_1.NL,
            IsoCode639_1.PL,
            IsoCode639_1.PT,
            IsoCode639_1.RO,
            IsoCode639_1.RU,
            IsoCode639_1.SK,
            IsoCode639_1.SL,
            IsoCode639_1.SV,
            IsoCode639_1.TH,
            IsoCode639_1.TR,
            IsoCode639_1.UK,
            IsoCode639_1.VI,
            IsoCode639_1.ZH);

    private final Map<String, Judgement> judged = new HashMap<>();
    private final String text;

    private Languages(String text) {
        this.text = text;
    }

    /// A block or row that is in one language, as far as is known.
    private record Piece(Span span, @Nullable Judgement judgement) {}

    /// The tags that can be told, as BCP 47 without region.
    public static List<String> known() {
        return KNOWN.stream().map(Languages::tag).toList();
    }

    /// The runs of one language in a document's text, in order and apart.
    public static List<Document.Language> of(String text, List<Block> blocks) {
        return merged(new Languages(text).pieces(blocks));
    }

    private List<Piece> pieces(List<Block> blocks) {
        List<Piece> pieces = new ArrayList<>();
        for (Block block : blocks) {
            if (block instanceof Block.Table table) {
                table.rows().forEach(row -> pieces.add(piece(span(row))));
            } else {
                pieces.add(piece(block.span()));
            }
        }
        return pieces;
    }

    private static Span span(Block.Row row) {
        int start = row.cells().getFirst().span().start();
        int end = start;
        for (Block.Cell cell : row.cells()) {
            end = Math.max(end, cell.span().end());
        }
        return new Span(start, end);
    }

    private Piece piece(Span span) {
        return new Piece(span, judge(span).orElse(null));
    }

    private Optional<Judgement> judge(Span span) {
        int end = Math.min(span.end(), span.start() + SAMPLE);
        String sample = text.substring(span.start(), end);
        if (letters(sample) < LEAST_LETTERS) {
            return Optional.empty();
        }
        Judgement known = judged.get(sample);
        if (known == null && judged.size() < MOST_SAMPLES) {
            known = judge(sample);
            judged.put(sample, known);
        }
        return Optional.ofNullable(known).filter(judgement -> !judgement.isNone());
    }

    /// An ideograph or a written syllable says more than a letter.
    private static long letters(String sample) {
        return sample.codePoints()
                .filter(Character::isLetter)
                .mapToLong(point -> SYLLABIC.contains(Character.UnicodeScript.of(point)) ? 4 : 1)
                .sum();
    }

    private static Judgement judge(String sample) {
        return TripleJudge.judge(sample).orElseGet(() -> judgeByLingua(sample));
    }

    private static Judgement judgeByLingua(String sample) {
        Map<Language, Double> values = Detector.INSTANCE.computeLanguageConfidenceValues(sample);
        if (values.isEmpty()) {
            return Judgement.NONE;
        }
        List<Map.Entry<Language, Double>> best = values.entrySet().stream()
                .sorted(Map.Entry.<Language, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(2)
                .toList();
        String tag = tag(best.getFirst().getKey().getIsoCode639_1());
        return Judgement.of(tag, best.size() < 2 ? 1 : 1 - best.getLast().getValue());
    }

    private static List<Document.Language> merged(List<Piece> pieces) {
        List<Document.Language> runs = new ArrayList<>();
        int start = -1;
        int end = 0;
        double confidence = 1;
        String tag = "";
        for (Piece piece : pieces) {
            Judgement judgement = piece.judgement();
            if (judgement == null) {
                continue;
            }
            if (judgement.tag().equals(tag)) {
                end = piece.span().end();
                confidence = Math.min(confidence, judgement.confidence());
                continue;
            }
            if (start >= 0) {
                runs.add(new Document.Language(new Span(start, end), tag, rounded(confidence)));
            }
            start = piece.span().start();
            end = piece.span().end();
            confidence = judgement.confidence();
            tag = judgement.tag();
        }
        if (start >= 0) {
            runs.add(new Document.Language(new Span(start, end), tag, rounded(confidence)));
        }
        return runs;
    }

    private static double rounded(double confidence) {
        return Math.max(0.01, Math.round(confidence * 100) / 100.0);
    }

    private static String tag(IsoCode639_1 code) {
        return code.name().toLowerCase(Locale.ROOT);
    }

    /// Loaded when first asked, each language when first needed.
    private static final class Detector {
        static final LanguageDetector INSTANCE = LanguageDetectorBuilder.fromIsoCodes639_1(
                        KNOWN.toArray(IsoCode639_1[]::new))
                .withLowAccuracyMode()
                .build();
    }
}
