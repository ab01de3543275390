package dev.assay.intake.identify;

import dev.assay.intake.identify.Identification.Conflicting;
import dev.assay.intake.identify.Identification.Identified;
import dev.assay.intake.identify.Identification.Unknown;
import dev.assay.work.Deliverable;
import dev.assay.work.Manifest;
import dev.assay.work.ShownName;
import dev.assay.work.WorkOrder;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds the deliverable a file is for, among those its vendor is assigned to: from the manifest, then from
/// a bag's identifier, then from a tag in the subject, then from folder names that are ids, then from the beginning of
/// the file name; what a package is called counts before the names in it.
///
/// Each hint narrows what the stronger ones left. A hint that fits something of this vendor's, but nothing that
/// is left, is a conflict. Where the sources above it had named one deliverable, that is what it is, and the
/// conflict goes with it to a reviewer; unless the hint points to another client's work. Else nothing is chosen.
/// Ids and prefixes are compared without regard to case; of several prefixes that fit, the longest counts. What
/// the vendor wrote is only compared, never used as a path.
final class Identifier {
    private static final Pattern TAG = Pattern.compile("\\[([A-Za-z0-9-]{1,64}(?:/[A-Za-z0-9-]{1,64})?)]");

    private final List<Candidate> all;
    private final List<Hint> hints = new ArrayList<>();
    private final List<Hint> agreeing = new ArrayList<>();
    private final List<Disagreement> disagreements = new ArrayList<>();
    private List<Candidate> left;
    private boolean named;
    private boolean torn;

    private Identifier(List<Candidate> all) {
        this.all = all;
        this.left = all;
    }

    /// Identifies a file.
    ///
    /// @param workOrders all that are open, of any vendor
    static Identification identify(Clues clues, List<WorkOrder> workOrders) {
        Identifier identifier = new Identifier(assigned(clues.vendor(), workOrders));
        Optional<String> unknownId =
                clues.manifest().flatMap(manifest -> identifier.readManifest(manifest, clues.namedDeliverable()));
        identifier.beginSource();
        identifier.readBag(clues.bag());
        identifier.beginSource();
        identifier.readSubject(clues.subject());
        identifier.readPath(clues.path());
        identifier.readPath(clues.inner());
        return unknownId
                .<Identification>map(reason -> new Unknown(reason, identifier.hints))
                .orElseGet(identifier::conclude);
    }

    private static List<Candidate> assigned(String vendor, List<WorkOrder> workOrders) {
        return workOrders.stream()
                .flatMap(order -> order.deliverables().stream()
                        .filter(deliverable -> deliverable.vendors().contains(vendor))
                        .map(deliverable -> new Candidate(order, deliverable)))
                .toList();
    }

    /// An id in the manifest that fits nothing is not passed over for weaker hints: the vendor meant something.
    ///
    /// @return what is wrong with it
    private Optional<String> readManifest(Manifest manifest, String named) {
        String order = fold(manifest.workOrder());
        String deliverable = fold(named);
        List<String> unknown = new ArrayList<>();
        if (!order.isEmpty() && !read(manifestHint(manifest.workOrder()), each -> each.isOrder(order))) {
            unknown.add("work order '" + ShownName.of(manifest.workOrder()) + "'");
        }
        if (!deliverable.isEmpty() && !read(manifestHint(named), each -> each.is(deliverable))) {
            unknown.add("deliverable '" + ShownName.of(named) + "'");
        }
        return unknown.isEmpty()
                ? Optional.empty()
                : Optional.of("The manifest names " + String.join(" and ", unknown)
                        + ", which this vendor has no part in. Correct the manifest and deliver again.");
    }

    /// An identifier that fits nothing is one of the vendor's own.
    private void readBag(String identifier) {
        readIds(Hint.Source.BAG, identifier);
    }

    /// Tags that fit nothing are other people's, such as those of lists.
    private void readSubject(String subject) {
        Matcher tags = TAG.matcher(subject);
        while (tags.find()) {
            readIds(Hint.Source.SUBJECT, tags.group(1));
        }
    }

    /// A work order or a deliverable, or both with a slash between.
    private void readIds(Hint.Source source, String text) {
        String[] ids = fold(text).split("/", 2);
        Predicate<Candidate> fits = ids.length == 1
                ? each -> each.isOrder(ids[0]) || each.is(ids[0])
                : each -> each.isOrder(ids[0]) && each.is(ids[1]);
        if (all.stream().anyMatch(fits)) {
            boolean fitsOne = read(new Hint(source, text), fits);
            assert fitsOne;
        }
    }

