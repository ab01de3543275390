package dev.assay.check.confidentiality.personal;

import dev.assay.document.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;

/// Finds all personal data in a document.
public final class PersonalFinder {
    private static final int FEWEST_DIGITS = 6;
    private static final int WIDEST_GAP = 2;
    private static final Set<String> PAYMENT = Set.of("iban", "card");

    private final List<String> regions;

    /// @param regions ISO 3166 codes of two letters, by whose plans numbers in national form are read
    public PersonalFinder(List<String> regions) {
        this.regions = List.copyOf(regions);
    }

    /// What a passage holds, in order, of every kind of data; no two overlap.
    public List<Found> in(Piece piece) {
        List<Found> all = new ArrayList<>(Emails.in(piece));
        all.addAll(Labelled.in(piece));
        if (hasDigitsTogether(piece.text()) && !piece.isFigure()) {
            Identifiers.all().forEach(each -> numbered(each, piece, all));
            all.addAll(Phones.in(piece, regions));
        }
        return apart(all);
    }

    /// Whether there are as many digits as the shortest identifier has, with at most two other characters between one
    /// and the next: most passages have a year and a page.
    private static boolean hasDigitsTogether(String text) {
        int digits = 0;
        int gap = 0;
        for (int i = 0; i < text.length() && digits < FEWEST_DIGITS; i++) {
            if (Character.isDigit(text.charAt(i))) {
                digits++;
                gap = 0;
            } else if (++gap > WIDEST_GAP) {
                digits = 0;
            }
        }
        return digits >= FEWEST_DIGITS;
    }

    private static void numbered(Identifier identifier, Piece piece, List<Found> all) {
        Matcher matcher = identifier.form().matcher(piece.text());
        while (matcher.find()) {
            String value = matcher.group();
            boolean named =
                    identifier.context().matcher(piece.context(matcher.start())).find();
            boolean holds = identifier.holds(value);
            if (holds ? named || identifier.standsAlone(value) : named) {
                all.add(new Found(
                        piece.in(matcher.start(), matcher.end()),
                        identifier.data(),
                        identifier.name(),
                        value,
                        Mask.of(value, PAYMENT.contains(identifier.data()) ? 2 : 0, 2),
                        holds));
            }
        }
    }

    /// Of two that overlap the one that holds stays, then the one found first.
    private static List<Found> apart(List<Found> all) {
        NavigableMap<Integer, Found> kept = new TreeMap<>();
        for (boolean holds : new boolean[] {true, false}) {
            for (Found found : all) {
                if (found.holds() == holds && isFree(kept, found)) {
                    kept.put(found.span().start(), found);
                }
            }
        }
        return List.copyOf(kept.values());
    }

    /// None of those kept overlap, so that only the neighbours need be looked at.
    private static boolean isFree(NavigableMap<Integer, Found> kept, Found found) {
        Map.Entry<Integer, Found> before = kept.floorEntry(found.span().start());
        Map.Entry<Integer, Found> after = kept.ceilingEntry(found.span().start());
        return (before == null || !before.getValue().span().overlaps(found.span()))
                && (after == null || !after.getValue().span().overlaps(found.span()));
    }

    /// The same document with every value masked: what is quoted from it, and every fingerprint made of it, holds no
    /// value. Spans stay as they are.
    public static Document masked(Document document, List<Found> all) {
        StringBuilder text = new StringBuilder(document.text());
        for (Found found : all) {
            text.replace(found.span().start(), found.span().end(), found.masked());
        }
        return new Document(
                document.mediaType(),
                text.toString(),
                document.blocks(),
                document.facts(),
                document.gaps(),
                document.languages(),
                document.reader());
    }
}
