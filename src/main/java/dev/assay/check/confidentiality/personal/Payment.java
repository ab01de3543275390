package dev.assay.check.confidentiality.personal;

import static dev.assay.check.confidentiality.personal.CheckDigits.luhn;
import static dev.assay.check.confidentiality.personal.CheckDigits.number;
import static dev.assay.check.confidentiality.personal.CheckDigits.remainder;

import java.util.List;

/// Bank accounts and payment cards. Sources: ISO 13616-1 and SWIFT's IBAN Registry (country lengths); ISO/IEC 7812-1
/// with the card schemes' published issuer ranges.
final class Payment {
    private static final String LENGTHS =
            " AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28"
                    + " EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23"
                    + " IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20"
                    + " MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18"
                    + " SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30 ";

    static final List<Identifier> ALL = List.of(
            Identifier.of(
                    "iban",
                    "IBAN",
                    "[A-Za-z]{2}[0-9]{2}(?:[ -]?[A-Za-z0-9]{4}){2,7}(?:[ -]?[A-Za-z0-9]{1,3})?",
                    ".+",
                    "IBAN|account|Konto",
                    Payment::iban),
            Identifier.of(
                    "card",
                    "payment card number",
                    "[3-6][0-9]{3}(?:[ -]?[0-9]{4}){3}(?:[ -]?[0-9]{3})?|3[47][0-9]{2}[ -]?[0-9]{6}[ -]?[0-9]{5}"
                            + "|3[0689][0-9]{2}[ -]?[0-9]{6}[ -]?[0-9]{4}|2[2-7][0-9]{2}(?:[ -]?[0-9]{4}){3}",
                    "[0-9]{4}[ -][0-9]{4}[ -][0-9]{4}[ -][0-9]{4}(?:[ -][0-9]{3})?|3[0-9]{3}[ -][0-9]{6}[ -][0-9]{4,5}",
                    "(?:(?:credit|debit|payment|bank)[ -]?)?cards?(?: (?:no|number|details))?\\.?|PAN|Visa|Master"
                            + " ?Card|Amex|American Express|(?:Kredit)?kart(?:e|ennummer)",
                    Payment::card));

    private Payment() {}

    private static boolean iban(String bare) {
        return LENGTHS.contains(" " + bare.substring(0, 2) + bare.length() + " ")
                && remainder(bare.substring(4) + bare.substring(0, 4), 97) == 1;
    }

    private static boolean card(String bare) {
        int two = number(bare, 0, 2);
        int four = number(bare, 0, 4);
        boolean issued = switch (bare.length()) {
            case 14 -> two == 36 || two == 38 || two == 39 || (four >= 3000 && four <= 3059);
            case 15 -> two == 34 || two == 37;
            case 16 ->
                bare.startsWith("4")
                        || (two >= 51 && two <= 55)
                        || (four >= 2221 && four <= 2720)
                        || (four >= 3528 && four <= 3589)
                        || four == 6011
                        || two == 62
                        || two == 65
                        || (four >= 6440 && four <= 6499);
            case 19 -> bare.startsWith("4") || two == 62;
            default -> false;
        };
        return issued && luhn(bare);
    }
}
