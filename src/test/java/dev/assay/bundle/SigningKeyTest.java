package dev.assay.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/// The first test vector of RFC 8032, 7.1, and what is no signature.
final class SigningKeyTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final byte[] SEED = HEX.parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
    /// Before the 32 bytes of the key stands their algorithm, as RFC 8410 has it.
    private static final String PUBLIC_KEY =
            "302a300506032b6570032100d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";
    private static final String SIGNATURE_OF_NOTHING =
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46b"
                    + "d25bf5f0595bbe24655141438e7a100b";

    private final SigningKey key = SigningKey.of(SEED);

    @Test
    void keyAndSignature_areThoseOfTheStandard() {
        assertEquals(PUBLIC_KEY, HEX.formatHex(key.publicKey()));
        assertEquals(SIGNATURE_OF_NOTHING, HEX.formatHex(key.sign(new byte[0])));
    }

    @Test
    void signature_holdsForItsBytesAndKeyAlone() {
        byte[] bytes = {1, 2, 3};
        byte[] signed = key.sign(bytes);
        assertTrue(SigningKey.isSigned(bytes, signed, key.publicKey()));
        assertFalse(SigningKey.isSigned(new byte[] {1, 2, 4}, signed, key.publicKey()));
        assertFalse(
                SigningKey.isSigned(bytes, signed, SigningKey.of(new byte[32]).publicKey()));
        assertFalse(SigningKey.isSigned(bytes, new byte[0], key.publicKey()), "no signature");
        assertFalse(SigningKey.isSigned(bytes, signed, new byte[] {1}), "no key");
    }

    @Test
    void seedOfAnotherLength_isABug() {
        assertThrows(IllegalArgumentException.class, () -> SigningKey.of(new byte[31]));
    }
}
