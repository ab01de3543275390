package dev.assay.extract.mail;

import dev.assay.document.Extraction.Reason;
import dev.assay.document.Fact;
import dev.assay.document.Gap;
import dev.assay.document.Place;
import dev.assay.extract.draft.UnreadableFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import org.apache.james.mime4j.MimeException;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataParser;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationStore;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.bouncycastle.util.Store;

/// Signatures of mail, S/MIME (RFC 8551) and OpenPGP (RFC 3156): who signed and when. Nothing is verified.
final class Signatures {
    private static final int LARGEST = 1 << 20;
    private static final int LOOKED_AT = 64;

    /// The object identifiers `1.2.840.113549.1.7.2` and `.3`, encoded.
    private static final String SIGNED_DATA = "*\u0086H\u0086\u00f7\r\u0001\u0007\u0002";

    private static final String ENVELOPED_DATA = "*\u0086H\u0086\u00f7\r\u0001\u0007\u0003";

    private Signatures() {}

    /// Reads the content that a signature is wrapped around.
    interface Content {
        void read(InputStream content) throws IOException, MimeException, UnreadableFile;
    }

    /// A signature that lies beside what it signs.
    static void detached(InputStream in, String type, MailDraft draft) throws IOException {
        byte[] bytes = in.readNBytes(LARGEST);
        if (type.contains("pgp")) {
            draft.fact(OpenPgpSignature.of(new String(bytes, StandardCharsets.ISO_8859_1)));
            return;
        }
        try {
            CMSSignedData signed = new CMSSignedData(bytes);
            tell(signed.getSignerInfos(), signed.getCertificates(), draft);
        } catch (CMSException | RuntimeException e) {
            // Its parser answers broken bytes with exceptions of many kinds.
            tellUnreadable(draft);
        }
    }

    /// Content wrapped in its signature.
    ///
    /// @throws UnreadableFile if it is encrypted
    static void opaque(InputStream bytes, MailDraft draft, Content content)
            throws IOException, MimeException, UnreadableFile {
        BufferedInputStream in = new BufferedInputStream(bytes);
        in.mark(LOOKED_AT);
        String head = new String(in.readNBytes(LOOKED_AT), StandardCharsets.ISO_8859_1);
        in.reset();
        if (head.contains(ENVELOPED_DATA)) {
            throw new UnreadableFile(Reason.PASSWORD, "the mail is encrypted (S/MIME)");
        }
        if (!head.contains(SIGNED_DATA)) {
            draft.gap(Gap.Reason.SKIPPED_PART, new Place.Whole(), "S/MIME content of an unknown kind");
            return;
        }
        try {
            CMSSignedDataParser parser = new CMSSignedDataParser(new BcDigestCalculatorProvider(), in);
            content.read(parser.getSignedContent().getContentStream());
            parser.getSignedContent().drain();
            tell(parser.getSignerInfos(), certificates(parser), draft);
        } catch (CMSException | IOException | IllegalArgumentException | ClassCastException e) {
            tellUnreadable(draft);
        }
    }

    /// The library's own type says less than it returns.
    @SuppressWarnings("unchecked")
    private static Store<X509CertificateHolder> certificates(CMSSignedDataParser parser) throws CMSException {
        return parser.getCertificates();
    }

    @SuppressWarnings("unchecked")
    private static Collection<X509CertificateHolder> of(
            SignerInformation signer, Store<X509CertificateHolder> certificates) {
        return certificates.getMatches(signer.getSID());
    }

    private static void tellUnreadable(MailDraft draft) {
        draft.fact(new Fact.Signature("unreadable certificate", "", true));
        draft.gap(Gap.Reason.DAMAGED, new Place.Whole(), "its signature is damaged");
    }

    private static void tell(
            SignerInformationStore signers, Store<X509CertificateHolder> certificates, MailDraft draft) {
        for (SignerInformation signer : signers) {
            Collection<X509CertificateHolder> found = of(signer, certificates);
            String name = found.isEmpty()
                    ? "certificate " + signer.getSID().getSerialNumber() + ", which is not in the mail"
                    : found.iterator().next().getSubject().toString();
            draft.fact(new Fact.Signature(name, when(signer), true));
        }
    }

    private static String when(SignerInformation signer) {
        if (signer.getSignedAttributes() == null) {
            return "";
        }
        Attribute time = signer.getSignedAttributes().get(CMSAttributes.signingTime);
        return time == null
                ? ""
                : Time.getInstance(time.getAttrValues().getObjectAt(0))
                        .getDate()
                        .toInstant()
                        .toString();
    }
}
