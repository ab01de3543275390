package dev.assay.check.confidentiality;

import dev.assay.check.Check;
import dev.assay.check.Findings;
import dev.assay.check.Inspection;
import dev.assay.check.Kind;
import dev.assay.check.Outcome;
import dev.assay.check.Parameters;
import dev.assay.check.confidentiality.personal.Found;
import dev.assay.check.confidentiality.personal.PersonalFinder;
import dev.assay.check.confidentiality.personal.Piece;
import dev.assay.checklist.Parameter;
import dev.assay.checklist.Trait;
import dev.assay.config.ClientPattern;
import dev.assay.document.Document;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.document.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Flags what identifies a person: bank accounts, cards, national identifiers, telephone numbers, e-mail addresses,
/// dates of birth, medical records.
///
/// ## Why
///
/// A sample file left in an appendix, or a respondent's number in a verbatim, is a breach that the client answers
/// for.
///
/// ## Example
///
/// Flagged are `DE89 3704 0044 0532 0130 00` (its check digits hold), `4111 1111 1111 1111`, `CPF 111.444.777-35`,
/// `+44 7700 900123`, `Tel.: 0351 4960123`, `anna.weber@example.org`, `Date of birth: 12/03/1980`, `MRN 4471203`, and
/// each value of a column headed "Mobile". Fourteen values in one column are one finding that names their cells.
///
/// The message and the quote never show a value, but its ends at most: `+44 7\u2022\u2022\u2022
/// \u2022\u2022\u2022\u202223`. What a finding is recognised by in a later round is made of the masked text.
///
/// ```yaml
/// - id: nobody-can-be-identified
///   check: personal-data
///   with:
///     data: [email, phone, national-id]
///     regions: [GB, DE]
///     allow-domains: [northwind.example]
/// ```
///
/// ## What it does not do
///
/// It knows no names and no addresses of houses. Numbers count where their check digits hold and, unless their written
/// form is unmistakable, a word such as "SSN" or "Aadhaar" stands up to 48 characters before, at the row's start, or in
/// the first row of the table. A number labelled so whose check digits fail *cannot be told*. Numbers in a column
/// headed
/// "Revenue", "Count", "Score" and the like are passed over. A telephone number in national form needs a word such as
/// "Tel." and is checked by the plans of `regions`, where they are given. E-mail addresses of an office (`info@`) are
/// passed over, and so are telephone numbers and e-mail addresses in headers, footers and below a heading such as
/// "Contacts". Tax numbers and the numbers of study subjects are looked for only where `data` names them.
public final class PersonalData implements Check {
    private static final List<String> DATA = List.of(
            "iban",
            "card",
            "national-id",
            "tax-number",
            "phone",
            "email",
            "birth-date",
            "medical-record",
            "subject-number");
    private static final List<String> USUAL =
            List.of("iban", "card", "national-id", "phone", "email", "birth-date", "medical-record");
    private static final int MOST_PLACES = 20;
    private static final Pattern CONTACTS =
            Pattern.compile("(?i).*(?<!\\p{L})(?:contacts?|contact us|correspond(?:ence|ing"
                    + " author)|imprint|authors?|kontakt(?:e|daten)?|impressum|ansprechpartner(?:in)?)(?!\\p{L}).*");
    private static final Kind KIND = new Kind(
                    "personal-data",
                    1,
                    "0.1",
                    Kind.Family.CONFIDENTIALITY,
                    "Nothing in the deliverable identifies a person.",
                    List.of(
                            Parameter.choices("data", DATA, USUAL, "The kinds of data that are looked for.")
                                    .sharper(Parameter.Sharper.MORE),
                            Parameter.optional(
                                    "regions",
                                    Parameter.Type.TEXTS,
                                    "Countries, as codes of two letters, by whose plans telephone numbers in national"
                                            + " form are checked."),
                            Parameter.optional(
                                            "allow",
                                            Parameter.Type.TEXTS,
                                            "Values that may stand. Case, spaces and punctuation do not count.")
                                    .sharper(Parameter.Sharper.LESS),
                            Parameter.optional(
                                            "allow-domains",
                                            Parameter.Type.TEXTS,
                                            "Domains whose e-mail addresses may stand, those below them included.")
                                    .sharper(Parameter.Sharper.LESS),
                            Parameter.optional(
                                            "allow-patterns",
                                            Parameter.Type.PATTERNS,
                                            "Regular expressions in RE2 syntax; a value in which one is found may"
                                                    + " stand.")
                                    .sharper(Parameter.Sharper.LESS),
                            Parameter.of(
                                            "most",
                                            Parameter.Type.COUNT,
                                            0,
                                            "How many values a document may hold before they are flagged.")
                                    .sharper(Parameter.Sharper.LESS)),
                    List.of(),
                    List.of())
            .with(Trait.READS_PASSAGES);

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public Outcome inspect(Inspection inspection, Parameters parameters) {
        Findings findings = new Findings(KIND);
        Allowed allowed = Allowed.of(parameters);
        PersonalFinder finder = new PersonalFinder(parameters.texts("regions"));
        int most = parameters.count("most").orElse(0);
        int doubtful = 0;
        String first = "";
        for (Inspection.ReadPart part : inspection.readable()) {
            Document document = part.document();
            List<Found> every = new ArrayList<>();
            Map<String, List<Group.Member>> groups = new LinkedHashMap<>();
            int count = 0;
            for (Piece piece : Piece.of(document)) {
                for (Found found : finder.in(piece)) {
                    every.add(found);
                    if (parameters.texts("data").contains(found.data())
                            && !allowed.has(found)
                            && !isContact(found, piece)) {
                        if (found.holds()) {
                            count++;
                            groups.computeIfAbsent(Group.key(found, piece), key -> new ArrayList<>())
                                    .add(new Group.Member(found, piece));
                        } else if (doubtful++ == 0) {
                            first = part.part().name() + ", "
                                    + document.placeAt(found.span().start()).describe() + ": " + found.name() + " "
                                    + found.masked();
                        }
                    }
                }
            }
            if (count > most) {
                Document masked = PersonalFinder.masked(document, every);
                Inspection.ReadPart shown = new Inspection.ReadPart(part.part(), masked);
                groups.values().forEach(members -> Group.add(findings, shown, members));
            }
        }
        if (findings.isEmpty() && doubtful > 0) {
            return new Outcome.CannotTell(
                    "What is labelled as personal data has check digits that do not hold, " + doubtful
                            + (doubtful == 1 ? " time: " : " times, first: ") + first + ".",
                    Outcome.Cause.CONTENT);
        }
        return findings.outcome(
                "place identifies a person|places identify persons",
                most == 0
                        ? "Nothing was found that identifies a person."
                        : "No document holds more than " + most + ".");
    }