    /// Folders, then the name of the file in them.
    private void readPath(String path) {
        String[] names = path.split("/", -1);
        beginSource();
        for (int i = 0; i < names.length - 1; i++) {
            readFolder(names[i]);
        }
        beginSource();
        readFileName(names[names.length - 1]);
    }

    private void readFolder(String name) {
        String given = fold(name);
        Predicate<Candidate> fits = each -> each.isOrder(given) || each.is(given);
        if (all.stream().anyMatch(fits)) {
            boolean fitsOne = read(new Hint(Hint.Source.FOLDER, name), fits);
            assert fitsOne;
        }
    }

    private void readFileName(String name) {
        String given = fold(name);
        int among = longest(left, given);
        int length = among > 0 ? among : longest(all, given);
        if (length > 0) {
            boolean fitsOne = read(new Hint(Hint.Source.FILE_NAME, name), each -> each.prefix(given) == length);
            assert fitsOne;
        }
    }

    /// What follows is weaker than all that came before.
    private void beginSource() {
        named = !hints.isEmpty() && left.size() == 1;
    }

    /// Takes a hint.
    ///
    /// @return whether it fits anything of this vendor's
    private boolean read(Hint hint, Predicate<Candidate> fits) {
        hints.add(hint);
        List<Candidate> fitting = all.stream().filter(fits).toList();
        if (fitting.isEmpty()) {
            return false;
        }
        List<Candidate> narrowed = left.stream().filter(fits).toList();
        if (narrowed.isEmpty()) {
            disagreements.add(new Disagreement(hint, fitting));
            torn |= !named;
            return true;
        }
        agreeing.add(hint);
        left = narrowed;
        return true;
    }

    private Identification conclude() {
        if (!disagreements.isEmpty() && (torn || clients() > 1)) {
            return new Conflicting(
                    "What it says of itself points to "
                            + (clients() > 1 ? "work for different clients" : "different deliverables") + ": "
                            + hints.stream().map(Identifier::shown).collect(Collectors.joining(", "))
                            + ". Deliver it again with hints that agree.",
                    hints);
        }
        if (hints.isEmpty()) {
            return new Unknown(
                    "Nothing says which deliverable it is. Name the work order in manifest.yaml or as the folder.",
                    hints);
        }
        if (left.size() > 1) {
            return new Unknown(
                    "It may be " + shown(left) + ". Name the deliverable in manifest.yaml or as the folder.", hints);
        }
        return new Identified(
                left.getFirst().workOrder(),
                left.getFirst().deliverable(),
                agreeing,
                disagreements.stream().map(this::sentence).toList());
    }

    /// For how many clients the work is that hints point to: bytes may lie under one client's key only.
    private long clients() {
        return Stream.concat(left.stream(), disagreements.stream().flatMap(each -> each.fitting().stream()))
                .map(each -> each.workOrder().client())
                .distinct()
                .count();
    }

    private String sentence(Disagreement disagreement) {
        return "by " + agreeing.stream().map(Identifier::shown).collect(Collectors.joining(" and ")) + " it is "
                + shown(left) + ", but by " + shown(disagreement.hint()) + " it is " + shown(disagreement.fitting());
    }

    private static String shown(Hint hint) {
        return hint.source().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " '" + ShownName.of(hint.text()) + "'";
    }

    private static String shown(List<Candidate> candidates) {
        return candidates.stream().map(Candidate::shown).collect(Collectors.joining(" or "));
    }

    private static Hint manifestHint(String text) {
        return new Hint(Hint.Source.MANIFEST, text);
    }

    private static int longest(List<Candidate> candidates, String name) {
        return candidates.stream().mapToInt(each -> each.prefix(name)).max().orElse(0);
    }

    private static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    /// A hint that fits nothing of what stronger ones left.
    private record Disagreement(Hint hint, List<Candidate> fitting) {}

    private record Candidate(WorkOrder workOrder, Deliverable deliverable) {
        boolean isOrder(String id) {
            return workOrder.id().equals(id);
        }

        boolean is(String id) {
            return deliverable.id().equals(id);
        }

        /// How long the longest prefix is that the folded name begins with, 0 for none.
        int prefix(String name) {
            return deliverable.prefixes().stream()
                    .map(Identifier::fold)
                    .filter(name::startsWith)
                    .mapToInt(String::length)
                    .max()
                    .orElse(0);
        }

        String shown() {
            return workOrder.id() + "/" + deliverable.id();
        }
    }
}
