package dev.assay.check;

import dev.assay.checklist.FileFormat;
import dev.assay.checklist.Reach;
import dev.assay.config.ClientPattern;
import dev.assay.config.Fields;
import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.Extraction;
import dev.assay.document.Gap;
import dev.assay.document.Place;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Takes out of an inspection what an item does not concern: whole files, and of the others what stands outside the
/// item's scope. Offsets stay what they are, so that findings name their places in the whole document. A file whose
/// format nobody could tell, and a gap that may lie inside the scope, stay: what is in doubt is told.
final class Narrowing {
    private Narrowing() {}

    /// What is left to look at.
    sealed interface Narrowed {}

    /// @param inspection what the kind sees
    record Left(Inspection inspection) implements Narrowed {}

    /// Nothing the item concerns.
    ///
    /// @param reason why, as a sentence
    record Nothing(String reason) implements Narrowed {}

    static Narrowed of(Inspection inspection, Reach reach) {
        Reach.When when = reach.when();
        List<Integer> meant = numbers(inspection, part -> isMeant(when, part));
        if (meant.isEmpty()) {
            return new Nothing("It holds for " + occasions(when) + "; no such file was delivered.");
        }
        Inspection some = inspection.among(meant);
        List<ClientPattern> named = patterns(reach.scope().part(), "");
        List<Integer> within = numbers(
                some,
                part -> named.isEmpty()
                        || named.stream().anyMatch(each -> each.matches(part.role()) || each.matches(part.name())));
        if (within.isEmpty()) {
            return new Nothing("Its scope is the file "
                    + String.join(" or ", reach.scope().part()) + "; none such was delivered.");
        }
        Inspection files = some.among(within);
        return reach.scope().isOfText() ? passages(files, reach.scope()) : new Left(files);
    }

    private static List<Integer> numbers(Inspection inspection, Predicate<Inspection.Part> wanted) {
        return IntStream.range(0, inspection.parts().size())
                .filter(number -> wanted.test(inspection.parts().get(number)))
                .boxed()
                .toList();
    }

    private static boolean isMeant(Reach.When when, Inspection.Part part) {
        boolean role = when.role().isEmpty() || when.role().contains(part.role());
        return role && (when.format().isEmpty() || isOf(when.format(), part.extraction()));
    }

    private static boolean isOf(List<String> formats, Extraction extraction) {
        return switch (extraction) {
            case Extraction.Extracted read ->
                FileFormat.of(read.document().mediaType())
                        .map(Fields::word)
                        .filter(formats::contains)
                        .isPresent();
            case Extraction.Unreadable unread ->
                FileFormat.of(unread.mediaType())
                        .map(Fields::word)
                        .map(formats::contains)
                        .orElse(true);
        };
    }

    private static String occasions(Reach.When when) {
        List<String> said = new ArrayList<>();
        if (!when.role().isEmpty()) {
            said.add("the role " + String.join(" or ", when.role()));
        }
        if (!when.format().isEmpty()) {
            said.add("the format " + String.join(" or ", when.format()));
        }
        return String.join(" and ", said);
    }

    private static Narrowed passages(Inspection inspection, Reach.Scope scope) {
        List<ClientPattern> sections = patterns(scope.section(), "(?i)");
        List<Inspection.Part> parts = new ArrayList<>();
        boolean holdsAny = false;
        for (Inspection.Part part : inspection.parts()) {
            if (part.extraction() instanceof Extraction.Extracted read) {
                Document view = view(read.document(), scope, sections);
                holdsAny |= !view.blocks().isEmpty() || !view.gaps().isEmpty();
                parts.add(new Inspection.Part(part.name(), part.role(), new Extraction.Extracted(view)));
            } else {
                holdsAny = true;
                parts.add(part);
            }
        }
        return holdsAny ? new Left(inspection.with(parts)) : new Nothing(outside(scope));
    }

    private static String outside(Reach.Scope scope) {
        List<String> said = new ArrayList<>();
        if (!scope.section().isEmpty()) {
            said.add("the section " + String.join(" or ", scope.section()));
        }
        if (!scope.layer().isEmpty()) {
            said.add("the layer " + String.join(" or ", scope.layer()));
        }
        return "Its scope is " + String.join(" and ", said) + "; nothing delivered lies in it.";
    }

    private static List<ClientPattern> patterns(List<String> expressions, String before) {
        return expressions.stream()
                .map(expression -> ClientPattern.of(before + expression))
                .toList();
    }

    private static Document view(Document document, Reach.Scope scope, List<ClientPattern> sections) {
        Set<Block> inSections = sections.isEmpty() ? Set.of() : inSections(document, sections);
        List<Block> blocks = document.blocks().stream()
                .filter(block -> scope.layer().isEmpty() || scope.layer().contains(Fields.word(block.layer())))
                .filter(block -> sections.isEmpty() || inSections.contains(block))
                .toList();
        List<Gap> gaps = sections.isEmpty() ? document.gaps() : gaps(document.gaps(), blocks);
        return new Document(
                document.mediaType(),
                document.text(),
                blocks,
                document.facts(),
                gaps,
                document.languages(),
                document.reader());
    }

    private static Set<Block> inSections(Document document, List<ClientPattern> patterns) {
        Set<Block> found = document.sections().stream()
                .filter(section -> isNamed(section.title(), patterns))
                .flatMap(section -> Stream.concat(Stream.of(section.heading()), section.blocks().stream()))
                .collect(Collectors.toSet());
        document.tables()
                .filter(table -> isNamed(table.name(), patterns)
                        || (table.place() instanceof Place.Cell cell && isNamed(cell.sheet(), patterns)))
                .forEach(found::add);
        return found;
    }

    private static boolean isNamed(String title, List<ClientPattern> patterns) {
        return patterns.stream().anyMatch(pattern -> pattern.first(title).isPresent());
    }

    /// Gaps that surely lie outside are left out: those of a page or slide before the first or after the last that the
    /// scope has something on, and those of a sheet it has nothing on.
    private static List<Gap> gaps(List<Gap> gaps, List<Block> blocks) {
        if (blocks.isEmpty()) {
            return gaps;
        }
        IntSummaryStatistics numbers = blocks.stream()
                .flatMap(block -> number(block.place()).stream())
                .mapToInt(Integer::intValue)
                .summaryStatistics();
        Set<String> sheets =
                blocks.stream().flatMap(block -> sheet(block.place()).stream()).collect(Collectors.toSet());
        return gaps.stream()
                .filter(gap -> {
                    Optional<Integer> number = number(gap.place());
                    boolean outside = number.isPresent()
                            && numbers.getCount() > 0
                            && (number.get() < numbers.getMin() || number.get() > numbers.getMax());
                    boolean elsewhere = sheet(gap.place())
                            .filter(name -> !sheets.isEmpty() && !sheets.contains(name))
                            .isPresent();
                    return gap.stoppedEarly() || !(outside || elsewhere);
                })
                .toList();
    }

    private static Optional<Integer> number(Place place) {
        return switch (place) {
            case Place.Page page -> Optional.of(page.page());
            case Place.Slide slide -> Optional.of(slide.slide());
            case Place.Whole ignored -> Optional.empty();
            case Place.Paragraph ignored -> Optional.empty();
            case Place.Cell ignored -> Optional.empty();
            case Place.Line ignored -> Optional.empty();
            case Place.Part ignored -> Optional.empty();
        };
    }

    private static Optional<String> sheet(Place place) {
        return place instanceof Place.Cell cell ? Optional.of(cell.sheet()) : Optional.empty();
    }
}
