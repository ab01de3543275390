package dev.assay.check.confidentiality.personal;

import static dev.assay.check.confidentiality.personal.CheckDigits.digit;
import static dev.assay.check.confidentiality.personal.CheckDigits.weighted;

import java.util.List;

/// National identifiers of the Americas.
///
/// Sources: US Social Security Administration, randomization and ranges never assigned; Service Canada, SIN
/// validation; Receita Federal do Brasil (CPF); Registro Civil de Chile (RUN, modulus 11); AFIP of Argentina (CUIL);
/// Mexico's RENAPO, normative instruction for the CURP.
final class Americas {
    private static final String CURP = "0123456789ABCDEFGHIJKLMN\u00d1OPQRSTUVWXYZ";

    static final List<Identifier> ALL = List.of(
            Identifier.national(
                    "US Social Security number",
                    "(?!000|666|9)[0-9]{3}([- ]?)(?!00)[0-9]{2}\\1(?!0000)[0-9]{4}",
                    "[0-9]{3}-[0-9]{2}-[0-9]{4}",
                    "SSN|social security(?: (?:no|number))?\\.?",
                    bare -> !bare.equals("078051120")),
            Identifier.national(
                    "Canadian SIN",
                    "[0-9]{3}[- ]?[0-9]{3}[- ]?[0-9]{3}",
                    "",
                    "SIN|social insurance(?: (?:no|number))?\\.?",
                    CheckDigits::luhn),
            Identifier.national(
                    "Brazilian CPF",
                    "[0-9]{3}\\.[0-9]{3}\\.[0-9]{3}-[0-9]{2}|[0-9]{11}",
                    ".*-.*",
                    "CPF",
                    bare -> eleven(weighted(bare, 10, 9, 8, 7, 6, 5, 4, 3, 2)) == digit(bare, 9)
                            && eleven(weighted(bare, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2)) == digit(bare, 10)),
            Identifier.national(
                    "Chilean RUN",
                    "[0-9]{1,2}\\.[0-9]{3}\\.[0-9]{3}-[0-9Kk]|[0-9]{7,8}-[0-9Kk]",
                    ".*\\..*",
                    "RUN|RUT",
                    Americas::chilean),
            Identifier.national(
                    "Argentine CUIL",
                    "(?:20|23|24|27)-?[0-9]{8}-?[0-9]",
                    ".*-.*-.*",
                    "CUI[LT]",
                    bare -> (11 - weighted(bare, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2) % 11) % 11 == digit(bare, 10)),
            Identifier.national(
                    "Mexican CURP", "[A-Z]{4}[0-9]{6}[HMX][A-Z]{5}[0-9A-Z][0-9]", ".+", "CURP", Americas::curp));

    private Americas() {}

    private static int eleven(int sum) {
        int rest = sum % 11;
        return rest < 2 ? 0 : 11 - rest;
    }

    private static boolean chilean(String bare) {
        int sum = 0;
        for (int i = 0; i < bare.length() - 1; i++) {
            sum += digit(bare, bare.length() - 2 - i) * (2 + i % 6);
        }
        return "0K987654321".charAt(sum % 11) == bare.charAt(bare.length() - 1);
    }

    private static boolean curp(String bare) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += CURP.indexOf(bare.charAt(i)) * (18 - i);
        }
        return (10 - sum % 10) % 10 == digit(bare, 17);
    }
}
