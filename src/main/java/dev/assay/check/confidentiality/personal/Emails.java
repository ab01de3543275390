package dev.assay.check.confidentiality.personal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// E-mail addresses of persons: those of an office, such as `info@`, are nobody's.
final class Emails {
    private static final Pattern ADDRESS = Pattern.compile(
            "(?<![\\p{L}\\p{N}._%+-])[\\p{L}\\p{N}_%+-][\\p{L}\\p{N}._%+-]{0,63}@[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){0,5}\\.\\p{L}{2,24}(?![\\p{L}\\p{N}@])");
    private static final Pattern OFFICE = Pattern.compile(
            "(?i)(?:info|contact|office|press|media|support|help|sales|service|enquir(?:y|ies)|inquir(?:y|ies)|hello|mail"
                + "|admin|research|privacy|dataprotection|legal|compliance|feedback|team|no-?reply|webmaster|ir"
                + "|investor\\.?relations|customer\\.?service|marketing|jobs|careers|kontakt|presse|datenschutz"
                + "|bestellung|vertrieb|buero|poststelle)(?:[._-].*)?@.*");

    private Emails() {}

    static List<Found> in(Piece piece) {
        List<Found> found = new ArrayList<>();
        if (piece.text().indexOf('@') < 0) {
            return found;
        }
        Matcher matcher = ADDRESS.matcher(piece.text());
        while (matcher.find()) {
            String value = matcher.group();
            if (!OFFICE.matcher(value).matches()) {
                found.add(new Found(
                        piece.in(matcher.start(), matcher.end()),
                        "email",
                        "e-mail address",
                        value,
                        Mask.email(value),
                        true));
            }
        }
        return found;
    }
}
