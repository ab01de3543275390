package dev.assay.check.dates;

import dev.assay.check.Inspection;
import dev.assay.check.Passages;
import dev.assay.check.Spaces;
import dev.assay.check.dates.ShownDate.Period;
import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.Layer;
import dev.assay.document.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the dates of a part that are said to be something: behind their label in the same sentence, in the
/// cell beside it, or below it in a table of one row.
final class Labelled {
    private static final int FARTHEST = 60;
    private static final int TITLE_BLOCKS = 8;
    private static final int MOST = 2_000;
    private static final Pattern GAP = Pattern.compile("[^.;!?|]{0," + FARTHEST + "}");
    private static final Pattern TO = Pattern.compile(" ?(?:-|\u2013|\u2014|to|until|and|bis|und|through) ?");
    private static final Pattern QUALIFIER = Pattern.compile(
            "(?iu)\\b(?:(?:wave|welle|phase|round|part|teil|survey|study|cohort)"
                + " [0-9ivx]{1,3}|first|second|third|pilot|main|pre-?test|previous|prior|last|earlier|initial"
                + "|planned|original(?:ly)?|expected|revised|next|interim|final|vorherige[rsn]?|geplant[ers]*|letzte[rsn]?|n\u00e4chste[rsn]?)\\b");
    private static final Pattern START =
            Pattern.compile("(?iu)\\b(?:start(?:ed|s)?|began|begins?|beginn|opened|since|seit)\\b");
    private static final Pattern END =
            Pattern.compile("(?iu)\\b(?:end(?:ed|s)?|until|closed|finish(?:ed|es)?|completed|ende|bis)\\b");
    private static final Pattern ALONE = Pattern.compile("[\\p{L} .,]{0,30}?");

    private final Inspection.ReadPart part;
    private final List<DateLabel> labels;
    private final List<Mention> mentions = new ArrayList<>();

    private Labelled(Inspection.ReadPart part, List<DateLabel> labels) {
        this.part = part;
        this.labels = labels;
    }

    /// In order of place.
    static List<Mention> of(Inspection.ReadPart part, List<DateLabel> labels) {
        Labelled reading = new Labelled(part, labels);
        Passages.shown(part.document()).forEach(reading::passage);
        part.document().tables().filter(table -> table.layer() == Layer.BODY).forEach(reading::table);
        if (labels.contains(DateLabel.OF_PART)) {
            reading.datesAlone();
        }
        reading.mentions.sort(Comparator.comparingInt(mention -> mention.span().start()));
        return reading.mentions;
    }

    private void passage(Span passage) {
        String text = flat(passage);
        List<ShownDate> dates = dates(text);
        if (dates.isEmpty()) {
            return;
        }
        for (DateLabel label : labels) {
            Matcher words = label.words().matcher(text);
            int from = 0;
            while (words.find(from)) {
                from = words.end();
                int end = words.end();
                dates.stream()
                        .filter(date -> date.span().start() >= end)
                        .findFirst()
                        .filter(date -> GAP.matcher(
                                        text.substring(end, date.span().start()))
                                .matches())
                        .ifPresent(date -> add(label, sentence(text, words.start(), date), date, passage.start()));
            }
        }
    }

    /// The words of the sentence around a label, up to the date.
    private static String sentence(String text, int label, ShownDate date) {
        int start = Math.max(text.lastIndexOf(". ", label), text.lastIndexOf("; ", label)) + 1;
        return text.substring(Math.max(0, start), date.span().start());
    }

