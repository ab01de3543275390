package dev.assay.check.confidentiality.personal;

import static dev.assay.check.confidentiality.personal.CheckDigits.digit;
import static dev.assay.check.confidentiality.personal.CheckDigits.luhn;
import static dev.assay.check.confidentiality.personal.CheckDigits.mod112;
import static dev.assay.check.confidentiality.personal.CheckDigits.number;
import static dev.assay.check.confidentiality.personal.CheckDigits.weighted;
import static dev.assay.check.confidentiality.personal.CheckDigits.yymmdd;

import java.util.List;

/// National identifiers of Asia and Africa.
///
/// Sources: GB 11643-1999 (China); Hong Kong Immigration Department; Taiwan, Ministry of the Interior; Korean
/// Resident Registration Act, rules before October 2020; Japanese ministerial ordinance 85 of 2014 (My Number);
/// UIDAI (Aadhaar, by Verhoeff); Singapore's National Registration; Thai Department of Provincial Administration;
/// Israeli Population Authority; South African Department of Home Affairs.
final class AsiaAfrica {
    static final List<Identifier> ALL = List.of(
            Identifier.national(
                    "Chinese identity number",
                    "[1-8][0-9]{5}(?:18|19|20)[0-9]{9}[0-9Xx]",
                    ".+",
                    "\u8eab\u4efd\u8bc1|Chinese (?:ID|identity)|resident identity",
                    bare -> CheckDigits.day(number(bare, 6, 10), number(bare, 10, 12), number(bare, 12, 14))
                            && mod112(bare)),
            Identifier.national(
                    "Hong Kong identity number",
                    "[A-Z]{1,2}[0-9]{6} ?\\([0-9A]\\)|[A-Z]{1,2}[0-9]{6}[0-9A]",
                    ".*\\(.*",
                    "HKID|Hong Kong ID(?:entity card)?",
                    AsiaAfrica::hongKong),
            Identifier.national(
                    "Taiwanese identity number",
                    "[A-Z][12][0-9]{8}",
                    "",
                    "Taiwan(?:ese)? (?:ID|identity)|national ID|\u8eab\u5206\u8b49",
                    AsiaAfrica::taiwanese),
            Identifier.national(
                    "Korean resident number",
                    "[0-9]{6}-?[0-9]{7}",
                    "[0-9]{6}-[0-9]{7}",
                    "RRN|resident registration(?: number)?|\uc8fc\ubbfc\ub4f1\ub85d\ubc88\ud638",
                    bare -> yymmdd(bare)
                            && (11 - weighted(bare, 2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5) % 11) % 10 == digit(bare, 12)),
            Identifier.national(
                    "Japanese My Number",
                    "[0-9]{4}[ -]?[0-9]{4}[ -]?[0-9]{4}",
                    "",
                    "My Number|individual number|\u30de\u30a4\u30ca\u30f3\u30d0\u30fc|\u500b\u4eba\u756a\u53f7",
                    bare -> {
                        int rest = weighted(bare, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2) % 11;
                        return (rest < 2 ? 0 : 11 - rest) == digit(bare, 11);
                    }),
            Identifier.national(
                    "Aadhaar number",
                    "[2-9][0-9]{3}[ -]?[0-9]{4}[ -]?[0-9]{4}",
                    "",
                    "Aadhaar|Aadhar|UIDAI",
                    CheckDigits::verhoeff),
            Identifier.national(
                    "Singaporean NRIC or FIN", "[STFG][0-9]{7}[A-Z]", ".+", "NRIC|FIN", AsiaAfrica::singaporean),
            Identifier.national(
                    "Thai identity number",
                    "[1-8]-?[0-9]{4}-?[0-9]{5}-?[0-9]{2}-?[0-9]",
                    "[1-8]-[0-9]{4}-[0-9]{5}-[0-9]{2}-[0-9]",
                    "Thai (?:ID|identity|national ID)",
                    bare -> (11 - weighted(bare, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2) % 11) % 10 == digit(bare, 12)),
            Identifier.national(
                    "Israeli identity number",
                    "[0-9]{8}-?[0-9]",
                    "",
                    "teudat zehut|Israeli ID(?:entity)?|\u05ea\u05e2\u05d5\u05d3\u05ea \u05d6\u05d4\u05d5\u05ea",
                    CheckDigits::luhn),
            Identifier.national(
                    "South African ID number",
                    "[0-9]{6} ?[0-9]{4} ?[01][0-9]{2}",
                    "",
                    "South African ID|SA ID|RSA ID|ID (?:no|number)\\.?",
                    bare -> yymmdd(bare) && luhn(bare)));

    private AsiaAfrica() {}

    private static boolean hongKong(String bare) {
        String padded = bare.length() == 8 ? " " + bare : bare;
        int sum = padded.charAt(0) == ' ' ? 36 * 9 : digit(padded, 0) * 9;
        for (int i = 1; i < 9; i++) {
            sum += digit(padded, i) * (9 - i);
        }
        return sum % 11 == 0;
    }

    private static boolean taiwanese(String bare) {
        int area = "ABCDEFGHJKLMNPQRSTUVXYWZIO".indexOf(bare.charAt(0)) + 10;
        int sum = area / 10 + area % 10 * 9;
        return (sum + weighted(bare.substring(1), 8, 7, 6, 5, 4, 3, 2, 1, 1)) % 10 == 0;
    }

    private static boolean singaporean(String bare) {
        int sum = weighted(bare.substring(1), 2, 7, 6, 5, 4, 3, 2);
        char first = bare.charAt(0);
        int index = (sum + (first == 'T' || first == 'G' ? 4 : 0)) % 11;
        String letters = first == 'S' || first == 'T' ? "JZIHGFEDCBA" : "XWUTRQPNMLK";
        return letters.charAt(index) == bare.charAt(8);
    }
}
