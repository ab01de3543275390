package dev.assay.ledger;

import dev.assay.ledger.Attachment.AttachedPart;
import dev.assay.work.Expectation;
import dev.assay.work.PartRole;
import dev.assay.work.VendorAnswer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What a delivery comes to together with what came for it before: files that lack others are completed by those of the
/// same vendor's newest delivery, in whatever round that was. A vendor that mends one file need not send the rest, and
/// one that sends file after file need not know how many there are. A new file takes the place of the one of its name,
/// or of its expected role.
///
/// @param parts    all files, each with the arrival that brought it
/// @param expected which files it is to have
/// @param missing  which of them have not come
/// @param joined   the submission whose files were taken along
record Gathering(
        List<Gathered> parts, Expectation expected, List<Expectation.Missing> missing, Optional<Joined> joined) {

    /// A submission whose files are taken along.
    record Joined(String submission, int round) {}

    /// A file with the arrival that brought it.
    record Gathered(String arrival, AttachedPart part) {}

    static Gathering of(Facts facts, Attachment attachment) {
        Expectation own = attachment.assembly().expected();
        List<Gathered> parts = attachment.parts().stream()
                .map(part -> new Gathered(attachment.arrival(), part))
                .toList();
        Optional<Row> before = attachment.certain() ? newest(facts, attachment) : Optional.empty();
        // What a manifest listed holds until all of it has come.
        Expectation expected = before.filter(row -> row.number("missing") > 0)
                .map(row -> own.orListedBy(
                        Assemblies.expected(facts, attachment.client().id(), row)))
                .orElse(own);
        if (before.isEmpty() || missing(expected, parts).isEmpty()) {
            return new Gathering(parts, own, missing(own, parts), Optional.empty());
        }
        String joined = before.get().text("id");
        List<Gathered> all = together(parts, parts(facts, attachment, joined), expected);
        return new Gathering(
                all,
                expected,
                missing(expected, all),
                Optional.of(new Joined(joined, before.get().count("round"))));
    }

    /// SHA-256 over the sorted roles and bytes: names, covering mail and manifest are not part of it.
    String contentRoot() {
        return Digests.of(parts.stream()
                .map(Gathered::part)
                .filter(part -> !part.isCoveringMail())
                .map(part -> part.role().role() + ":" + part.sha256())
                .sorted()
                .toArray(String[]::new));
    }

    /// Files that nobody expected, by name.
    List<String> unexpected() {
        return expected.unexpected(came(parts));
    }

    private static List<Expectation.Missing> missing(Expectation expected, List<Gathered> parts) {
        return expected.missing(came(parts));
    }

    private static List<Expectation.Came> came(List<Gathered> parts) {
        return parts.stream()
                .map(Gathered::part)
                .filter(part -> !part.isCoveringMail())
                .map(part -> new Expectation.Came(part.role(), part.name()))
                .toList();
    }

    private static List<Gathered> together(List<Gathered> fresh, List<Gathered> before, Expectation expected) {
        List<Gathered> all = new ArrayList<>();
        for (Gathered old : before) {
            if (fresh.stream().noneMatch(each -> takesThePlaceOf(each.part(), old.part(), expected))) {
                all.add(old);
            }
        }
        all.addAll(fresh);
        return all;
    }

    private static boolean takesThePlaceOf(AttachedPart fresh, AttachedPart old, Expectation expected) {
        if (fresh.isCoveringMail() || old.isCoveringMail()) {
            return false;
        }
        String role = fresh.role().role();
        return fresh.name().equals(old.name())
                || (role.equals(old.role().role())
                        && expected.parts().stream()
                                .anyMatch(part -> part.role().equals(role)));
    }

    private static Optional<Row> newest(Facts facts, Attachment attachment) {
        return facts
                .query(
                        "SELECT s.id AS id, s.round AS round, s.client AS client, s.conflicts_sealed AS"
                                + " conflicts_sealed, a.expected_sealed AS expected_sealed, COALESCE(a.missing, 0) AS"
                                + " missing FROM submission s LEFT JOIN assembly a ON a.id = s.id WHERE s.deliverable ="
                                + " :deliverable AND s.vendor = :vendor AND s.state NOT IN ('SUPERSEDED', 'WITHDRAWN',"
                                + " 'REJECTED') AND s.restricted = 0 ORDER BY s.round DESC, s.revision DESC",
                        Map.of("deliverable", attachment.deliverableId(), "vendor", attachment.vendor()))
                .stream()
                .filter(row -> SubmissionReader.conflicts(facts, row).isEmpty())
                .findFirst();
    }

    private static List<Gathered> parts(Facts facts, Attachment attachment, String submission) {
        return SubmissionReader.parts(facts, attachment.client().id(), submission).stream()
                .map(part -> new Gathered(
                        part.arrival(),
                        new AttachedPart(
                                new PartRole(part.role(), part.basis()), part.name(), part.size(), part.sha256())))
                .toList();
    }

    /// What a reviewer must look at in all of it, also in files that are taken along.
    List<String> doubts(Facts facts, Attachment attachment) {
        return Stream.concat(
                        joined.stream()
                                .flatMap(each ->
                                        Doubts.of(facts, attachment.client().id(), each.submission()).stream()),
                        attachment.told().doubts().stream())
                .distinct()
                .toList();
    }

    /// What the vendor declares in the round, the newest word for each item. What it declared with the files of a round
    /// before was said of those.
    Map<String, String> declarations(Facts facts, Attachment attachment, int round) {
        Map<String, String> all = new HashMap<>();
        within(round)
                .ifPresent(each -> all.putAll(SubmissionReader.declarations(
                        facts, attachment.client().id(), facts.get(Submissions.TABLE, each))));
        all.putAll(attachment.told().declarations());
        return all;
    }

    /// What the vendor answers to findings of the round before.
    List<VendorAnswer> answers(Facts facts, Attachment attachment, int round) {
        return Stream.concat(
                        within(round).stream()
                                .flatMap(each ->
                                        Answers.of(facts, attachment.client().id(), each).stream()),
                        attachment.told().answers().stream())
                .distinct()
                .toList();
    }

    private Optional<String> within(int round) {
        return joined.filter(each -> each.round() == round).map(Joined::submission);
    }
}
