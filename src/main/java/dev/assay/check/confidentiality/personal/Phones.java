package dev.assay.check.confidentiality.personal;

import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Telephone numbers: in international form anywhere, in national form under or after a word that says so. Source:
/// ITU-T E.164 and the national plans in libphonenumber's metadata.
final class Phones {
    private static final Pattern CONTEXT = Pattern.compile(
            "(?i)(?<!\\p{L})(?:tel|telephone|phone|mobile|cell(?:phone)?|fax|whatsapp|telefon(?:nummer)?|handy(?:nummer)?|mobil(?:nummer)?|rufnummer|durchwahl|call)(?:"
                + " (?:no|nr|number))?[.:]?(?!\\p{L})");
    private static final Pattern LABEL = Pattern.compile(CONTEXT.pattern() + "[^\\p{L}\\p{N}]{0,4}$");
    private static final Pattern NATIONAL =
            Pattern.compile("(?<![\\p{L}\\p{N}.,/+-])\\(?[0-9][0-9 ()/.-]{7,18}[0-9](?![\\p{L}\\p{N}%]|[.,][0-9])");

    private Phones() {}

    static List<Found> in(Piece piece, List<String> regions) {
        List<Found> found = new ArrayList<>();
        String text = piece.text();
        if (text.indexOf('+') >= 0) {
            international(piece, found);
        }
        if (named(piece) || CONTEXT.matcher(text).find()) {
            national(piece, regions, found);
        }
        return found;
    }

    /// A possible number counts: numbers that a plan keeps free for fiction, or has given out since, are no valid ones.
    private static void international(Piece piece, List<Found> found) {
        for (PhoneNumberMatch match :
                PhoneNumberUtil.getInstance().findNumbers(piece.text(), "ZZ", Leniency.POSSIBLE, 500)) {
            String value = match.rawString();
            if (value.startsWith("+")
                    && value.chars().filter(Character::isDigit).count() >= 10) {
                add(piece, match.start(), match.end(), found);
            }
        }
    }

    private static void national(Piece piece, List<String> regions, List<Found> found) {
        Matcher matcher = NATIONAL.matcher(piece.text());
        while (matcher.find()) {
            boolean labelled = named(piece)
                    || LABEL.matcher(piece.text().substring(Math.max(0, matcher.start() - 40), matcher.start()))
                            .find();
            if (labelled && fits(matcher.group(), regions)) {
                add(piece, matcher.start(), matcher.end(), found);
            }
        }
    }

    /// Without a region no plan can be asked: then the length and a sign of dialling decide.
    private static boolean fits(String value, List<String> regions) {
        PhoneNumberUtil plans = PhoneNumberUtil.getInstance();
        if (!regions.isEmpty()) {
            return regions.stream()
                    .anyMatch(region -> plans.findNumbers(value, region, Leniency.VALID, 10)
                            .iterator()
                            .hasNext());
        }
        long digits = value.chars().filter(Character::isDigit).count();
        boolean dials = value.startsWith("0") || value.startsWith("(") || value.matches("[0-9]{2,5}[ -].*");
        return digits >= 9 && digits <= 15 && (dials || digits >= 10);
    }

    private static boolean named(Piece piece) {
        return !piece.isFigure()
                && (CONTEXT.matcher(piece.header()).find()
                        || CONTEXT.matcher(piece.label()).find());
    }

    private static void add(Piece piece, int start, int end, List<Found> found) {
        String value = piece.text().substring(start, end);
        int first = value.startsWith("+") ? 3 : 2;
        found.add(new Found(piece.in(start, end), "phone", "telephone number", value, Mask.of(value, first, 2), true));
    }
}
