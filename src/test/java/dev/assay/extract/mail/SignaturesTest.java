package dev.assay.extract.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.document.Document;
import dev.assay.document.Extraction.Reason;
import dev.assay.document.Fact;
import dev.assay.document.Gap;
import dev.assay.document.Layer;
import dev.assay.extract.Reading;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Hashtable;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignaturesTest {
    private static final Instant WHEN = Instant.parse("2026-11-03T08:05:00Z");
    private static KeyPair keys;
    private static X509CertificateHolder certificate;

    @TempDir
    Path folder;

    @BeforeAll
    static void makeCertificate() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2_048);
        keys = generator.generateKeyPair();
        X500Name name = new X500Name("CN=A. Jones,O=Kestrel Insight");
        certificate = new JcaX509v3CertificateBuilder(
                        name,
                        BigInteger.ONE,
                        Date.from(WHEN),
                        Date.from(WHEN.plusSeconds(86_400)),
                        name,
                        keys.getPublic())
                .build(new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate()));
    }

    private static byte[] signature(byte[] content, boolean around) throws Exception {
        Hashtable<ASN1ObjectIdentifier, Attribute> attributes = new Hashtable<>();
        attributes.put(
                CMSAttributes.signingTime,
                new Attribute(CMSAttributes.signingTime, new DERSet(new Time(Date.from(WHEN)))));
        CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
        generator.addSignerInfoGenerator(new SignerInfoGeneratorBuilder(new BcDigestCalculatorProvider())
                .setSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(new AttributeTable(attributes)))
                .build(new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate()), certificate));
        generator.addCertificate(certificate);
        return generator.generate(new CMSProcessableByteArray(content), around).getEncoded();
    }

    private static String base64(byte[] bytes) {
        return Base64.getMimeEncoder(76, new byte[] {'\n'}).encodeToString(bytes);
    }

    @Test
    void signatureBesideTheContent_isTold() throws Exception {
        String content = Eml.text("Signed words");
        Document document = Reading.document(
                folder,
                Eml.multipart(
                        "signed; protocol=\"application/pkcs7-signature\"",
                        content,
                        "Content-Type: application/pkcs7-signature\nContent-Transfer-Encoding: base64\n\n"
                                + base64(signature(Eml.of(content), false))),
                "a.eml");
        assertEquals(List.of("Paragraph Signed words"), Reading.blocks(document, Layer.BODY));
        assertEquals(
                List.of(new Fact.Signature("CN=A. Jones,O=Kestrel Insight", "2026-11-03T08:05:00Z", true)),
                document.facts(Fact.Signature.class).toList());
        assertEquals(List.of(), document.gaps());
    }

    @Test
    void contentInsideItsSignature_isRead() throws Exception {
        byte[] content = Eml.of("Content-Type: "
                + Eml.parts("mixed", "b", Eml.text("Signed words"), Eml.attachment("a.txt", Eml.of("Attached"))));
        Document document = Reading.document(
                folder,
                Eml.single(
                        "application/pkcs7-mime; smime-type=signed-data; name=smime.p7m\n"
                                + "Content-Transfer-Encoding: base64",
                        base64(signature(content, true))),
                "a.eml");
        assertEquals(
                List.of("Paragraph Signed words", "Paragraph Attached"), Reading.blocks(document, Layer.BODY));
        assertEquals(
                List.of("CN=A. Jones,O=Kestrel Insight"),
                document.facts(Fact.Signature.class).map(Fact.Signature::signer).toList());
        assertEquals(List.of(), document.gaps());
    }

    @Test
    void encryptedContent_thatDoesNotSaySo_asksForAPassword() throws Exception {
        CMSEnvelopedDataGenerator generator = new CMSEnvelopedDataGenerator();
        generator.addRecipientInfoGenerator(new JceKeyTransRecipientInfoGenerator(new byte[] {1}, keys.getPublic()));
        byte[] enveloped = generator
                .generate(
                        new CMSProcessableByteArray(Eml.of("Secret")),
                        new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES128_CBC).build())
                .getEncoded();
        byte[] mail = Eml.single(
                "application/pkcs7-mime; name=smime.p7m\nContent-Transfer-Encoding: base64", base64(enveloped));
        assertEquals(Reason.PASSWORD, Reading.unreadable(folder, mail, "a.eml").reason());
    }

    @Test
    void brokenSignature_isOneAllTheSame_andAGap() throws IOException {
        Document document = Reading.document(
                folder,
                Eml.multipart("signed", Eml.text("Words"), "Content-Type: application/pkcs7-signature\n\nbroken"),
                "a.eml");
        assertEquals(
                List.of(new Fact.Signature("unreadable certificate", "", true)),
                document.facts(Fact.Signature.class).toList());
        assertEquals(
                List.of(Gap.Reason.DAMAGED),
                document.gaps().stream().map(Gap::reason).toList());
    }

    @Test
    void signedText_isRead_withoutItsArmour_atItsLines() throws IOException {
        Document document = Reading.document(
                folder,
                Eml.single("text/plain", """
                        -----BEGIN PGP SIGNED MESSAGE-----
                        Hash: SHA256

                        Signed words
                        - - a list
                        -----BEGIN PGP SIGNATURE-----

                        whwEARMIAAYFAmloPgAACgkQASNFZ4mrze8AAAAB
                        =AAAA
                        -----END PGP SIGNATURE-----
                        """),
                "a.eml");
        assertEquals(List.of("Paragraph Signed words\n- a list"), Reading.blocks(document, Layer.BODY));
        assertEquals(
                List.of(new Fact.Signature("OpenPGP key 0123456789abcdef", "2026-01-15T01:08:16Z", true)),
                document.facts(Fact.Signature.class).toList());
    }

    @Test
    void pieceThatIsEncrypted_isAGap() throws IOException {
        Document document = Reading.document(
                folder,
                Eml.single(
                        "text/plain",
                        "Open words\n-----BEGIN PGP MESSAGE-----\n\nhQEMA\n-----END PGP MESSAGE-----\n"),
                "a.eml");
        assertEquals(List.of("Paragraph Open words"), Reading.blocks(document, Layer.BODY));
        assertEquals(
                List.of(Gap.Reason.SKIPPED_PART),
                document.gaps().stream().map(Gap::reason).toList());
    }
}
