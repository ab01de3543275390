package dev.assay.extract.mail;

import dev.assay.extract.html.QuoteMarks;
import java.util.List;
import java.util.regex.Pattern;

/// How mail programs introduce what they repeat of an earlier mail, in the languages they speak most.
final class QuoteRules implements QuoteMarks {
    private static final int LONGEST = 400;
    private static final int HEADER_LINES = 8;

    /// `-----Original Message-----` and its kin.
    private static final Pattern SEPARATOR =
            Pattern.compile("(?iu)\\s*-{2,}\\s*(?:original message|original appointment|forwarded message|forwarded by"
                + " .{1,100}|urspr\u00fcngliche nachricht|weitergeleitete nachricht|urspr\u00fcnglicher termin|message"
                + " d.origine|message original|message transf\u00e9r\u00e9|rendez-vous d.origine|mensaje"
                + " original|mensaje reenviado|messaggio originale|messaggio inoltrato|oorspronkelijk"
                + " bericht|doorgestuurd bericht|mensagem original|mensagem encaminhada|ursprungligt"
                + " meddelande|oprindelig meddelelse|opprinnelig melding|alkuper\u00e4inen viesti|wiadomo\u015b\u0107"
                + " oryginalna|p\u016fvodn\u00ed zpr\u00e1va|\u0438\u0441\u0445\u043e\u0434\u043d\u043e\u0435"
                + " \u0441\u043e\u043e\u0431\u0449\u0435\u043d\u0438\u0435|\u539f\u59cb\u90ae\u4ef6|\u90ae\u4ef6\u539f\u4ef6)"
                + "\\s*-{2,}\\s*");

    private static final Pattern FORWARDED = Pattern.compile("(?iu)\\s*(?:begin forwarded message|anfang der"
            + " weitergeleiteten (?:nachricht|e-mail)|d\u00e9but du message"
            + " (?:r\u00e9exp\u00e9di\u00e9|transf\u00e9r\u00e9)|inicio del mensaje reenviado|inizio messaggio"
            + " inoltrato)\\s*:\\s*");

    private static final Pattern FROM = header(
            "from|von|de|da|van|fr\u00e5n|fra|od|l\u00e4hett\u00e4j\u00e4|\u043e\u0442|\u53d1\u4ef6\u4eba|\u5dee\u51fa\u4eba");
    private static final Pattern OTHER = header(
            "sent|date|gesendet|datum|envoy\u00e9|enviado(?: el)?|fecha|inviato|data"
                + "|verzonden|skickat|sendt|dato|wys\u0142ano|odesl\u00e1no|\u043e\u0442\u043f\u0440\u0430\u0432\u043b\u0435\u043d\u043e|\u53d1\u9001\u65f6\u95f4|\u9001\u4fe1\u65e5\u6642"
                + "|to|an|\u00e0|para|a|aan|till|til|do|komu|\u043a\u043e\u043c\u0443|\u6536\u4ef6\u4eba|\u5b9b\u5148"
                + "|cc|kopie|subject|betreff|objet|asunto|oggetto|onderwerp|\u00e4mne|emne|temat|p\u0159edm\u011bt|\u0442\u0435\u043c\u0430|\u4e3b\u9898|\u4ef6\u540d");

    /// `On Monday, 3 November 2026 at 10:15, A. Jones <a@example.org> wrote:` and its kin.
    private static final Pattern ATTRIBUTION = Pattern.compile(
            "(?iu)\\s*(?:on\\s.{5,300}\\swrote|am\\s.{5,300}\\sschrieb(?:\\s.{1,200})?|le\\s.{5,300}\\sa"
                + " \u00e9crit|el\\s.{5,300}\\sescribi\u00f3|il\\s.{5,300}\\sha"
                + " scritto|op\\s.{5,300}\\sschreef(?:\\s.{1,200})?|em\\s.{5,300}\\sescreveu|den\\s.{5,300}\\sskrev(?:\\s.{1,200})?|.{3,200}\\s(?:wrote|writes|schrieb)(?:"
                + " (?:on|am) .{1,100})?)\\s*:\\s*");

    private static final Pattern RULE = Pattern.compile("\\s*[_-]{5,}\\s*");

    private static Pattern header(String names) {
        return Pattern.compile("(?iu)[*_]{0,2}(?:" + names + ")\\s?:[*_]{0,2}(?:\\s.*)?");
    }

    @Override
    public Extent of(String words) {
        if (words.isEmpty()) {
            return Extent.NOTHING;
        }
        List<String> lines = words.lines().limit(HEADER_LINES + 2L).toList();
        if (startsRest(lines, 0)) {
            return Extent.REST;
        }
        return isAttribution(words.replace('\n', ' ')) ? Extent.BLOCK : Extent.NOTHING;
    }

    /// Whether all lines from one on repeat an earlier mail, as that line and the next ones say.
    static boolean startsRest(List<String> lines, int at) {
        String line = lines.get(at);
        if (line.length() > LONGEST) {
            return false;
        }
        return SEPARATOR.matcher(line).matches()
                || FORWARDED.matcher(line).matches()
                || (FROM.matcher(line).matches() && otherHeaders(lines, at + 1) >= 2)
                || (RULE.matcher(line).matches()
                        && at + 1 < lines.size()
                        && FROM.matcher(lines.get(at + 1)).matches()
                        && otherHeaders(lines, at + 2) >= 2);
    }

    private static int otherHeaders(List<String> lines, int from) {
        int found = 0;
        for (int i = from; i < Math.min(lines.size(), from + HEADER_LINES); i++) {
            String line = lines.get(i);
            found += line.length() <= LONGEST && OTHER.matcher(line).matches() ? 1 : 0;
            if (line.isBlank() && i > from) {
                return found;
            }
        }
        return found;
    }

    /// Whether words say who wrote what follows, and when.
    static boolean isAttribution(String words) {
        return words.length() <= LONGEST
                && words.stripTrailing().endsWith(":")
                && ATTRIBUTION.matcher(words).matches();
    }

    /// Whether such words name a day or an address, so that they can stand for themselves.
    static boolean isDated(String words) {
        return words.chars().anyMatch(c -> c >= '0' && c <= '9')
                && words.matches("(?iu)\\s*(?:on|am|le|el|il|op|em|den)\\s.*");
    }
}