    private static boolean isContact(Found found, Piece piece) {
        boolean reaches = found.data().equals("phone") || found.data().equals("email");
        return reaches
                && piece.table() == null
                && (piece.layer() == Layer.HEADER
                        || piece.layer() == Layer.FOOTER
                        || (piece.under().length() < 80
                                && CONTACTS.matcher(piece.under()).matches()));
    }

    /// What may stand.
    private record Allowed(List<String> values, List<String> domains, List<ClientPattern> patterns) {
        static Allowed of(Parameters parameters) {
            return new Allowed(
                    parameters.texts("allow").stream().map(Allowed::bare).toList(),
                    parameters.texts("allow-domains").stream()
                            .map(domain -> domain.toLowerCase(Locale.ROOT))
                            .toList(),
                    parameters.patterns("allow-patterns"));
        }

        boolean has(Found found) {
            String domain =
                    found.value().substring(found.value().lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
            return values.contains(bare(found.value()))
                    || (found.data().equals("email")
                            && domains.stream().anyMatch(each -> domain.equals(each) || domain.endsWith("." + each)))
                    || patterns.stream()
                            .anyMatch(pattern -> pattern.first(found.value()).isPresent());
        }

        private static String bare(String value) {
            return value.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}@]", "");
        }
    }

    /// Values of one kind in one column, or one value elsewhere.
    private static final class Group {
        private Group() {}

        private record Member(Found found, Piece piece) {}

        static String key(Found found, Piece piece) {
            return piece.cell() == null || piece.table() == null
                    ? "at " + found.span().start()
                    : piece.table().span().start() + " " + piece.cell().column() + " " + found.name();
        }

        static void add(Findings findings, Inspection.ReadPart part, List<Member> members) {
            Member first = members.getFirst();
            Span span = first.found().span();
            String name = first.found().name();
            String remedy = "Take it out, or replace it by a pseudonym, in every layer of the file.";
            if (members.size() == 1) {
                findings.at(
                        part,
                        span,
                        "Personal data: " + name + " " + first.found().masked() + ".",
                        remedy);
                return;
            }
            String column =
                    first.piece().header().isBlank() || first.piece().header().length() > 60
                            ? "one column"
                            : "column \u201c" + first.piece().header().strip() + "\u201d";
            findings.at(
                    part,
                    span,
                    String.format(
                            Locale.ROOT,
                            "%,d values in %s are personal data (%s), the first %s. They stand in %s.",
                            members.size(),
                            column,
                            name,
                            first.found().masked(),
                            places(part.document(), members)),
                    "Take the column out, or replace its values by pseudonyms.");
        }

        private static String places(Document document, List<Member> members) {
            List<String> all = members.stream()
                    .limit(MOST_PLACES)
                    .map(member -> place(document, member))
                    .toList();
            String told = String.join(", ", all);
            return members.size() > MOST_PLACES ? told + " and " + (members.size() - MOST_PLACES) + " more" : told;
        }

        private static String place(Document document, Member member) {
            Place place = document.placeAt(member.found().span().start());
            return place instanceof Place.Cell cell
                    ? cell.cell()
                    : "row "
                            + (member.piece().cell() == null
                                    ? 1
                                    : member.piece().cell().row() + 1);
        }
    }
}
