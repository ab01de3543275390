package dev.assay.check.confidentiality.personal;

import static dev.assay.check.confidentiality.personal.CheckDigits.digit;
import static dev.assay.check.confidentiality.personal.CheckDigits.number;
import static dev.assay.check.confidentiality.personal.CheckDigits.weighted;

import java.util.List;

/// National identifiers of eastern Europe and Turkey.
///
/// Sources: Polish law on population registration of 24 September 2010 (PESEL); Czech act 133/2000 (rodn\u00e9
/// \u010d\u00edslo, Slovakia alike); Romanian emergency ordinance 97/2005 (CNP); Bulgarian GRAO (EGN); Croatian
/// Tax Administration (OIB, by ISO/IEC 7064); Yugoslav JMBG as used by its successor states; State Tax Service of
/// Ukraine (RNOKPP); Turkish Directorate of Civil Registration.
final class EasternEurope {
    static final List<Identifier> ALL = List.of(
            Identifier.national(
                    "Polish PESEL",
                    "[0-9]{11}",
                    "",
                    "PESEL",
                    bare -> weighted(bare, 1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1) % 10 == 0),
            Identifier.national(
                    "Czech or Slovak birth number",
                    "[0-9]{6}/?[0-9]{4}",
                    "",
                    "rodn\u00e9 \u010d\u00edslo|birth (?:no|number)\\.?|R\u010c",
                    bare -> {
                        long check = Long.parseLong(bare.substring(0, 9)) % 11 % 10;
                        return check == digit(bare, 9);
                    }),
            Identifier.national("Romanian CNP", "[1-8][0-9]{12}", "", "CNP|cod numeric personal", bare -> {
                int sum = weighted(bare, 2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9) % 11;
                return (sum == 10 ? 1 : sum) == digit(bare, 12);
            }),
            Identifier.national(
                    "Bulgarian EGN",
                    "[0-9]{10}",
                    "",
                    "EGN|\u0415\u0413\u041d",
                    bare -> weighted(bare, 2, 4, 8, 5, 10, 9, 7, 3, 6) % 11 % 10 == digit(bare, 9)),
            Identifier.national("Croatian OIB", "[0-9]{11}", "", "OIB", CheckDigits::mod1110),
            Identifier.national(
                    "JMBG or EM\u0160O", "[0-9]{13}", "", "JMBG|EM\u0160O|EMSO|\u0408\u041c\u0411\u0413", bare -> {
                        int check = 11 - weighted(bare, 7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2) % 11;
                        return (check > 9 ? 0 : check) == digit(bare, 12);
                    }),
            Identifier.national(
                    "Ukrainian RNOKPP",
                    "[0-9]{10}",
                    "",
                    "RNOKPP|\u0420\u041d\u041e\u041a\u041f\u041f|\u0406\u041f\u041d",
                    bare -> Math.floorMod(weighted(bare, -1, 5, 7, 9, 4, 6, 10, 5, 7), 11) % 10 == digit(bare, 9)),
            Identifier.national(
                    "Turkish identity number",
                    "[1-9][0-9]{10}",
                    "",
                    "TCKN|T\\.?C\\.? Kimlik(?: No)?|kimlik numaras\u0131|Turkish (?:ID|identity)(?: number)?",
                    EasternEurope::turkish));

    private EasternEurope() {}

    private static boolean turkish(String bare) {
        int tenth = Math.floorMod(weighted(bare, 7, -1, 7, -1, 7, -1, 7, -1, 7), 10);
        int eleventh = weighted(bare, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1) % 10;
        return number(bare, 9, 11) == tenth * 10 + eleventh;
    }
}