    private void add(DateLabel label, String sentence, ShownDate date, int offset) {
        Matcher qualifier = QUALIFIER.matcher(sentence);
        StringBuilder which = new StringBuilder();
        while (qualifier.find()) {
            which.append(qualifier.group().toLowerCase(Locale.ROOT)).append(' ');
        }
        boolean oneDay = date.meanings().stream().allMatch(Period::isOneDay);
        Mention.Role role = !oneDay
                ? Mention.Role.WHOLE
                : END.matcher(sentence).find()
                        ? Mention.Role.END
                        : START.matcher(sentence).find() ? Mention.Role.START : Mention.Role.WHOLE;
        Span span = new Span(offset + date.span().start(), offset + date.span().end());
        if (mentions.size() < MOST
                && mentions.stream()
                        .noneMatch(other ->
                                other.span().overlaps(span) && other.label().equals(label))) {
            mentions.add(new Mention(
                    part,
                    label,
                    which.toString().strip(),
                    role,
                    new ShownDate(span, date.shown(), date.meanings(), date.weekday())));
        }
    }

    private void table(Block.Table table) {
        for (Block.Row row : table.rows()) {
            for (int i = 0; i + 1 < row.cells().size(); i++) {
                beside(row.cells().get(i), row.cells().get(i + 1));
            }
        }
        if (table.rows().size() == 2) {
            for (Block.Cell head : table.rows().getFirst().cells()) {
                table.rows().get(1).cells().stream()
                        .filter(cell -> cell.column() == head.column())
                        .findFirst()
                        .ifPresent(cell -> beside(head, cell));
            }
        }
    }

    private void beside(Block.Cell label, Block.Cell value) {
        String words = flat(label.span());
        if (words.length() > FARTHEST || !dates(words).isEmpty()) {
            return;
        }
        for (DateLabel each : labels) {
            if (each.words().matcher(words).find()) {
                dates(flat(value.span())).stream()
                        .findFirst()
                        .ifPresent(date -> add(each, words, date, value.span().start()));
            }
        }
    }

    /// The date on the title page, and in headers and footers.
    private void datesAlone() {
        Document document = part.document();
        int body = 0;
        for (Block block : document.blocks()) {
            boolean edge = block.layer() == Layer.HEADER || block.layer() == Layer.FOOTER;
            boolean title = block.layer() == Layer.BODY && body++ < TITLE_BLOCKS;
            if ((edge || title)
                    && !(block instanceof Block.Table)
                    && block.span().length() < 200) {
                String text = flat(block.span());
                List<ShownDate> dates = dates(text);
                boolean labelled = labels.stream()
                        .anyMatch(label -> label.words().matcher(text).find());
                if (dates.size() == 1 && !labelled && (edge || isAlone(text, dates.getFirst()))) {
                    add(DateLabel.OF_PART, "", dates.getFirst(), block.span().start());
                }
            }
        }
    }

    private static boolean isAlone(String text, ShownDate date) {
        return text.substring(date.span().end()).isBlank()
                && ALONE.matcher(text.substring(0, date.span().start())).matches();
    }

    /// Two dates with "to" between them are a period.
    private static List<ShownDate> dates(String text) {
        List<ShownDate> joined = new ArrayList<>();
        for (ShownDate date : DateText.find(text)) {
            Optional<ShownDate> period = joined.isEmpty() ? Optional.empty() : joined(text, joined.getLast(), date);
            if (period.isPresent()) {
                joined.removeLast();
            }
            joined.add(period.orElse(date));
        }
        return joined;
    }

    private static Optional<ShownDate> joined(String text, ShownDate first, ShownDate last) {
        boolean ends = first.meanings().size() == 1 && last.meanings().size() == 1;
        if (!ends
                || !TO.matcher(text.substring(first.span().end(), last.span().start()))
                        .matches()) {
            return Optional.empty();
        }
        Period from = first.meanings().getFirst();
        Period to = last.meanings().getFirst();
        if (!from.isOneDay() || !to.isOneDay() || to.last().isBefore(from.first())) {
            return Optional.empty();
        }
        Span span = new Span(first.span().start(), last.span().end());
        return Optional.of(new ShownDate(
                span,
                text.substring(span.start(), span.end()),
                List.of(new Period(from.first(), to.last())),
                Optional.empty()));
    }

    private String flat(Span span) {
        return Spaces.plain(part.document().text(span));
    }
}
