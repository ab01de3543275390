package dev.assay.extract.mail;

import dev.assay.document.Extraction.Reason;
import dev.assay.document.Gap;
import dev.assay.document.Place;
import dev.assay.extract.draft.UnreadableFile;
import java.util.List;

/// OpenPGP's armour inside plain text (RFC 9580, 6 and 7). What is signed stays text; the armour's lines become
/// empty ones, so that all others keep their numbers.
final class InlinePgp {
    private static final String SIGNED = "-----BEGIN PGP SIGNED MESSAGE-----";
    private static final String MESSAGE = "-----BEGIN PGP MESSAGE-----";
    private static final String SIGNATURE = "-----BEGIN PGP SIGNATURE-----";
    private static final String END = "-----END PGP ";

    private final MailDraft draft;
    private final StringBuilder kept = new StringBuilder();
    private final StringBuilder armor = new StringBuilder();
    private boolean inHeaders;
    private boolean signed;
    private boolean inArmor;
    private boolean encrypted;

    private InlinePgp(MailDraft draft) {
        this.draft = draft;
    }

    /// The text without armour; a signature is recorded.
    ///
    /// @throws UnreadableFile if all the text there is, is encrypted
    static String read(String text, MailDraft draft) throws UnreadableFile {
        if (!text.contains("-----BEGIN PGP ")) {
            return text;
        }
        InlinePgp reader = new InlinePgp(draft);
        List<String> lines = text.lines().toList();
        for (String line : lines) {
            reader.line(line);
        }
        return reader.end();
    }

    private void line(String line) {
        String plain = line.stripTrailing();
        if (inArmor) {
            armor.append(plain).append('\n');
            if (plain.startsWith(END)) {
                endArmor();
            }
            kept.append('\n');
            return;
        }
        switch (plain) {
            case SIGNED -> {
                inHeaders = true;
                signed = true;
                kept.append('\n');
            }
            case MESSAGE, SIGNATURE -> {
                inArmor = true;
                encrypted |= plain.equals(MESSAGE);
                armor.setLength(0);
                kept.append('\n');
            }
            default -> text(line);
        }
    }

    private void text(String line) {
        boolean header = inHeaders && !line.isBlank();
        inHeaders &= header;
        boolean escaped = signed && line.startsWith("- ");
        kept.append(header ? "" : escaped ? line.substring(2) : line).append('\n');
    }

    private void endArmor() {
        inArmor = false;
        if (signed) {
            draft.fact(OpenPgpSignature.of(armor.toString()));
        }
        signed = false;
    }

    private String end() throws UnreadableFile {
        if (encrypted && kept.toString().isBlank()) {
            throw new UnreadableFile(Reason.PASSWORD, "the mail is encrypted (OpenPGP)");
        }
        if (encrypted) {
            draft.gap(Gap.Reason.SKIPPED_PART, new Place.Whole(), "a piece of the text is encrypted (OpenPGP)");
        }
        return kept.toString();
    }
}
