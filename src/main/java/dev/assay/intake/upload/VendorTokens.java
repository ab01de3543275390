package dev.assay.intake.upload;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Whose a token is. Only SHA-256 of tokens are known, and all are compared each time, so that neither a copy of
/// the settings nor the time an answer takes gives one away.
public final class VendorTokens {
    private static final String SCHEME = "bearer ";

    private final Map<String, byte[]> hashes = new TreeMap<>();

    /// @param sha256 of each vendor's token, 64 hex digits
    public VendorTokens(Map<String, String> sha256) {
        sha256.forEach((vendor, hash) -> hashes.put(vendor, HexFormat.of().parseHex(hash)));
    }

    /// The vendor of a request.
    ///
    /// @param authorization the header's value (RFC 6750)
    Optional<String> vendor(Optional<String> authorization) {
        String given = authorization
                .filter(value -> value.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(value -> value.substring(SCHEME.length()).strip())
                .orElse("");
        byte[] hash = sha256(given);
        String found = "";
        for (Map.Entry<String, byte[]> each : hashes.entrySet()) {
            if (MessageDigest.isEqual(each.getValue(), hash)) {
                found = each.getKey();
            }
        }
        return found.isEmpty() || given.isEmpty() ? Optional.empty() : Optional.of(found);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java lacks SHA-256", e);
        }
    }
}
