package dev.assay.checklist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.check.Checks;
import dev.assay.config.Fields;
import dev.assay.config.LocatedReader;
import dev.assay.config.OwnItems;
import dev.assay.config.Problem;
import dev.assay.config.Problems;
import dev.assay.config.TextFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class LayersTest {
    private static final ChecklistReader READER = new ChecklistReader(Checks.kinds());
    private static final String BASE = """
        title: Base
        items:
          - id: length
            check: length
            with: {max: 300, unit: words}
            severity: critical
            blocking: true
            examples: {pass: [short]}
          - id: words
            check: forbidden-term
            with: {terms: [guaranteed, best], except: [not guaranteed]}
            severity: minor
          - {id: names, check: other-client-term, effect: contain}
          - {id: follows, by: person, requirement: 'Do the conclusions follow?', mode: advise}
        """;

    /// Checklists of one client, by name.
    private static final class Texts implements Shelf {
        private final Map<String, String> texts = new TreeMap<>();

        Texts with(String name, String text) {
            texts.put(name, text);
            return this;
        }

        @Override
        public Optional<TextFile> find(String name, Problems problems) {
            return Optional.of(TextFile.of(name + ".yaml", texts.get(name)));
        }

        @Override
        public List<String> names() {
            return List.copyOf(texts.keySet());
        }

        Checklist read(String name) {
            Problems problems = new Problems();
            Optional<Checklist> read = read(name, Optional.empty(), problems);
            assertEquals(List.of(), problems.all());
            return read.orElseThrow();
        }

        Optional<Checklist> read(String name, Optional<OwnItems> own, Problems problems) {
            return READER.read(find(name, problems).orElseThrow(), this, own, problems);
        }

        String mistakes(String name) {
            Problems problems = new Problems();
            assertEquals(Optional.empty(), read(name, Optional.empty(), problems));
            return problems.all().stream().map(Problem::toString).collect(Collectors.joining("\n"));
        }
    }

    private static Texts base() {
        return new Texts().with("base", BASE);
    }

    private static Item item(Checklist checklist, String id) {
        return checklist.items().stream()
                .filter(item -> item.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static OwnItems own(String text) {
        Problems problems = new Problems();
        Fields fields = LocatedReader.read("work-orders/w.yaml", text, problems)
                .flatMap(value -> Fields.of(value, "a deliverable", problems))
                .orElseThrow();
        return new OwnItems("work-orders/w.yaml", fields.value("items"), fields.value("drop"));
    }

    @Test
    void laterLayer_changesOnlyTheKeysItGives_andEachValueTellsWhereItIsFrom() {
        Checklist checklist = base().with("deck", """
            title: Decks
            extends: base
            items:
              - id: length
                with: {max: 250}
                weight: 2
              - {id: totals, check: table-total}
            """).read("deck");
        assertEquals(List.of("length", "words", "names", "follows", "totals"), ids(checklist));
        Item length = item(checklist, "length");
        assertEquals(250, length.parameters().get("max"));
        assertEquals("words", length.parameters().get("unit"));
        assertEquals(Severity.CRITICAL, length.severity());
        assertEquals(2, length.weight());
        Map<String, String> at = checklist.trace("length").at();
        assertEquals("deck.yaml:5:17", at.get("with.max"));
        assertEquals("base.yaml:5:28", at.get("with.unit"));
        assertEquals("base.yaml:6:15", at.get("severity"));
        assertEquals("deck.yaml:6:13", at.get("weight"));
        assertEquals(List.of(), checklist.trace("length").weakened());
        assertEquals(
                List.of("base.yaml", "deck.yaml"),
                checklist.layers().stream().map(Layer::file).toList());
        assertEquals("Decks", checklist.title());
    }

    @Test
    void examplesForOtherValues_areNotInherited() {
        Texts texts = base().with("deck", "extends: base\nitems: [{id: length, with: {max: 250}}]\n")
                .with("heavy", "extends: base\nitems: [{id: length, weight: 2}]\n");
        assertEquals(0, item(texts.read("deck"), "length").examples().pass().size());
        assertEquals(1, item(texts.read("heavy"), "length").examples().pass().size());
    }

    @Test
    void version_coversEveryLayer() {
        String deck = "extends: base\nitems: [{id: length, weight: 2}]\n";
        String version = base().with("deck", deck).read("deck").version();
        assertEquals(version, base().with("deck", deck).read("deck").version());
        assertNotEquals(
                version,
                new Texts()
                        .with("base", BASE + "# seen\n")
                        .with("deck", deck)
                        .read("deck")
                        .version());
        assertNotEquals(
                version, base().with("deck", deck + "# seen\n").read("deck").version());
        assertEquals(TextFile.hash(BASE), base().read("base").version());
    }

    @Test
    void asksForLess_withoutReason_isAMistake() {
        assertEquals("""
            deck.yaml:3:3: item 'length' asks for less than before (severity: critical → major; blocking: true → false; with.max: 300 → 400; before: base.yaml:3:5) and gives no reason. Add 'reason', or take the change out
            deck.yaml:4:3: item 'words' asks for less than before (mode: enforce → advise; with.terms: [guaranteed, best] → [guaranteed]; with.except: [not guaranteed] → [not guaranteed, best of]; before: base.yaml:9:5) and gives no reason. Add 'reason', or take the change out
            deck.yaml:5:3: item 'names' asks for less than before (effect: contain → review; before: base.yaml:13:5) and gives no reason. Add 'reason', or take the change out
            deck.yaml:6:3: item 'follows' asks for less than before (requirement: Do the conclusions follow? → Well?; before: base.yaml:14:5) and gives no reason. Add 'reason', or take the change out\
            """, base().with("deck", """
                extends: base
                items:
                - {id: length, with: {max: 400}, severity: major, blocking: false}
                - {id: words, mode: advise, with: {terms: guaranteed, except: [not guaranteed, best of]}}
                - {id: names, effect: review}
                - {id: follows, requirement: 'Well?'}
                """).mistakes("deck"));
    }

    @Test
    void whoAnswersAndHow_isWeakenedToo() {
        String person = """
            title: Base
            items:
              - id: follows
                by: person
                requirement: Do the conclusions follow?
                scale: [they do = passed, some do not = failed]
                evidence: true
                who: [jane, john]
            """;
        assertEquals("""
            deck.yaml:3:3: item 'follows' asks for less than before (scale: [they do = passed, some do not = failed] → [they do = passed, most do = passed, few do = failed]; evidence: true → –; who: [jane, john] → [jane, jill]; before: base.yaml:3:5) and gives no reason. Add 'reason', or take the change out\
            """, new Texts().with("base", person).with("deck", """
                extends: base
                items:
                - {id: follows, scale: [they do = passed, most do = passed, few do = failed], evidence: false, who: [jane, jill]}
                """).mistakes("deck"));
        assertTrue(new Texts()
                .with("base", person)
                .with("deck", """
                    extends: base
                    items:
                    - {id: follows, scale: [they do = passed, some = cannot-tell, none = failed], who: jane}
                    """)
                .read("deck")
                .trace("follows")
                .weakened()
                .isEmpty());
    }

    @Test
    void sharpening_isFree() {
        Checklist checklist = base().with("deck", """
            extends: base
            items:
            - {id: words, severity: major, effect: contain, blocking: true, weight: 3, with: {terms: [best, guaranteed, sure]}}
            - {id: length, with: {min: 10}}
            - {id: follows, mode: enforce, guidance: Read the tables.}
            """).read("deck");
        assertTrue(checklist.traces().values().stream()
                .allMatch(trace -> trace.weakened().isEmpty()));
    }

    @Test
    void weakenedWithReason_isKeptWithIt_alsoWhereALaterLayerSharpensAgain() {
        Checklist checklist = base().with("client", """
            extends: base
            items: [{id: names, effect: review, reason: A joint study.}]
            """)
                .with("deck", "extends: client\nitems: [{id: names, effect: contain}]\n")
                .read("deck");
        assertEquals(Effect.CONTAIN, item(checklist, "names").effect());
        assertEquals(
                List.of(new Trace.Weakened(
                        List.of(new Change("effect", "contain", "review", "client.yaml:2:29")), "A joint study.")),
                checklist.trace("names").weakened());
    }

    @Test
    void droppedItems_areGone_andTold() {
        Checklist checklist = base().with("deck", """
            extends: base
            drop:
              - {id: names, reason: A joint study.}
            """).read("deck");
        assertEquals(List.of("length", "words", "follows"), ids(checklist));
        assertEquals(
                List.of(new Dropped(
                        "names",
                        "The files name no other client.",
                        Effect.CONTAIN,
                        "base.yaml:13:5",
                        "deck.yaml:3:5",
                        "A joint study.")),
                checklist.dropped().stream()
                        .map(each -> new Dropped(
                                each.id(),
                                "The files name no other client.",
                                each.effect(),
                                each.from(),
                                each.at(),
                                each.reason()))
                        .toList());
    }

    @Test
    void deliverableOfAWorkOrder_isTheLastLayer() {
        Problems problems = new Problems();
        OwnItems own = own("""
            items:
              - {id: length, with: {max: 200}}
            drop:
              - {id: words, reason: Titles only.}
            """);
        Checklist checklist = base().read("base", Optional.of(own), problems).orElseThrow();
        assertEquals(List.of(), problems.all());
        assertEquals(200, item(checklist, "length").parameters().get("max"));
        assertEquals("work-orders/w.yaml:2:30", checklist.trace("length").at().get("with.max"));
        assertEquals(Layer.Origin.WORK_ORDER, checklist.layers().getLast().origin());
        OwnItems moved = own(
                "role: deck\nitems:\n- id: length\n  with: {max: 200}\ndrop: [{id: words, reason: Titles only.}]\n");
        assertEquals(own.hash(), moved.hash());
    }

    @Test
    void shippedLists_areValid() {
        for (String name : Shipped.names()) {
            Problems problems = new Problems();
            READER.read(Shipped.find(name).orElseThrow(), Shelf.EMPTY, problems);
            assertEquals(List.of(), problems.all());
        }
        assertEquals(
                Layer.Origin.SHIPPED,
                new Texts()
                        .with("mine", "extends: assay/base\n")
                        .read("mine")
                        .layers()
                        .getFirst()
                        .origin());
    }

    @Test
    void unknownOnes_areTold() {
        assertEquals(
                "a.yaml:1:10: unknown checklist 'assay/bse': it neither comes with Assay nor lies beside this one."
                        + " Did you mean 'assay/base'?",
                new Texts().with("a", "extends: assay/bse\n").mistakes("a"));
        assertEquals(
                "a.yaml:1:10: unknown checklist 'dek': it neither comes with Assay nor lies beside this one."
                        + " Did you mean 'deck'?",
                new Texts().with("a", "extends: dek\n").with("deck", BASE).mistakes("a"));
    }

    @Test
    void circlesAndTowers_areTold() {
        assertEquals(
                "b.yaml:1:10: a checklist cannot extend itself: a.yaml → b.yaml → a.yaml. Take one 'extends' of the"
                        + " circle out",
                new Texts().with("a", "extends: b\n").with("b", "extends: a\n").mistakes("a"));
        Texts tower = new Texts().with("l0", BASE);
        for (int i = 1; i < 9; i++) {
            tower.with("l" + i, "extends: l" + (i - 1) + "\n");
        }
        assertEquals(4, tower.read("l7").items().size());
        assertEquals(
                "l1.yaml:1:10: a checklist has at most 8 layers, and this would be one more: l8.yaml → l7.yaml →"
                        + " l6.yaml → l5.yaml → l4.yaml → l3.yaml → l2.yaml → l1.yaml. Put some of them together",
                tower.mistakes("l8"));
    }

    @Test
    void mistakesOfALaterLayer_areToldAtItsOwnPlaces() {
        assertEquals("""
            deck.yaml:3:10: nothing to drop: no item 'lenght' is inherited. Did you mean 'length'?
            deck.yaml:4:5: key 'reason' is missing
            deck.yaml:6:3: no item 'lengths' is inherited, and a new one needs its 'check'. Did you mean 'length'?
            deck.yaml:7:8: item 'follows' is dropped here too. Change it, or give the new one another id
            deck.yaml:8:22: item 'words' cannot change its 'check', which is forbidden-term (base.yaml:9:5). Drop it with a reason, and add one with another id
            deck.yaml:9:33: 'reason' says why an inherited item is weakened, and no item 'new' is inherited. Inherited: follows, length, names, words
            deck.yaml:10:33: unknown key 'maxx' of check 'length'. Did you mean 'max'?
            deck.yaml:11:39: 'reason' is empty. Say why the item asks for less\
            """, base().with("deck", """
                extends: base
                drop:
                  - {id: lenght, reason: a typo}
                  - {id: follows}
                items:
                - {id: lengths, severity: minor}
                - {id: follows, weight: 2}
                - {id: words, check: table-total}
                - {id: new, check: table-total, reason: none needed}
                - {id: length, with: {max: 200, maxx: 3}}
                - {id: names, effect: review, reason: ' '}
                """).mistakes("deck"));
    }

    @Test
    void mistakeOfAnInheritedText_isToldOnce() {
        assertEquals(
                "base.yaml:2:24: unknown check 'lenght'. Did you mean 'length'?",
                new Texts()
                        .with("base", "title: B\nitems: [{id: a, check: lenght}]\n")
                        .with("deck", "extends: base\nitems: [{id: a, weight: 2}]\n")
                        .mistakes("deck"));
    }

    private static List<String> ids(Checklist checklist) {
        return checklist.items().stream().map(Item::id).toList();
    }
}
