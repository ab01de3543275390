package dev.assay.bundle;

import dev.assay.config.Json;
import dev.assay.config.Position;
import dev.assay.config.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// A bundle as a zip: `bundle.json`, the references below `references/`, `SHA256SUMS` over these in the form of GNU
/// coreutils, `SHA256SUMS.sig` with an Ed25519 signature of it, and `key.der` with the public key. Anybody can hold it
/// against its sums and signature with `sha256sum -c` and `openssl pkeyutl`.
public final class BundleFile {
    private static final String CONTENT = "bundle.json";
    private static final String SUMS = "SHA256SUMS";
    private static final String SIGNATURE = "SHA256SUMS.sig";
    private static final String KEY = "key.der";
    /// What a bundle has at most, that a forged one cannot fill a disk: 2 GiB.
    private static final long MOST_BYTES = 2L << 30;
    private static final int MOST_TEXT_BYTES = 16 << 20;

    private BundleFile() {}

    /// A bundle that was read and is what was signed.
    ///
    /// @param sha256     of its list of sums, 64 hex digits: which bundle it is
    /// @param key        fingerprint of the key that signed it
    /// @param references where each reference lies now, by its id
    public record Opened(Bundle bundle, String sha256, String key, Map<String, Path> references) {
        public Opened {
            references = Map.copyOf(references);
        }
    }

    /// Writes a bundle; the same content on the same day gives the same bytes.
    ///
    /// @param file      is written anew
    /// @param reference the file of a reference
    /// @return its list of sums' SHA-256, 64 hex digits
    /// @throws IllegalStateException if a reference is not what the work order has
    public static String write(Path file, Bundle bundle, Function<String, Path> reference, SigningKey key)
            throws IOException {
        LocalDate day = bundle.made();
        Map<String, String> sums = new TreeMap<>();
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            byte[] content = Json.text(bundle).getBytes(StandardCharsets.UTF_8);
            put(zip, day, CONTENT, content);
            sums.put(CONTENT, Sha256.of(content));
            for (Bundle.Shared shared : bundle.references()) {
                zip.putNextEntry(entry(shared.entry(), day));
                try (InputStream in = Files.newInputStream(reference.apply(shared.id()))) {
                    String sum = Sha256.copying(in, zip);
                    if (!sum.equals(shared.sha256())) {
                        throw new IllegalStateException("Reference " + shared.id() + " changed while the bundle was"
                                + " written. Export it again.");
                    }
                    sums.put(shared.entry(), sum);
                }
                zip.closeEntry();
            }
            StringBuilder list = new StringBuilder();
            sums.forEach(
                    (name, sum) -> list.append(sum).append("  ").append(name).append('\n'));
            byte[] listed = list.toString().getBytes(StandardCharsets.UTF_8);
            put(zip, day, SUMS, listed);
            put(zip, day, SIGNATURE, key.sign(listed));
            put(zip, day, KEY, key.publicKey());
            return Sha256.of(listed);
        }
    }

    /// Reads a bundle. What keeps it from being used goes to `problems`: nothing of it is used then.
    ///
    /// @param name     as messages call the file
    /// @param expected fingerprint of the key that must have signed it; any where it is empty
    /// @param folder   that its references are written to
    public static Optional<Opened> read(String name, Path file, String expected, Path folder, Problems problems)
            throws IOException {
        Position at = Position.whole(name);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return read(zip, at, expected, folder, problems);
        } catch (ZipException e) {
            problems.add(at, "it is no zip, or damaged. Fetch it again");
            return Optional.empty();
        }
    }

    private static Optional<Opened> read(ZipFile zip, Position at, String expected, Path folder, Problems problems)
            throws IOException {
        Optional<byte[]> content = text(zip, CONTENT);
        Optional<byte[]> listed = text(zip, SUMS);
        Optional<byte[]> signature = text(zip, SIGNATURE);
        Optional<byte[]> key = text(zip, KEY);
        if (content.isEmpty() || listed.isEmpty() || signature.isEmpty() || key.isEmpty()) {
            problems.add(
                    at,
                    "it is no bundle: it lacks one of " + CONTENT + ", " + SUMS + ", " + SIGNATURE + " and " + KEY
                            + ". Name a file that 'assay bundle export' wrote");
            return Optional.empty();
        }
        String fingerprint = SigningKey.fingerprint(key.get());
        if (!expected.isEmpty() && !fingerprint.equalsIgnoreCase(expected)) {
            problems.add(
                    at,
                    "it is signed with key " + fingerprint + ", not with " + expected
                            + ". Ask the client which key is its own");
            return Optional.empty();
        }
        if (!SigningKey.isSigned(listed.get(), signature.get(), key.get()) || !isListed(content.get(), listed.get())) {
            problems.add(at, "it was changed after it was signed. Fetch it again");
            return Optional.empty();
        }
        Bundle bundle;
        try {
            bundle = Json.read(content.get(), Bundle.class);
        } catch (IllegalArgumentException e) {
            problems.add(at, "another version of the program wrote it. Use that version, or have it exported anew");
            return Optional.empty();
        }
        Map<String, Path> references = new TreeMap<>();
        long left = MOST_BYTES;
        for (Bundle.Shared shared : bundle.references()) {
            Path target = folder.resolve("reference-" + references.size());
            Optional<String> sum = fetch(zip, shared.entry(), target, left);
            if (sum.isEmpty() || !sum.get().equals(shared.sha256())) {
                problems.add(at, "its reference " + shared.entry() + " is not as it was signed. Fetch it again");
                return Optional.empty();
            }
            left -= Files.size(target);
            references.put(shared.id(), target);
        }
        return Optional.of(new Opened(bundle, Sha256.of(listed.get()), fingerprint, references));
    }

    /// Copies an entry.
    ///
    /// @return its SHA-256; empty where it is not there or longer than it may be
    private static Optional<String> fetch(ZipFile zip, String name, Path target, long most) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            return Optional.empty();
        }
        try (InputStream in = zip.getInputStream(entry);
                OutputStream out = Files.newOutputStream(target)) {
            return Sha256.copying(in, out, most);
        }
    }

    private static Optional<byte[]> text(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            return Optional.empty();
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes(MOST_TEXT_BYTES + 1);
            return bytes.length > MOST_TEXT_BYTES ? Optional.empty() : Optional.of(bytes);
        }
    }

    /// The sums of references stand in the content too.
    private static boolean isListed(byte[] content, byte[] listed) {
        String line = Sha256.of(content) + "  " + CONTENT;
        return new String(listed, StandardCharsets.UTF_8).lines().anyMatch(line::equals);
    }

    private static void put(ZipOutputStream zip, LocalDate day, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(entry(name, day));
        zip.write(bytes);
        zip.closeEntry();
    }

    private static ZipEntry entry(String name, LocalDate day) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(day.atStartOfDay());
        return entry;
    }
}
