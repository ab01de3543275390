package dev.assay.extract.survey;

import dev.assay.extract.container.ZipEntryHeader;
import dev.assay.extract.container.ZipEntryHeader.Kind;
import dev.assay.extract.draft.UnreadableFile;
import dev.assay.work.ShownName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A bag in a zip package, held against what it says of itself: whether it is complete and valid as RFC 8493 (3) has
/// it.
/// What `fetch.txt` names is never fetched.
final class Bag {
    private static final int LARGEST = 4 << 20;
    private static final int MOST_PROBLEMS = 10;
    private static final Pattern DECLARATION =
            Pattern.compile("BagIt-Version: ([0-9]+\\.[0-9]+)\\r?\\n?|Tag-File-Character-Encoding: (\\S+)\\r?\\n?");
    private static final Pattern MANIFEST = Pattern.compile("(tag)?manifest-([a-z0-9]+)\\.txt");
    private static final Pattern OXUM = Pattern.compile("([0-9]{1,18})\\.([0-9]{1,9})");

    /// The names of RFC 8493, 2.4 and those in use, as Java calls them.
    private static final Map<String, String> ALGORITHMS = Map.of(
            "md5", "MD5", "sha1", "SHA-1", "sha256", "SHA-256", "sha512", "SHA-512", "sha224", "SHA-224", "sha384",
            "SHA-384");

    private final FileChannel channel;
    private final Map<String, ZipEntryHeader> files = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();
    private Charset encoding = StandardCharsets.UTF_8;

    private Bag(FileChannel channel) {
        this.channel = channel;
    }

    /// What was found.
    ///
    /// @param identifier `External-Identifier` of `bag-info.txt`; empty where there is none
    /// @param problems   what is not as the bag says, each with its file; the first ten
    record Result(String identifier, List<String> problems) {}

    /// Holds a bag against its manifests.
    ///
    /// @param root    the folder it lies in, with its slash; empty where it lies at the top
    /// @param entries all of the package
    /// @throws UnreadableFile if an entry is broken
    static Result check(String root, List<ZipEntryHeader> entries, FileChannel channel)
            throws IOException, UnreadableFile {
        Bag bag = new Bag(channel);
        for (ZipEntryHeader entry : entries) {
            if (entry.kind() == Kind.FILE && entry.key().startsWith(root)) {
                bag.files.put(entry.key().substring(root.length()), entry);
            }
        }
        return bag.check();
    }

    private Result check() throws IOException, UnreadableFile {
        declaration();
        Map<String, String> elsewhere = fetch();
        boolean verified = false;
        for (String name : List.copyOf(files.keySet())) {
            Matcher manifest = MANIFEST.matcher(name);
            if (manifest.matches() && ALGORITHMS.containsKey(manifest.group(2))) {
                boolean payload = manifest.group(1) == null;
                manifest(name, ALGORITHMS.get(manifest.group(2)), payload, elsewhere);
                verified |= payload;
            }
        }
        if (!verified) {
            problem("bagit.txt", "a bag has a payload manifest such as manifest-sha512.txt. Found: none that is known");
        }
        return new Result(information(), problems);
    }

    private void declaration() throws IOException, UnreadableFile {
        List<String> lines = lines("bagit.txt");
        String version = "";
        for (String line : lines) {
            Matcher matcher = DECLARATION.matcher(line);
            if (!matcher.matches()) {
                problem(
                        "bagit.txt",
                        "it has the lines BagIt-Version and Tag-File-Character-Encoding alone. Found: " + quoted(line));
            } else if (matcher.group(1) != null) {
                version = matcher.group(1);
            } else {
                encoding = charset(matcher.group(2));
            }
        }
        if (version.isEmpty() || lines.size() != 2) {
            problem(
                    "bagit.txt",
                    "it has one line BagIt-Version and one Tag-File-Character-Encoding. Found: " + lines.size()
                            + " line(s)");
        }
    }

