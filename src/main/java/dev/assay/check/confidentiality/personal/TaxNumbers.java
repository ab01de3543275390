package dev.assay.check.confidentiality.personal;

import static dev.assay.check.confidentiality.personal.CheckDigits.digit;
import static dev.assay.check.confidentiality.personal.CheckDigits.luhn;
import static dev.assay.check.confidentiality.personal.CheckDigits.mod1110;
import static dev.assay.check.confidentiality.personal.CheckDigits.number;
import static dev.assay.check.confidentiality.personal.CheckDigits.weighted;

import java.util.List;
import java.util.function.Predicate;

/// Tax and VAT numbers. Sources: European Commission, VIES, structure and check of VAT identification numbers; HMRC,
/// VAT registration numbers (modulus 97 and 9755); Australian Taxation Office, TFN.
final class TaxNumbers {
    static final List<Identifier> ALL = List.of(
            vat("DE", "[0-9]{9}", bare -> mod1110(bare.substring(2))),
            vat("BE", "[01][0-9]{9}", bare -> 97 - number(bare, 2, 10) % 97 == number(bare, 10, 12)),
            vat("DK", "[0-9]{8}", bare -> weighted(bare.substring(2), 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0),
            vat("FR", "[0-9]{11}", bare -> (12 + 3 * (number(bare, 4, 13) % 97)) % 97 == number(bare, 2, 4)),
            vat("GB", "[0-9]{9}", bare -> {
                int sum = weighted(bare.substring(2), 8, 7, 6, 5, 4, 3, 2) + number(bare, 9, 11);
                return sum % 97 == 0 || (sum + 55) % 97 == 0;
            }),
            vat("IT", "[0-9]{11}", bare -> luhn(bare.substring(2))),
            vat("LU", "[0-9]{8}", bare -> number(bare, 2, 8) % 89 == number(bare, 8, 10)),
            vat("PL", "[0-9]{10}", bare -> weighted(bare.substring(2), 6, 5, 7, 2, 3, 4, 5, 6, 7, -1) % 11 == 0),
            vat("PT", "[0-9]{9}", bare -> {
                int rest = weighted(bare.substring(2), 9, 8, 7, 6, 5, 4, 3, 2) % 11;
                return (rest < 2 ? 0 : 11 - rest) == digit(bare, 10);
            }),
            vat("SE", "[0-9]{10}01", bare -> luhn(bare.substring(2, 12))),
            Identifier.of(
                    "tax-number",
                    "Australian tax file number",
                    "[0-9]{3} ?[0-9]{3} ?[0-9]{3}",
                    "",
                    "TFN|tax file number",
                    bare -> weighted(bare, 1, 4, 3, 7, 5, 8, 6, 9, 10) % 11 == 0));

    private TaxNumbers() {}

    private static Identifier vat(String country, String digits, Predicate<String> check) {
        return Identifier.of(
                "tax-number",
                country + " VAT number",
                country + " ?" + digits,
                ".+",
                "VAT(?: (?:no|number|ID))?\\.?|USt-?Id(?:-?Nr)?\\.?|TVA",
                check);
    }
}
