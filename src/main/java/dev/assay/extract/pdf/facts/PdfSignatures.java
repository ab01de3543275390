package dev.assay.extract.pdf.facts;

import dev.assay.document.Fact;
import java.io.ByteArrayInputStream;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.jspecify.annotations.Nullable;

/// Digital signatures (ISO 32000-1, 12.8) as the file tells of them: who, when, and whether all of the file is
/// covered. Nothing is verified.
final class PdfSignatures {
    private static final int LARGEST = 1 << 20;
    private static final Pattern COMMON_NAME = Pattern.compile("(?:^|,\\s*)CN=(?:\"([^\"]*)\"|((?:\\\\.|[^,\\\\])*))");

    private final ToldFacts told;
    private final long length;
    private final Set<COSDictionary> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    /// @param length of the file in bytes
    PdfSignatures(ToldFacts told, long length) {
        this.told = told;
        this.length = length;
    }

    void tell(@Nullable COSDictionary signature) {
        if (signature == null || !seen.add(signature)) {
            return;
        }
        String name = PdfObjects.text(signature, COSName.NAME).strip();
        told.tell(new Fact.Signature(
                name.isEmpty() ? certified(signature) : name,
                PdfDate.iso(PdfObjects.text(signature, COSName.M)),
                isWhole(signature)));
    }

    /// Whether the ranges begin with the file, leave out the signature alone and reach to the file's end.
    private boolean isWhole(COSDictionary signature) {
        float[] rounded = PdfObjects.numbers(signature.getDictionaryObject(COSName.BYTERANGE));
        if (rounded.length != 4) {
            return false;
        }
        long[] range = new long[4];
        for (int i = 0; i < range.length; i++) {
            range[i] =
                    signature.getCOSArray(COSName.BYTERANGE).getObject(i) instanceof org.apache.pdfbox.cos.COSNumber n
                            ? n.longValue()
                            : -1;
        }
        COSString contents =
                signature.getDictionaryObject(COSName.CONTENTS) instanceof COSString string ? string : null;
        long left = range[2] - range[1];
        // Two hexadecimal digits for each byte, and the brackets around them.
        boolean signatureOnly = contents != null && left <= contents.getBytes().length * 2L + 2;
        return range[0] == 0 && range[2] >= range[1] && signatureOnly && range[2] + range[3] >= length;
    }

    /// The name in the signer's certificate: of the one that certifies no other.
    private static String certified(COSDictionary signature) {
        if (!(signature.getDictionaryObject(COSName.CONTENTS) instanceof COSString contents)
                || contents.getBytes().length > LARGEST) {
            return "unnamed";
        }
        try {
            Collection<? extends Certificate> certificates = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(contents.getBytes()));
            List<X509Certificate> all = certificates.stream()
                    .filter(X509Certificate.class::isInstance)
                    .map(X509Certificate.class::cast)
                    .toList();
            return all.stream()
                    .filter(one -> all.stream()
                            .noneMatch(other -> !other.equals(one)
                                    && other.getIssuerX500Principal().equals(one.getSubjectX500Principal())))
                    .findFirst()
                    .map(one -> commonName(one.getSubjectX500Principal().getName()))
                    .orElse("unnamed");
        } catch (CertificateException | RuntimeException e) {
            // What is no certificate names nobody.
            return "unnamed";
        }
    }

    private static String commonName(String subject) {
        Matcher name = COMMON_NAME.matcher(subject);
        if (!name.find()) {
            return subject;
        }
        return name.group(1) == null ? name.group(2).replaceAll("\\\\(.)", "$1") : name.group(1);
    }
}
