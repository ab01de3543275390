package dev.assay.letter;

import dev.assay.config.Catalogue;
import dev.assay.ledger.ArrivalRecord;
import dev.assay.ledger.ArrivalState;
import dev.assay.ledger.Ledger;
import dev.assay.ledger.LetterKind;
import dev.assay.ledger.LetterWay;
import dev.assay.ledger.Letters;
import dev.assay.ledger.Story;
import dev.assay.ledger.SubmissionRecord;
import dev.assay.ledger.SubmissionState;
import dev.assay.letter.Letter.Attachment;
import dev.assay.page.Pages;
import dev.assay.vault.KeyDestroyed;
import dev.assay.verdict.Ruling;
import dev.assay.verdict.Verdict;
import dev.assay.work.ShownText;
import dev.assay.work.Tier;
import dev.assay.work.Vendor;
import dev.assay.work.WorkOrder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Makes letters of outbox entries, from what the ledger knows when they go. What is about a work order of a
/// confidential tier does not go by mail: a mail says only that a letter lies in the vendor's outbox.
public final class Correspondence {
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Ledger ledger;
    private final Supplier<Catalogue> catalogue;
    private final Supplier<Wordings> wordings;
    private final String link;

    /// @param link where vendors read what a letter of a restricted order may not say, `{submission}` in it stands for
    ///             the submission's id; empty for nowhere
    public Correspondence(Ledger ledger, Supplier<Catalogue> catalogue, Supplier<Wordings> wordings, String link) {
        this.ledger = ledger;
        this.catalogue = catalogue;
        this.wordings = wordings;
        this.link = link;
    }

    /// What makes up a letter beside its files.
    private record Draft(Tier tier, String slug, String base, String subject, LetterView view, List<Attachment> with) {}

    /// The letter of an entry; empty where there is nothing to say any more, because what it was to tell of has
    /// changed since, or the client's text was destroyed.
    public Optional<Letter> letter(Letters.Entry entry) {
        try {
            return entry.submission()
                    .map(submission -> ofSubmission(entry, submission))
                    .orElseGet(() -> ofArrival(entry, entry.arrival().orElseThrow()))
                    .map(draft -> letter(entry, draft));
        } catch (KeyDestroyed e) {
            return Optional.empty();
        }
    }

    private Letter letter(Letters.Entry entry, Draft draft) {
        boolean announced = entry.way() == LetterWay.MAIL && draft.tier() != Tier.STANDARD;
        Draft shown = announced ? announcement(entry) : draft;
        return new Letter(
                entry.day() + "-"
                        + (draft.slug().isEmpty() ? "" : draft.slug() + "-") + draft.base() + "-"
                        + entry.number(),
                draft.base(),
                shown.subject(),
                shown.view().language(),
                ShownText.of(Pages.render("dev/assay/letter/letter.jte", shown.view())),
                LetterText.render(shown.view()),
                shown.with());
    }

    private Draft announcement(Letters.Entry entry) {
        Wording wording = wordings.get().of(language(entry.vendor()), "");
        String number = entry.number();
        LetterView view = new LetterView(
                wording.language(),
                null,
                wording.text("announce.title"),
                wording.text("announce.lead", "letter", number),
                List.of(),
                List.of(),
                wording.text("closing.notice"));
        return new Draft(Tier.STANDARD, "", "", wording.text("announce.subject", "letter", number), view, List.of());
    }

    private Optional<Draft> ofArrival(Letters.Entry entry, String id) {
        ArrivalRecord arrival = ledger.arrivals().find(id).orElseThrow();
        Wording wording = wordings.get().of(language(entry.vendor()), "");
        Tier tier = strictest(entry.vendor());
        String what = wording.text("notice.what");
        return switch (arrival.state()) {
            case IN_FLIGHT -> Optional.empty();
            case HELD ->
                entry.kind() == LetterKind.NOTICE
                        ? Optional.of(new Draft(
                                tier,
                                "",
                                "on-hold",
                                wording.text("hold.subject", "what", what),
                                HoldNotice.view(wording, arrival),
                                List.of()))
                        : Optional.empty();
            case QUARANTINED ->
                entry.kind() == LetterKind.NOTICE
                        ? Optional.of(new Draft(
                                tier,
                                "",
                                "set-aside",
                                wording.text("quarantine.subject", "what", what),
                                QuarantineNotice.view(wording, arrival),
                                List.of()))
                        : Optional.empty();
            case ATTACHED, DUPLICATE, REFUSED, PARKED ->
                entry.kind() == LetterKind.RECEIPT ? Optional.of(receipt(wording, tier, arrival)) : Optional.empty();
        };
    }

