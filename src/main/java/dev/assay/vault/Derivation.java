package dev.assay.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/// Keys made from other keys: HKDF (RFC 5869) for subkeys, PBKDF2 (RFC 8018) for the passphrase.
final class Derivation {
    /// The figure OWASP's Password Storage Cheat Sheet names for PBKDF2 with HMAC-SHA-256.
    static final int ITERATIONS = 600_000;

    static final int KEY_BYTES = 32;

    private Derivation() {}

    /// A subkey for one purpose.
    ///
    /// @param salt    random where one purpose needs many keys, else empty
    /// @param purpose names what the key is for; different purposes give unrelated keys
    static SecretKey subkey(SecretKey key, byte[] salt, String purpose) {
        return new SecretKeySpec(bytes(key, salt, purpose), "AES");
    }

    static byte[] bytes(SecretKey key, byte[] salt, String purpose) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveData(HKDFParameterSpec.ofExtract()
                            .addIKM(key)
                            .addSalt(salt)
                            .thenExpand(purpose.getBytes(StandardCharsets.UTF_8), KEY_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java lacks HKDF-SHA256", e);
        }
    }

    static SecretKey fromPassphrase(char[] passphrase, String salt, int iterations) {
        byte[] decoded = Base64.getDecoder().decode(salt);
        PBEKeySpec specification = new PBEKeySpec(passphrase, decoded, iterations, KEY_BYTES * Byte.SIZE);
        try {
            byte[] key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(specification)
                    .getEncoded();
            return new SecretKeySpec(key, "AES");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java lacks PBKDF2WithHmacSHA256", e);
        } finally {
            specification.clearPassword();
        }
    }
}
