package dev.assay.route.sftp;

import com.jcraft.jsch.HostKey;
import com.jcraft.jsch.HostKeyRepository;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.UserInfo;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The host keys that a vendor's file names, and nothing else: none is ever added.
final class VendorHostKeys implements HostKeyRepository {
    private final List<byte[]> keys;
    private volatile String shown = "";

    /// @param lines each a type and a key in Base64
    VendorHostKeys(List<String> lines) {
        keys = lines.stream()
                .map(line -> Base64.getDecoder().decode(line.substring(line.indexOf(' ') + 1)))
                .toList();
    }

    /// The fingerprint of the key that a server showed last, as `ssh-keygen -l` prints it; empty before.
    String shown() {
        return shown;
    }

    /// The fingerprints of the keys a server may show.
    List<String> expected() {
        return keys.stream().map(VendorHostKeys::fingerprint).toList();
    }

    @Override
    public int check(String host, byte[] key) {
        shown = fingerprint(key);
        return keys.stream().anyMatch(each -> MessageDigest.isEqual(each, key)) ? OK : CHANGED;
    }

    @Override
    public HostKey[] getHostKey() {
        return getHostKey(getKnownHostsRepositoryID(), null);
    }

    /// Asked for so that the server is made to show a key of a type that is known.
    @Override
    public HostKey[] getHostKey(@Nullable String host, @Nullable String type) {
        List<HostKey> found = new ArrayList<>();
        for (byte[] key : keys) {
            try {
                HostKey each = new HostKey(host == null ? "" : host, key);
                if (type == null || type.equals(each.getType())) {
                    found.add(each);
                }
            } catch (JSchException e) {
                throw new IllegalStateException("A host key cannot be read: " + e.getMessage(), e);
            }
        }
        return found.toArray(HostKey[]::new);
    }

    @Override
    public String getKnownHostsRepositoryID() {
        return "vendors' files";
    }

    @Override
    public void add(HostKey key, UserInfo user) {
        throw new UnsupportedOperationException("Host keys are named by vendors' files alone");
    }

    @Override
    public void remove(String host, String type) {
        throw new UnsupportedOperationException("Host keys are named by vendors' files alone");
    }

    @Override
    public void remove(String host, String type, byte[] key) {
        remove(host, type);
    }

    private static String fingerprint(byte[] key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key);
            return String.format(
                    Locale.ROOT,
                    "SHA256:%s",
                    Base64.getEncoder().withoutPadding().encodeToString(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java lacks SHA-256", e);
        }
    }
}