    private Draft receipt(Wording wording, Tier tier, ArrivalRecord arrival) {
        boolean placed = arrival.state() == ArrivalState.ATTACHED || arrival.state() == ArrivalState.DUPLICATE;
        List<Ordered> ordered = arrival.submissions().stream()
                .filter(any -> placed)
                .map(this::ordered)
                .filter(each ->
                        each.submission().vendor().equals(arrival.arrival().vendor()))
                .toList();
        if (ordered.isEmpty()) {
            return new Draft(
                    tier,
                    "",
                    "receipt",
                    wording.text("receipt.subject.other"),
                    new Receipt(wording, arrival).view(),
                    List.of());
        }
        Ordered of = ordered.getFirst();
        return new Draft(
                of.tier(),
                of.slug(),
                "receipt",
                of.wording().text("receipt.subject", of.values(of.due())),
                new Receipt(of.naming(of.due()), arrival).view(of, ordered.subList(1, ordered.size())),
                List.of());
    }

    private Optional<Draft> ofSubmission(Letters.Entry entry, String id) {
        Ordered ordered = ordered(id);
        SubmissionRecord submission = ordered.submission();
        return switch (entry.kind()) {
            case LETTER -> rework(entry, ordered);
            case NOTICE -> notice(ordered, submission.state());
            case RECEIPT -> throw new IllegalStateException("A receipt is of an arrival. Found: submission " + id);
        };
    }

    private Optional<Draft> notice(Ordered ordered, SubmissionState state) {
        boolean held = state == SubmissionState.HELD;
        if (!held && state != SubmissionState.QUARANTINED) {
            return Optional.empty();
        }
        return Optional.of(new Draft(
                ordered.tier(),
                ordered.slug(),
                held ? "on-hold" : "set-aside",
                ordered.wording().text(held ? "hold.subject" : "quarantine.subject", "what", ordered.title()),
                held ? HoldNotice.view(ordered) : QuarantineNotice.view(ordered),
                List.of()));
    }

    /// Whatever opened it: only rework is written to a vendor.
    private Optional<Draft> rework(Letters.Entry entry, Ordered ordered) {
        Ruling ruling = ordered.ruling();
        if (!(ruling.verdict() instanceof Verdict.Rework)
                || ordered.submission().restricted()) {
            return Optional.empty();
        }
        ReworkLetter letter = new ReworkLetter(
                ordered,
                entry.opened(),
                link.replace("{submission}", ordered.submission().id()));
        return Optional.of(new Draft(
                ordered.tier(),
                ordered.slug(),
                "rework",
                letter.subject(),
                letter.view(),
                List.of(
                        new Attachment("findings.xlsx", WORKBOOK, letter.list().workbook()),
                        new Attachment(
                                "manifest.yaml",
                                "application/yaml",
                                letter.manifest().getBytes(StandardCharsets.UTF_8)))));
    }

    private Ordered ordered(String submission) {
        Story story = ledger.stories().tell(submission).orElseThrow();
        return Ordered.of(story, ledger.answers().of(submission), catalogue.get(), wordings.get());
    }

    private String language(String vendor) {
        return catalogue.get().vendor(vendor).map(Vendor::language).orElse("");
    }

    /// What is not known to belong to an order is kept as close as the vendor's closest order.
    private Tier strictest(String vendor) {
        return catalogue.get().workOrders().stream()
                .filter(order -> order.deliverables().stream()
                        .anyMatch(deliverable -> deliverable.vendors().contains(vendor)))
                .map(WorkOrder::tier)
                .max(Comparator.naturalOrder())
                .orElse(Tier.CONFIDENTIAL);
    }
}