    private Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            problem("bagit.txt", "unknown encoding " + quoted(name) + ". Write UTF-8");
            return StandardCharsets.UTF_8;
        }
    }

    /// The files that lie elsewhere, each with the place where that is said.
    private Map<String, String> fetch() throws IOException, UnreadableFile {
        Map<String, String> elsewhere = new LinkedHashMap<>();
        if (files.containsKey("fetch.txt")) {
            int number = 0;
            for (String line : lines("fetch.txt")) {
                number++;
                String[] fields = line.strip().split("[ \\t]+", 3);
                if (fields.length == 3) {
                    elsewhere.put(decoded(fields[2]), "fetch.txt:" + number);
                }
            }
        }
        return elsewhere;
    }

    private void manifest(String manifest, String algorithm, boolean payload, Map<String, String> elsewhere)
            throws IOException, UnreadableFile {
        Map<String, String> sums = sums(manifest, payload);
        for (Map.Entry<String, String> sum : sums.entrySet()) {
            ZipEntryHeader file = files.get(sum.getKey());
            if (file == null) {
                problem(
                        manifest,
                        elsewhere.containsKey(sum.getKey())
                                ? quoted(sum.getKey()) + " lies elsewhere (" + elsewhere.get(sum.getKey())
                                        + ") and is not fetched. Put it into the bag"
                                : quoted(sum.getKey()) + " is listed and not in the bag");
            } else {
                String found = digest(file, algorithm);
                if (!found.equalsIgnoreCase(sum.getValue())) {
                    problem(
                            manifest,
                            quoted(sum.getKey()) + " has another " + algorithm + " than is listed. Found: " + found);
                }
            }
        }
        if (payload) {
            files.keySet().stream()
                    .filter(file -> file.startsWith(PackageContent.PAYLOAD) && !sums.containsKey(file))
                    .forEach(file -> problem(manifest, quoted(file) + " is in the bag and not listed"));
        }
    }

    /// The checksums of a manifest by the names of their files, as compared.
    private Map<String, String> sums(String manifest, boolean payload) throws IOException, UnreadableFile {
        Map<String, String> sums = new LinkedHashMap<>();
        int number = 0;
        for (String line : lines(manifest)) {
            number++;
            String[] fields = line.strip().split("[ \\t]+", 2);
            String file =
                    fields.length == 2 ? decoded(fields[1].startsWith("*") ? fields[1].substring(1) : fields[1]) : "";
            if (!fields[0].matches("[0-9A-Fa-f]{32,128}") || file.isEmpty() || isOutside(file, payload)) {
                problem(
                        manifest + ":" + number,
                        "a line is a checksum and the path of a file" + (payload ? " below data/" : "") + ". Found: "
                                + quoted(line));
            } else if (sums.put(file, fields[0]) != null) {
                problem(manifest + ":" + number, quoted(file) + " is listed twice");
            }
        }
        return sums;
    }

    private static boolean isOutside(String file, boolean payload) {
        return List.of(file.split("/", -1)).contains("..")
                || file.startsWith("/")
                || file.startsWith("~")
                || payload != file.startsWith(PackageContent.PAYLOAD);
    }

    /// Reads `bag-info.txt` for what Assay uses of it.
    private String information() throws IOException, UnreadableFile {
        String identifier = "";
        if (!files.containsKey("bag-info.txt")) {
            return identifier;
        }
        for (String line : lines("bag-info.txt")) {
            String label = line.substring(0, Math.max(0, line.indexOf(':'))).toLowerCase(Locale.ROOT);
            String value = line.substring(line.indexOf(':') + 1).strip();
            if (label.equals("external-identifier")) {
                identifier = value;
            } else if (label.equals("payload-oxum")) {
                oxum(value);
            }
        }
        return identifier;
    }

    private void oxum(String value) {
        List<ZipEntryHeader> payload = files.entrySet().stream()
                .filter(each -> each.getKey().startsWith(PackageContent.PAYLOAD))
                .map(Map.Entry::getValue)
                .toList();
        String found = payload.stream().mapToLong(ZipEntryHeader::unpacked).sum() + "." + payload.size();
        if (!OXUM.matcher(value).matches() || !value.equals(found)) {
            problem(
                    "bag-info.txt",
                    "Payload-Oxum is the payload's bytes and files. Found: " + quoted(value) + ", but " + found
                            + " came");
        }
    }

    private List<String> lines(String name) throws IOException, UnreadableFile {
        ZipEntryHeader entry = files.get(name);
        if (entry == null) {
            return List.of();
        }
        if (entry.unpacked() > LARGEST) {
            problem(name, "it has at most " + LARGEST + " bytes. Found: " + entry.unpacked());
            return List.of();
        }
        try (InputStream in = entry.open(channel)) {
            return new String(in.readNBytes(LARGEST), encoding)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        }
    }

    private String digest(ZipEntryHeader file, String algorithm) throws IOException, UnreadableFile {
        try (InputStream in = file.open(channel)) {
            return Digests.of(in, algorithm);
        }
    }

    /// Line ends and per cent signs in paths are written as per cent and two hex digits (RFC 8493, 2.1.3); nothing else
    /// is.
    private static String decoded(String path) {
        String name =
                path.replaceAll("(?i)%0d", "\r").replaceAll("(?i)%0a", "\n").replace("%25", "%");
        return Normalizer.normalize(name.startsWith("./") ? name.substring(2) : name, Normalizer.Form.NFC);
    }

    private static String quoted(String text) {
        return "'" + ShownName.of(text) + "'";
    }

    private void problem(String at, String message) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(at + ": " + message);
        } else if (problems.size() == MOST_PROBLEMS) {
            problems.add("and more");
        }
    }
}
