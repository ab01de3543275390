package dev.assay.check.confidentiality.personal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The values are documentation examples of the issuers, or made to satisfy the check.
final class IdentifiersTest {
    private static final List<String> EXAMPLES = List.of(
            "IBAN = GB82 WEST 1234 5698 7654 32",
            "payment card number = 4111 1111 1111 1111",
            "payment card number = 378282246310005",
            "UK National Insurance number = AB 12 34 56 C",
            "NHS number = 943 476 5919",
            "Irish PPS number = 1234567FA",
            "Swedish personal number = 811228-9874",
            "Norwegian identity number = 01019010046",
            "Danish CPR number = 010180-1234",
            "Finnish identity code = 131052-308T",
            "Icelandic ID number = 120174-3399",
            "Estonian or Lithuanian personal code = 37605030299",
            "German tax identification number = 86 095 742 719",
            "Austrian insurance number = 1237 010180",
            "Swiss AHV number = 756.9217.0769.85",
            "French NIR = 2 55 08 14 168 025 38",
            "Belgian national number = 85.07.30-033.28",
            "Dutch BSN = 111222333",
            "Spanish DNI or NIE = 12345678Z",
            "Spanish DNI or NIE = X1234567L",
            "Italian codice fiscale = RSSMRA85T10A562S",
            "Greek AMKA = 01013099997",
            "Polish PESEL = 44051401359",
            "Czech or Slovak birth number = 710319/2745",
            "Romanian CNP = 1630615123457",
            "Bulgarian EGN = 7523169263",
            "Croatian OIB = 33392005961",
            "JMBG or EM\u0160O = 0101006500006",
            "Ukrainian RNOKPP = 1759013776",
            "Turkish identity number = 10000000146",
            "US Social Security number = 219-09-9999",
            "Canadian SIN = 046 454 286",
            "Brazilian CPF = 111.444.777-35",
            "Chilean RUN = 12.345.678-5",
            "Argentine CUIL = 20-12345678-6",
            "Mexican CURP = BOXW310820HNERXN09",
            "Chinese identity number = 11010519491231002X",
            "Hong Kong identity number = A123456(3)",
            "Taiwanese identity number = A123456789",
            "Korean resident number = 971013-9019902",
            "Japanese My Number = 1234 5678 9018",
            "Aadhaar number = 2341 2341 2346",
            "Singaporean NRIC or FIN = S1234567D",
            "Thai identity number = 1-2345-67890-12-1",
            "Israeli identity number = 12345678-2",
            "South African ID number = 8001015009087",
            "DE VAT number = DE136695976",
            "BE VAT number = BE0428759497",
            "DK VAT number = DK13585628",
            "FR VAT number = FR40303265045",
            "GB VAT number = GB980780684",
            "IT VAT number = IT00743110157",
            "LU VAT number = LU15027442",
            "PL VAT number = PL8567346215",
            "PT VAT number = PT501964843",
            "SE VAT number = SE556188840401",
            "Australian tax file number = 123 456 782");

    @TestFactory
    Stream<DynamicTest> example_fitsAndFailsWithItsLastSignsChanged() {
        return EXAMPLES.stream()
                .map(example -> DynamicTest.dynamicTest(example, () -> {
                    String[] sides = example.split(" = ");
                    Identifier identifier = named(sides[0]);
                    assertTrue(identifier.form().matcher(sides[1]).matches(), "form");
                    assertTrue(identifier.holds(sides[1]), "check");
                    if (!List.of("UK National Insurance number", "US Social Security number", "Danish CPR number")
                            .contains(sides[0])) {
                        assertFalse(identifier.holds(changed(sides[1])), "a wrong digit");
                    }
                }));
    }

    @Test
    void everyIdentifier_hasAnExample() {
        assertEquals(
                List.of(),
                Identifiers.all().stream()
                        .map(Identifier::name)
                        .filter(name -> EXAMPLES.stream().noneMatch(example -> example.startsWith(name + " = ")))
                        .toList());
    }

    @Test
    void mask_keepsLengthAndNoMoreThanHalf() {
        assertEquals("+44 7\u2022\u2022\u2022 \u2022\u2022\u2022\u202212", Mask.of("+44 7700 900112", 3, 2));
        assertEquals("\u2022\u2022\u2022", Mask.of("123", 2, 2));
        assertEquals("a\u2022\u2022\u2022.\u2022@\u2022\u2022.org", Mask.email("anna.b@ex.org"));
    }

    private static Identifier named(String name) {
        return Identifiers.all().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /// With another digit in the middle, as a slip of the finger makes.
    private static String changed(String value) {
        int at = value.length() / 2;
        while (!Character.isDigit(value.charAt(at))) {
            at++;
        }
        char other = value.charAt(at) == '9' ? '8' : (char) (value.charAt(at) + 1);
        return value.substring(0, at) + other + value.substring(at + 1);
    }
}
