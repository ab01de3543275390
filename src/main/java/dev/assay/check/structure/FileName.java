package dev.assay.check.structure;

import dev.assay.check.Check;
import dev.assay.check.Findings;
import dev.assay.check.Inspection;
import dev.assay.check.Kind;
import dev.assay.check.Outcome;
import dev.assay.check.Parameters;
import dev.assay.checklist.Parameter;
import dev.assay.config.ClientPattern;
import dev.assay.document.Place;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Flags a file whose name breaks on common systems, hides its type, says that it is a copy, or does not fit
/// the pattern you agreed on.
///
/// ## Why
///
/// Files travel through shares, mail and archives that do not all take the same names, and people file them by
/// name. A name such as `Copy of report_final_final (2).docx` also tells that nobody can say which version was
/// meant.
///
/// ## Example
///
/// With `pattern: 'HB-[0-9]{3}_report_v[0-9]+\.docx'` and `example: HB-101_report_v1.docx`, the name
/// `harrowgate report.docx` is flagged, and the vendor reads the example. Without any parameter, `wave 3:
/// final?.docx` is flagged for `:` and `?`, `report.docx.pdf` for its two extensions, `Copy of report.docx` as
/// a copy.
///
/// ## What it does not do
///
/// It does not look into the file; whether the content is what the extension says is another check. It does not
/// flag spaces, accents or scripts other than Latin, which common systems take.
public final class FileName implements Check {
    private static final Kind KIND = new Kind(
            "file-name",
            1,
            "0.1",
            Kind.Family.STRUCTURE,
            "Every file has a name that works on common systems and tells what it is.",
            List.of(
                    Parameter.optional(
                            "pattern", Parameter.Type.PATTERN, "What the whole name, with its extension, must match."),
                    Parameter.optional(
                            "example",
                            Parameter.Type.TEXT,
                            "A name that fits the pattern, shown to the vendor when one does not.")),
            List.of(),
            List.of());
    private static final int LONGEST = 200;
    private static final Pattern FORBIDDEN = Pattern.compile("[<>:\"/\\\\|?*\\p{Cntrl}]");
    private static final Pattern DIRECTION = Pattern.compile("[\\u200E\\u200F\\u061C\\u202A-\\u202E\\u2066-\\u2069]");
    private static final Pattern RESERVED =
            Pattern.compile("(?i)(?:con|prn|aux|nul|com[1-9]|lpt[1-9])(?:\\..*)?", Pattern.DOTALL);
    private static final Pattern COPY = Pattern.compile("(?i)^(?:copy of|kopie von|copie de|copia de)\\b"
            + "|[ _-](?:copy|kopie)(?: ?\\([0-9]{1,3}\\))?$"
            + "|\\([0-9]{1,2}\\)$"
            + "|final[ _-]*(?:v?[0-9]+[ _-]*)?(?:really[ _-]*)?final"
            + "|^~\\$");
    private static final Set<String> TYPES = Set.of(
            "doc", "docx", "docm", "xls", "xlsx", "xlsm", "ppt", "pptx", "pptm", "pdf", "csv", "txt", "rtf", "odt",
            "ods", "odp", "zip", "eml", "msg", "htm", "html", "xml", "json", "exe", "bat", "cmd", "js", "vbs", "scr");

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public Unread unread(Parameters parameters) {
        return Unread.HARMLESS;
    }

    @Override
    public Outcome inspect(Inspection inspection, Parameters parameters) {
        Findings findings = new Findings(KIND);
        for (Inspection.Part part : inspection.parts()) {
            String name = part.name();
            fault(name).ifPresent(message -> add(findings, name, "fault", message, "Rename the file."));
            parameters
                    .pattern("pattern")
                    .filter(pattern -> !pattern.matches(name))
                    .ifPresent(pattern -> add(
                            findings,
                            name,
                            "pattern",
                            "The name '" + shown(name) + "' is not as agreed.",
                            remedy(pattern, parameters.optionalText("example"))));
        }
        return findings.outcome(
                "fault in file names|faults in file names",
                inspection.parts().size() == 1 ? "The file's name is in order." : "All files' names are in order.");
    }

    private static void add(Findings findings, String name, String rule, String message, String remedy) {
        findings.about(name, new Place.Whole(), rule + '\0' + name, message, remedy);
    }

    private static String remedy(ClientPattern pattern, Optional<String> example) {
        return example.map(name -> "Rename it as in this example: " + name)
                .orElse("Rename it so that it matches the pattern " + pattern);
    }

    private static Optional<String> fault(String name) {
        String subject = "The name '" + shown(name) + "' ";
        if (DIRECTION.matcher(name).find()) {
            return Optional.of(subject + "holds invisible characters that turn the direction of writing, so that it"
                    + " is not the name it seems.");
        }
        if (FORBIDDEN.matcher(name).find()) {
            return Optional.of(
                    subject + "holds characters that common systems do not take in a name: " + forbidden(name) + ".");
        }
        if (name.startsWith(" ") || name.endsWith(" ") || name.endsWith(".")) {
            return Optional.of(subject + "starts with a space, or ends with a space or a point, which common systems"
                    + " cut off.");
        }
        if (RESERVED.matcher(name).matches()) {
            return Optional.of(subject + "is reserved on Windows and cannot be stored there.");
        }
        if (name.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            return Optional.of(subject + "is longer than " + LONGEST + " bytes, which leaves no room for the folders"
                    + " it is stored under.");
        }
        return habit(subject, name);
    }

    private static Optional<String> habit(String subject, String name) {
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        String inner = stem.substring(stem.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (dot > 0 && stem.contains(".") && TYPES.contains(inner)) {
            return Optional.of(subject + "has two extensions, ." + inner + " and " + name.substring(dot)
                    + ", so that its type cannot be told.");
        }
        if (COPY.matcher(stem).find()) {
            return Optional.of(subject + "is that of a copy or of one of several final versions.");
        }
        return Optional.empty();
    }

    private static String forbidden(String name) {
        return FORBIDDEN
                .matcher(name)
                .results()
                .map(match -> match.group().codePointAt(0))
                .distinct()
                .limit(10)
                .map(point -> Character.isISOControl(point)
                        ? String.format(Locale.ROOT, "U+%04X", point)
                        : Character.toString(point))
                .reduce((some, next) -> some + " " + next)
                .orElse("");
    }

    /// Invisible and control characters are written out, so that a name cannot pose as another in a report.
    private static String shown(String name) {
        StringBuilder shown = new StringBuilder();
        name.codePoints().limit(LONGEST).forEach(point -> {
            if (Character.isISOControl(point) || Character.getType(point) == Character.FORMAT) {
                shown.append(String.format(Locale.ROOT, "\\u%04X", point));
            } else {
                shown.appendCodePoint(point);
            }
        });
        return shown + (name.codePointCount(0, name.length()) > LONGEST ? "\u2026" : "");
    }
}
