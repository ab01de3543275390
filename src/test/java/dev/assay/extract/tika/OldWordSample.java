package dev.assay.extract.tika;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.zip.InflaterInputStream;

/// A document of Word 97 to 2003, as LibreOffice wrote it: a heading, a paragraph with deleted, inserted and
/// hidden words, a table.
final class OldWordSample {
    private static final String PACKED =
            "eNrtWl1sVFUQnnP3p3crLdttLVgQlrIBUrRsoWoJJdIfsVRKqyCYqJilu7WlP1vbLWDiA4kaicGkBhMTYiIm1ReNQXwhxkRf"
                    + "fNPIC43EF4hPGhLAqJEHun4z99xyXbpyd2kCjXc2s+fn3jMz55yZ2Zlz9tyPFRc/+qLmEuXAFvLRTDZEQUefAlbYjTCRoftm"
                    + "stms3Z31YEHBDV3yHvqxfwFg0NpeMoEhYCnwPuAiYBmwHLhY7ztjRNc9WHjwDKXxyVCUnqARlGP0KhUC1dAYJz03Y2ZcvucW"
                    + "PP7F81cOO3baf4kL+w/r3wO2/0pgFfB+0QmiJcClwAeANcBlwOWa1wqUK3V9lec77ioorL6v1NKhYMgQnfjWUo3tvH9dA71j"
                    + "6fF0Xya6Lz2WfLg9PTgxnBrJiE507ea+9nSvaALX69GQ5/VN9MfmM6/cXheVFUYUDRFoXSmoPC8aacF+qOa1rMEldHkX/NsY"
                    + "DVOChrQeN8SoLqZaYkSbqLWOujv99DSwrbOahjtC/nHgUx0G9XQGaKTDb2aA+1FPdC6llzo2+6mOVPgaONeJfXRQCrSTNAD/"
                    + "+TL8aINYkaJta/5b8u00s1KRobaLtf2bCtvZYqqcukpVU0coGFOwpe7OIMQMQszlIpol0nJqpNYw02kUafaAzhHx562Yd1K8"
                    + "eRifSLJKKVCElU4dF1vcEFYqotgm/bQTfMcxijeDLbqZakGzVjWLbG2QbBRPB0BxRGSLgNIRkW0RZCuHTEvpUVPxCr1oqlqZ"
                    + "2UaUvBI7MCYpUnGrUkZYMCi8RXlE/9jhTJuWD+L6V7pt+6Ns1pDas6A4CEzTYXwrapmlxmCEHeR7LC8mw5+snlRuVGoPJjoM"
                    + "gcexiLtQHkbJP5OsQjz9R0DHjc7uxuIP0wGMZMXbtMYd9xYo64BW1gFwUhW3H8PbdwCSjmGcvU1R8E8JrT4Xc3qMObmQrk0k"
                    + "Y25MmejxoLtx7eB5EGP30oRIxlzHeY2wKipc/AxtOs5Va4VSKfMdeK/vsE39ag6Xox1Bp7RMUcPXJ81bek09Yq0PzMjSVg/u"
                    + "wFnH559mjiVGXW5SwZIczRdLsbIYc/2u0cU3P/z9end/+NN3TVq/9ssLzPM1HV/x8yYdX23TMdZOrYDP6VgrqeOtUT3NX28Q"
                    + "rdD1uB5ng5v6XHD5Y6W6oiGs2dXIN86l0b4Xvj2RHkqMNM2xYCF/NW11GO/gbePUxeLbla4H9Vy4ngvH5PusNt6zLnwMv1NV"
                    + "wIZ+r6xV/iln3FqIdFnduWIGi4xrKrEXBxxjI4YVVd8rwGtT4/myeQPWk0V3ga9BF7zF98CD/zV0IajOUL/kimUSZh9CTxQJ"
                    + "AmfNSUkYOHsbkvdSqN98MiDBNwfluU/68Swp40YcvSnJBOvB57C8kZFExH5ahoQkhdzXCu5LEMYnZEwJPlYOz3KWIL+O48O9"
                    + "LUhtMsI/ijKBBIGlrJeYyQOXgBgvBmwG7gUOAQ8B39bxH/197Qr95i3TQoJQa5052s8HKr5mU5UpU/k7FAX6ybz0VhmZqhet"
                    + "pLRgRBzj6z0/DjwJnAJ+Ajyjz2D+dBK/krfxS97GG+5eu6uwn6g6ppbE1I4+Dv7N6TgZ72V/rlgdc0uh6i/jWGVoWtLPyDSn"
                    + "FFmNs7XRgrobp4OklE9XDN+QVfHbPSZ6+hrJ18jxY7UtuS9GiRifcbbEOMOymqiXKl23jxX5ANTk/f1a2/op52xOenaUN2J3"
                    + "rOrC1hsytlBznLb1ELX2GLTy9LkN0dMXt646fSpQC1w9eSoQA27E84bJJMVH+bB2E1rrNlJ53NOEhQ/5zq+4xzj/w/kP6peF"
                    + "T7xv0vqHrn/ejr5ATt8LZN3zKY1hx1lVvn4P7h2Yz/t/3ufcO8S5xsAP0VF9tq6oTa4hRqkb8fvBguWPQKuYI3vPbAH36jYn"
                    + "Bb6cNRQLpeDOfH0F8Gd57RPHBtozm7kUA+WafyH3/yzrhP5jV4B20wTWny+CeO/5tq5v9sb05p1fPlgH/vZ/BtzyfxD4ma7v"
                    + "0/lfO8pekSQleugWaoqYP18G2ufWgVs4F7YeTUXwjwIz82jDd/L/j38AmwYoWA==";

    private OldWordSample() {}

    static byte[] bytes() throws IOException {
        byte[] packed = Base64.getDecoder().decode(PACKED);
        return new InflaterInputStream(new ByteArrayInputStream(packed)).readAllBytes();
    }
}
