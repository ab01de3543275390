package dev.assay.check.confidentiality.personal;

import static dev.assay.check.confidentiality.personal.CheckDigits.digit;
import static dev.assay.check.confidentiality.personal.CheckDigits.luhn;
import static dev.assay.check.confidentiality.personal.CheckDigits.weighted;

import java.util.List;

/// National identifiers of western and southern Europe.
///
/// Sources: Bundeszentralamt f\u00fcr Steuern, structure of the identification number; \u00d6sterreichische
/// Sozialversicherung, Versicherungsnummer; Swiss Central Compensation Office, AHV number; INSEE, num\u00e9ro
/// d'inscription au r\u00e9pertoire; Belgian royal decree of 3 April 1984; Dutch law on the
/// burgerservicenummer, eleven test; Spanish Ministry of the Interior, control character of NIF and NIE; Italian
/// ministerial decree of 23 December 1976; Greek IDIKA, AMKA.
final class WesternEurope {
    private static final int[] ODD = {
        1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23
    };

    static final List<Identifier> ALL = List.of(
            Identifier.national(
                    "German tax identification number",
                    "[1-9][0-9] ?[0-9]{3} ?[0-9]{3} ?[0-9]{3}",
                    "",
                    "Steuer-?ID(?:entifikationsnummer)?|Steuerliche Identifikationsnummer|IdNr\\.?|tax ID(?: number)?",
                    CheckDigits::mod1110),
            Identifier.national(
                    "Austrian insurance number",
                    "[1-9][0-9]{3} ?[0-9]{6}",
                    "",
                    "SVNR|SV-?Nummer|Sozialversicherungsnummer|Versicherungsnummer",
                    bare -> weighted(bare, 3, 7, 9, 0, 5, 8, 4, 2, 1, 6) % 11 == digit(bare, 3)),
            Identifier.national(
                    "Swiss AHV number",
                    "756[. ]?[0-9]{4}[. ]?[0-9]{4}[. ]?[0-9]{2}",
                    "756\\.[0-9]{4}\\.[0-9]{4}\\.[0-9]{2}",
                    "AHV(?:-?(?:Nr|Nummer| number))?\\.?|AVS|OASI",
                    bare -> weighted(bare, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1) % 10 == 0),
            Identifier.national(
                    "French NIR",
                    "[12] ?[0-9]{2} ?[0-9]{2} ?(?:[0-9]{2}|2[AB]) ?[0-9]{3} ?[0-9]{3} ?[0-9]{2}",
                    "[12] [0-9]{2} [0-9]{2} [0-9]{1}[0-9AB] [0-9]{3} [0-9]{3} [0-9]{2}",
                    "NIR|INSEE|s\u00e9curit\u00e9 sociale",
                    WesternEurope::french),
            Identifier.national(
                    "Belgian national number",
                    "[0-9]{2}\\.?[0-9]{2}\\.?[0-9]{2}[- ]?[0-9]{3}[. ]?[0-9]{2}",
                    "[0-9]{2}\\.[0-9]{2}\\.[0-9]{2}-[0-9]{3}\\.[0-9]{2}",
                    "rijksregisternummer|num\u00e9ro national|national register number|INSZ|NISS",
                    WesternEurope::belgian),
            Identifier.national(
                    "Dutch BSN",
                    "[0-9]{9}|[0-9]{4}\\.[0-9]{2}\\.[0-9]{3}",
                    "",
                    "BSN|burgerservicenummer|sofinummer",
                    bare -> weighted(bare, 9, 8, 7, 6, 5, 4, 3, 2, -1) % 11 == 0),
            Identifier.national(
                    "Spanish DNI or NIE",
                    "[0-9]{8}-?[A-Z]|[XYZ]-?[0-9]{7}-?[A-Z]",
                    "",
                    "DNI|NIE|NIF|documento nacional de identidad",
                    WesternEurope::spanish),
            Identifier.national(
                    "Italian codice fiscale",
                    "[A-Z]{6} ?[0-9]{2}[A-EHLMPRST][0-9]{2} ?[A-Z][0-9]{3}[A-Z]",
                    ".+",
                    "codice fiscale|C\\.?F\\.?",
                    WesternEurope::italian),
            Identifier.national(
                    "Greek AMKA",
                    "[0-9]{11}",
                    "",
                    "AMKA|\u0391\u039c\u039a\u0391",
                    bare -> CheckDigits.ddmmyy(bare) && luhn(bare)));

    private WesternEurope() {}

    private static boolean french(String bare) {
        String digits = bare.replace("2A", "19").replace("2B", "18");
        return Long.parseLong(digits.substring(13)) == 97 - Long.parseLong(digits.substring(0, 13)) % 97;
    }

    private static boolean belgian(String bare) {
        int check = CheckDigits.number(bare, 9, 11);
        return 97 - Long.parseLong(bare.substring(0, 9)) % 97 == check
                || 97 - Long.parseLong("2" + bare.substring(0, 9)) % 97 == check;
    }

    private static boolean spanish(String bare) {
        String digits = bare.substring(0, 8).replace('X', '0').replace('Y', '1').replace('Z', '2');
        return "TRWAGMYFPDXBNJZSQVHLCKE".charAt(Integer.parseInt(digits) % 23) == bare.charAt(8);
    }

    private static boolean italian(String bare) {
        int sum = 0;
        for (int i = 0; i < 15; i++) {
            char letter = bare.charAt(i);
            int value = Character.isDigit(letter) ? letter - '0' : letter - 'A';
            sum += i % 2 == 0 ? ODD[value] : value;
        }
        return sum % 26 == bare.charAt(15) - 'A';
    }
}
