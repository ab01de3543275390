package dev.assay.config;

import dev.assay.work.Id;
import dev.assay.work.Reference;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads what a client gave for a work order. The files lie in the home's folder `references`; each is hashed, so that
/// another content is another version of the work order.
final class ReferenceReader {
    private static final String FOLDER = "references";
    private static final long LARGEST = 1L << 30;

    private final Path home;
    private final Problems problems;

    ReferenceReader(Path home, Problems problems) {
        this.home = home;
        this.problems = problems;
    }

    /// The references under the key `references`.
    ///
    /// @param taken ids of the order's deliverables, which items may name in the same way
    List<Reference> read(Fields order, Set<String> taken) {
        List<Reference> references = new ArrayList<>();
        Set<String> ids = new HashSet<>(taken);
        for (Located value : order.list(FOLDER)) {
            Fields.of(value, "a reference", problems)
                    .flatMap(fields -> reference(fields, ids))
                    .ifPresent(references::add);
        }
        return references;
    }

    private Optional<Reference> reference(Fields fields, Set<String> ids) {
        Optional<String> id = fields.requiredText("id").filter(each -> isNewId(fields, each, ids));
        fields.requiredValue("kind");
        Optional<Reference.Kind> kind = fields.choice("kind", Reference.Kind.class);
        Optional<String> file = fields.requiredText("file");
        Optional<String> hash = file.flatMap(each -> hash(fields, each));
        Optional<LocalDate> from = day(fields, "from");
        Optional<LocalDate> until = day(fields, "until");
        boolean shared = fields.flag("shared").orElse(false);
        if (from.isPresent() && until.isPresent() && from.get().isAfter(until.get())) {
            problems.add(
                    fields.at("from"), "from must not be after until. Found: " + from.get() + " and " + until.get());
        }
        fields.done("a reference");
        return id.isEmpty() || kind.isEmpty() || hash.isEmpty()
                ? Optional.empty()
                : Optional.of(new Reference(id.get(), kind.get(), file.get(), hash.get(), from, until, shared));
    }

    private boolean isNewId(Fields fields, String id, Set<String> ids) {
        if (!Id.isValid(id)) {
            problems.add(
                    fields.at("id"),
                    "the id of a reference is 1 to 64 lower-case letters, digits and inner hyphens. Found: '" + id
                            + "'");
            return false;
        }
        if (!ids.add(id)) {
            problems.add(
                    fields.at("id"),
                    "'" + id + "' names a reference or deliverable of this order already. Give each its own id");
            return false;
        }
        return true;
    }

    private Optional<LocalDate> day(Fields fields, String key) {
        return fields.text(key).flatMap(written -> {
            try {
                return Optional.of(LocalDate.parse(written));
            } catch (DateTimeException e) {
                problems.add(fields.at(key), key + " is a day such as 2026-11-30. Found: '" + written + "'");
                return Optional.empty();
            }
        });
    }

    private Optional<String> hash(Fields fields, String written) {
        Optional<Path> file = file(written);
        if (file.isEmpty()) {
            problems.add(
                    fields.at("file"),
                    "file is a path below " + FOLDER + "/, such as hb-101/questionnaire.docx. Found: '" + written
                            + "'");
            return Optional.empty();
        }
        try {
            if (!Files.isRegularFile(file.get(), LinkOption.NOFOLLOW_LINKS)) {
                problems.add(
                        fields.at("file"),
                        "there is no file " + FOLDER + "/" + written
                                + ". Put the reference there, or correct the path");
                return Optional.empty();
            }
            if (Files.size(file.get()) > LARGEST) {
                problems.add(
                        fields.at("file"),
                        "a reference has at most 1 GiB. Found: " + Files.size(file.get()) + " bytes in " + FOLDER + "/"
                                + written);
                return Optional.empty();
            }
            return Optional.of(sha256(file.get()));
        } catch (IOException e) {
            problems.add(
                    fields.at("file"),
                    FOLDER + "/" + written + " cannot be read: " + e.getClass().getSimpleName()
                            + ". It must be a file this user can read");
            return Optional.empty();
        }
    }

    /// Neither absolute nor leading out of the folder.
    private Optional<Path> file(String written) {
        try {
            Path folder = home.resolve(FOLDER).normalize();
            Path file = folder.resolve(written).normalize();
            boolean inside = file.startsWith(folder)
                    && !file.equals(folder)
                    && !Path.of(written).isAbsolute();
            return inside && !written.contains("\\") ? Optional.of(file) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
                DigestInputStream digested = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            digested.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digested.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
