package dev.assay.check.confidentiality.personal;

import static dev.assay.check.confidentiality.personal.CheckDigits.ddmmyy;
import static dev.assay.check.confidentiality.personal.CheckDigits.digit;
import static dev.assay.check.confidentiality.personal.CheckDigits.luhn;
import static dev.assay.check.confidentiality.personal.CheckDigits.number;
import static dev.assay.check.confidentiality.personal.CheckDigits.weighted;
import static dev.assay.check.confidentiality.personal.CheckDigits.yymmdd;

import java.util.List;

/// National identifiers of the British Isles, the Nordic and the Baltic countries.
///
/// Sources: HMRC, National Insurance Manual NIM39110; NHS Data Dictionary, NHS NUMBER; Irish Revenue, format of PPS
/// numbers; Skatteverket, SKV 704; Skatteetaten, national identity number; CPR-kontoret, Personnummeret i CPR;
/// Digital and Population Data Services Agency, personal identity code; Registers Iceland, ID numbers; EVS 585
/// (Estonia, and Lithuania alike).
final class NorthernEurope {
    static final List<Identifier> ALL = List.of(
            Identifier.national(
                    "UK National Insurance number",
                    "(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?[0-9]{2} ?[0-9]{2} ?[0-9]{2} ?[A-D]",
                    ".{2} [0-9]{2} [0-9]{2} [0-9]{2} .",
                    "NINO|NI (?:no|number)\\.?|national insurance(?: (?:no|number))?\\.?",
                    bare -> true),
            Identifier.national(
                    "NHS number", "[0-9]{3}[ -]?[0-9]{3}[ -]?[0-9]{4}", "", "NHS(?: (?:no|number))?\\.?", bare -> {
                        int check = 11 - weighted(bare, 10, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
                        return check % 11 == digit(bare, 9);
                    }),
            Identifier.national(
                    "Irish PPS number", "[0-9]{7}[A-W][A-IW]?", "", "PPSN?|PPS (?:no|number)\\.?", NorthernEurope::pps),
            Identifier.national(
                    "Swedish personal number",
                    "(?:19|20)?[0-9]{6}[-+]?[0-9]{4}",
                    "(?:19|20)[0-9]{6}-[0-9]{4}",
                    "personnummer|personal (?:identity )?number|samordningsnummer",
                    bare -> {
                        String ten = bare.substring(bare.length() - 10);
                        return dayFrom(ten, 60) && luhn(ten);
                    }),
            Identifier.national(
                    "Norwegian identity number",
                    "[0-9]{6} ?[0-9]{5}",
                    "",
                    "f\u00f8dselsnummer|personnummer|national identity (?:no|number)\\.?",
                    bare -> ddmmyy(bare)
                            && weighted(bare, 3, 7, 6, 1, 8, 9, 4, 5, 2, 1) % 11 == 0
                            && weighted(bare, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0),
            Identifier.national(
                    "Danish CPR number",
                    "[0-9]{6}[- ]?[0-9]{4}",
                    "",
                    "CPR(?:-?(?:nr|nummer| number))?\\.?",
                    CheckDigits::ddmmyy),
            Identifier.national(
                    "Finnish identity code",
                    "[0-9]{6}[-+ABCDEFYXWVU][0-9]{3}[0-9A-Y]",
                    "[0-9]{6}[-A][0-9]{3}[0-9A-Y]",
                    "HETU|henkil\u00f6tunnus|personal identity code",
                    NorthernEurope::finnish),
            Identifier.national(
                    "Icelandic ID number",
                    "[0-9]{6}-?[0-9]{4}",
                    "",
                    "kennitala|Icelandic ID(?: number)?",
                    bare -> ddmmyy(bare) && weighted(bare, 3, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0),
            Identifier.national(
                    "Estonian or Lithuanian personal code",
                    "[1-8][0-9]{10}",
                    "",
                    "isikukood|asmens kodas|personal (?:identification )?code",
                    NorthernEurope::baltic));

    private NorthernEurope() {}

    /// A coordination number counts 60 to the day.
    private static boolean dayFrom(String ten, int added) {
        int day = number(ten, 4, 6);
        String plain = ten.substring(0, 4) + (day > added ? String.format("%02d", day - added) : ten.substring(4, 6));
        return yymmdd(plain);
    }

    private static boolean pps(String bare) {
        int second = bare.length() == 9 && bare.charAt(8) != 'W' ? bare.charAt(8) - 'A' + 1 : 0;
        int remainder = (weighted(bare, 8, 7, 6, 5, 4, 3, 2) + 9 * second) % 23;
        return bare.charAt(7) == (remainder == 0 ? 'W' : (char) ('A' + remainder - 1));
    }

    private static boolean finnish(String bare) {
        String digits = bare.substring(0, 6) + bare.substring(bare.length() - 4, bare.length() - 1);
        return ddmmyy(digits)
                && "0123456789ABCDEFHJKLMNPRSTUVWXY".charAt(Integer.parseInt(digits) % 31)
                        == bare.charAt(bare.length() - 1);
    }

    private static boolean baltic(String bare) {
        int first = weighted(bare, 1, 2, 3, 4, 5, 6, 7, 8, 9, 1) % 11;
        int check = first < 10 ? first : weighted(bare, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3) % 11 % 10;
        return yymmdd(bare.substring(1)) && check == digit(bare, 10);
    }
}
