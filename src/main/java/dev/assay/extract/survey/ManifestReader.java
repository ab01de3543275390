package dev.assay.extract.survey;

import dev.assay.config.Fields;
import dev.assay.config.Located;
import dev.assay.config.LocatedReader;
import dev.assay.config.Position;
import dev.assay.config.Problem;
import dev.assay.config.Problems;
import dev.assay.work.Manifest;
import dev.assay.work.Manifest.ManifestPart;
import dev.assay.work.VendorAnswer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads a vendor's `manifest.yaml` (also `.yml`, `.json`).
final class ManifestReader {
    private static final int LARGEST = 1 << 20;

    private static final Set<String> NAMES = Set.of("manifest.yaml", "manifest.yml", "manifest.json");
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    private static final Pattern FINDING = Pattern.compile("[0-9a-f]{8,32}");

    private final Problems problems = new Problems();

    private ManifestReader() {}

    /// Whether a file of that name is a manifest.
    static boolean isManifest(String baseName) {
        return NAMES.contains(baseName.toLowerCase(Locale.ROOT));
    }

    /// Reads a manifest.
    static Result read(Path file, String name) throws IOException {
        if (Files.size(file) > LARGEST) {
            return unreadable(name, "a manifest has at most " + LARGEST + " bytes. Found: " + Files.size(file));
        }
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        return read(name, text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    private static Result read(String name, String text) {
        ManifestReader reader = new ManifestReader();
        Optional<Manifest> manifest = LocatedReader.read(name, text, reader.problems)
                .flatMap(value -> Fields.of(value, "a manifest", reader.problems))
                .map(reader::manifest);
        List<String> problems =
                reader.problems.all().stream().map(Problem::toString).toList();
        return new Result(problems.isEmpty() ? manifest.orElse(null) : null, problems);
    }

    private Manifest manifest(Fields fields) {
        String workOrder = fields.requiredText("work-order").orElse("");
        String deliverable = fields.text("deliverable").orElse("");
        List<ManifestPart> parts = parts(fields);
        boolean complete = fields.flag("complete").orElse(false);
        Map<String, String> declarations = declarations(fields);
        List<VendorAnswer> answers = answers(fields);
        fields.done("a manifest");
        return new Manifest(workOrder, deliverable, parts, complete, declarations, answers);
    }

    private List<ManifestPart> parts(Fields fields) {
        List<ManifestPart> parts = new ArrayList<>();
        for (Located value : fields.list("parts")) {
            Fields.of(value, "a part", problems).ifPresent(part -> parts.add(part(part)));
        }
        return parts;
    }

    private ManifestPart part(Fields fields) {
        String path = fields.requiredText("path").orElse("");
        String role = fields.text("role").orElse("");
        String sha256 = fields.text("sha256").orElse("").toLowerCase(Locale.ROOT);
        if (!sha256.isEmpty() && !SHA_256.matcher(sha256).matches()) {
            problems.add(fields.at("sha256"), "sha256 is 64 hexadecimal digits. Found: '" + sha256 + "'");
        }
        String deliverable = fields.text("deliverable").orElse("");
        fields.done("a part");
        return new ManifestPart(path, role, sha256, deliverable);
    }

    private Map<String, String> declarations(Fields fields) {
        Map<String, String> declarations = new LinkedHashMap<>();
        Optional<Located> value = fields.value("declarations");
        if (value.isEmpty()) {
            return declarations;
        }
        if (!(value.get() instanceof Located.Mapping mapping)) {
            problems.add(
                    value.get().at(),
                    "declarations are item ids with texts. Found: "
                            + value.get().kind());
            return declarations;
        }
        Fields texts = new Fields(mapping, problems);
        for (Located.Entry entry : mapping.entries()) {
            texts.text(entry.key()).ifPresent(text -> declarations.put(entry.key(), text));
        }
        return declarations;
    }

    /// Answers to findings of the round before: what is not fixed says why.
    private List<VendorAnswer> answers(Fields fields) {
        List<VendorAnswer> answers = new ArrayList<>();
        for (Located value : fields.list("answers")) {
            Fields.of(value, "an answer", problems).flatMap(this::answer).ifPresent(answers::add);
        }
        return answers;
    }

    private Optional<VendorAnswer> answer(Fields fields) {
        Optional<String> id = fields.requiredText("id")
                .map(text -> text.strip().toLowerCase(Locale.ROOT))
                .filter(text -> isFinding(fields, text));
        fields.requiredValue("answer");
        Optional<VendorAnswer.Kind> kind = fields.choice("answer", VendorAnswer.Kind.class);
        String text = fields.text("text").orElse("").strip();
        if (text.isEmpty() && kind.isPresent() && kind.get() != VendorAnswer.Kind.FIXED) {
            problems.add(fields.at(), "what is " + Fields.word(kind.get()) + " needs a text that says why or what");
        }
        fields.done("an answer");
        return id.flatMap(finding -> kind.map(each -> new VendorAnswer(finding, each, text)));
    }

    private boolean isFinding(Fields fields, String id) {
        boolean valid = FINDING.matcher(id).matches();
        if (!valid) {
            problems.add(
                    fields.at("id"),
                    "id is a finding's as the letter prints it, 8 to 32 digits and letters a to f. Found: '" + id
                            + "'. Put it into quotes");
        }
        return valid;
    }

    /// A problem with the manifest as a whole.
    static Result unreadable(String name, String message) {
        return new Result(null, List.of(new Problem(new Position(name, 1, 1), message).toString()));
    }

    /// A manifest, or what is wrong with it.
    record Result(@Nullable Manifest manifest, List<String> problems) {
        static final Result NONE = new Result(null, List.of());
    }
}
