package dev.assay.check.delivery;

import dev.assay.check.Check;
import dev.assay.check.Findings;
import dev.assay.check.Inspection;
import dev.assay.check.Kind;
import dev.assay.check.Outcome;
import dev.assay.check.Parameters;
import dev.assay.check.Titles;
import dev.assay.checklist.Parameter;
import dev.assay.document.Place;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Flags deliveries that lack a kind of file, or have too few or too many.
///
/// ## Why
///
/// Twelve interviews make twelve transcripts. A checklist says once, for every work order of its sort, which files
/// belong together and how many there are.
///
/// ## Example
///
/// With `roles: [report, transcript x 12, annex x 1-3]` a delivery of a report and eleven transcripts is flagged for
/// the missing transcript and for the annex. A file has a role by the manifest or the work order, or by a word of its
/// name: `HB-101-annex-2.xlsx` is an annex. `least: 3` and `most: 20` bound the number of all files, `formats: [docx,
/// xlsx]` says which endings they may have.
///
/// `missing-part` is another question: whether what this work order or the vendor's manifest expects has come. Only the
/// gate knows that, and it waits for it. This kind knows nothing but the checklist and the files, so that it also
/// counts
/// them and runs in a stand-alone check.
///
/// ## What it does not do
///
/// It does not look into the files. Files packed in an archive count when they were unpacked. With nothing set, it asks
/// for one file that could be read.
public final class RequiredPart implements Check {
    private static final Pattern ROLE =
            Pattern.compile("^(.+?)(?:\\s+x\\s*(\\d{1,5})(?:\\s*[-\u2013]\\s*(\\d{1,5}))?)?$");

    private static final Kind KIND = new Kind(
            "required-part",
            1,
            "0.1",
            Kind.Family.DELIVERY,
            "Every kind of file that belongs to the delivery is there, in the right number.",
            List.of(
                    Parameter.optional(
                            "roles",
                            Parameter.Type.TEXTS,
                            "Roles that must be there: `annex`, `transcript x 12`, `annex x 1-3`."),
                    Parameter.of("least", Parameter.Type.COUNT, 1, "The least number of files."),
                    Parameter.optional("most", Parameter.Type.COUNT, "The greatest number of files."),
                    Parameter.optional(
                            "formats", Parameter.Type.TEXTS, "The endings that files may have, such as `docx`.")),
            List.of(),
            List.of());

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
        parameters.texts("roles").forEach(entry -> role(entry, inspection, findings));
        number(inspection.parts().size(), parameters, findings);
        formats(inspection, parameters.texts("formats"), findings);
        return findings.outcome(
                "fault in what was delivered|faults in what was delivered", "Every required file is there.");
    }

    private static void role(String entry, Inspection inspection, Findings findings) {
        Matcher parts = ROLE.matcher(entry.strip());
        if (!parts.matches()) {
            return;
        }
        String role = parts.group(1).strip();
        int least = parts.group(2) == null ? 1 : Integer.parseInt(parts.group(2));
        OptionalInt most = parts.group(3) != null
                ? OptionalInt.of(Integer.parseInt(parts.group(3)))
                : parts.group(2) != null ? OptionalInt.of(least) : OptionalInt.empty();
        long count =
                inspection.parts().stream().filter(part -> isOf(part, role)).count();
        if (count < least || (most.isPresent() && count > most.getAsInt())) {
            findings.about(
                    "",
                    new Place.Whole(),
                    "role " + role.toLowerCase(Locale.ROOT),
                    count == 0
                            ? "There is no file '" + role + "'" + (least > 1 ? "; " + least + " are required." : ".")
                            : String.format(
                                    Locale.ROOT, "There are %,d files '%s'; %s.", count, role, wanted(least, most)),
                    count < least
                            ? "Deliver what is missing, named or listed in manifest.yaml with that role."
                            : "Leave out what does not belong to the delivery.");
        }
    }

    private static String wanted(int least, OptionalInt most) {
        if (most.isPresent() && most.getAsInt() == least) {
            return least + (least == 1 ? " is required" : " are required");
        }
        return most.isPresent()
                ? least + " to " + most.getAsInt() + " are required"
                : "at least " + least + " are required";
    }

    /// By its role, or by a word of its name, in the singular or plural.
    private static boolean isOf(Inspection.Part part, String role) {
        String wanted = Titles.normalised(role);
        if (Titles.normalised(part.role()).equals(wanted)) {
            return true;
        }
        String name = " " + part.name().replaceAll("[^\\p{L}\\p{N}]+", " ").toLowerCase(Locale.ROOT) + " ";
        return name.contains(" " + wanted + " ") || name.contains(" " + wanted + "s ");
    }

    private static void number(int count, Parameters parameters, Findings findings) {
        int least = parameters.count("least").orElse(1);
        OptionalInt most = parameters.count("most");
        if (count < least || (most.isPresent() && count > most.getAsInt())) {
            findings.about(
                    "",
                    new Place.Whole(),
                    "number of files",
                    String.format(Locale.ROOT, "There are %,d files; %s.", count, wanted(least, most)),
                    count < least ? "Deliver what is missing." : "Leave out what does not belong to the delivery.");
        }
    }

    private static void formats(Inspection inspection, List<String> formats, Findings findings) {
        for (Inspection.Part part : inspection.parts()) {
            String name = part.name().toLowerCase(Locale.ROOT);
            boolean allowed = formats.isEmpty()
                    || formats.stream()
                            .map(format -> "."
                                    + format.strip().toLowerCase(Locale.ROOT).replaceFirst("^\\.", ""))
                            .anyMatch(name::endsWith);
            if (!allowed) {
                findings.about(
                        part.name(),
                        new Place.Whole(),
                        "format of " + name,
                        "The file is of a format that may not be delivered; allowed: " + String.join(", ", formats)
                                + ".",
                        "Deliver it in one of these formats.");
            }
        }
    }
}
