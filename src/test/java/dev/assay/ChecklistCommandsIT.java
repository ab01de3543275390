package dev.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What a client manager does with checklists; texts in `commands/` (`-Dfixtures=update` rewrites them).
@Timeout(240)
final class ChecklistCommandsIT {
    @TempDir
    Path temporary;

    private SmallHome home;

    @BeforeEach
    void write() throws IOException {
        home = SmallHome.in(temporary.resolve("home"), List.of("report"));
    }

    private void pinned(String name, Object... arguments) throws IOException {
        Fixture.compare(
                "commands/" + name + ".txt",
                Console.run(arguments).without(temporary).toString());
    }

    @Test
    void show_tellsWhereEachValueCameFrom() throws IOException {
        Path deck = home.write("clients/acme/deck.yaml", """
            title: Acme decks
            extends: checklist
            drop:
              - {id: names, reason: Joint decks name both.}
            items:
              - id: nothing-left-open
                severity: minor
                reason: Drafts are shown early.
              - {id: totals, check: table-total, when: {format: pptx}, mostly: 0.9}
            """);
        home.write("clients/acme/checklist.yaml", """
            title: Acme report
            items:
              - {id: nothing-left-open, check: placeholder-text, blocking: true}
              - {id: names, check: other-client-term, effect: contain}
            """);
        Path orders = home.folder.resolve("work-orders/wo-1.yaml");
        Files.writeString(
                orders,
                Files.readString(orders)
                        .replace(
                                "due: \"2099-12-31T17:00\"",
                                "checklist: deck, items: [{id: totals, mostly: 0.95}], due: \"2099-12-31T17:00\""));
        pinned("show-effective", "checklist", "show", "--effective", deck);
        pinned(
                "show-ordered",
                "checklist",
                "show",
                "--effective",
                "--home",
                home.folder,
                "--work-order",
                "wo-1",
                "--deliverable",
                "report");
        pinned(
                "show-no-deliverable",
                "checklist",
                "show",
                "--effective",
                "--home",
                home.folder,
                "--work-order",
                "wo-1",
                "--deliverable",
                "reprot");
        pinned("show-neither", "checklist", "show", deck);
        pinned("lint-warnings", "checklist", "lint", deck);
        pinned("lint-home", "checklist", "lint", "--home", home.folder);
        pinned("lint-nothing", "checklist", "lint");
    }

    @Test
    void init_writesAFirstFile_once() throws IOException {
        pinned("init-printed", "checklist", "init", "--practice", "base");
        pinned("init-unknown", "checklist", "init", "--practice", "bas");
        Files.delete(home.folder.resolve("clients/acme/checklist.yaml"));
        pinned("init-written", "checklist", "init", "--practice", "base", "--client", "acme", "--home", home.folder);
        pinned("init-again", "checklist", "init", "--practice", "base", "--client", "acme", "--home", home.folder);
        pinned("init-no-client", "checklist", "init", "--practice", "base", "--client", "acne", "--home", home.folder);
        assertEquals(
                0,
                Console.run("checklist", "lint", home.folder.resolve("clients/acme/checklist.yaml"))
                        .exit());
    }

    @Test
    void try_tellsWhichVerdictsWouldBeOthers_andRecordsNothing() throws Exception {
        try (Wiring.Running running = home.start()) {
            home.deliver("report/a.docx", BadFiles.docx(SmallHome.CLEAN));
            SmallHome.settled(running.ledger(), 1);
        }
        String before = Console.run("ledger", "verify", "--home", home.folder).out();
        Path changed = home.write("clients/acme/new.yaml", """
            name: checklist
            title: Acme report
            items:
              - {id: nothing-left-open, check: placeholder-text, blocking: true}
              - {id: words, check: forbidden-term, with: {terms: survey}, blocking: true}
            """);
        Console tried = Console.run("checklist", "try", changed, "--home", home.folder, "--against", "last", "5");
        assertEquals("""
            wo-1/report, round 1: accept by rule 10 → rework by rule 3
              words: new → failed (1 major, rework, blocking). 1 forbidden term.
            1 inspected anew, 1 with another verdict.
            """, tried.out().replaceFirst("^[0-9a-f]{8}  ", ""));
        Files.writeString(
                changed, Files.readString(changed).replace("blocking: true}\n  - {id: w", "mode: trial}\n  - {id: w"));
        assertTrue(Console.run("checklist", "try", changed, "--home", home.folder, "--since", "2020-01-01", "--json")
                .out()
                .contains("\"after\" : \"rework by rule 3\""));
        pinned("try-none", "checklist", "try", changed, "--home", home.folder, "--since", "2199-01-01");
        pinned("try-against", "checklist", "try", changed, "--home", home.folder, "--against", "first", "5");
        pinned("try-neither", "checklist", "try", changed, "--home", home.folder);
        assertEquals(
                before, Console.run("ledger", "verify", "--home", home.folder).out());
    }

    @Test
    void trial_isShownToTheClientManager() throws Exception {
        home.write("clients/acme/checklist.yaml", """
            title: Acme report
            items:
              - {id: words, check: forbidden-term, with: {terms: survey}, mode: trial}
            """);
        try (Wiring.Running running = home.start()) {
            home.deliver("report/a.docx", BadFiles.docx(SmallHome.CLEAN));
            SmallHome.settled(running.ledger(), 1);
        }
        pinned("show-trial", "checklist", "show", "--trial", "--home", home.folder, "--client", "acme");
        pinned("show-trial-none", "checklist", "show", "--trial", "--home", home.folder, "--client", "nobody");
    }
}
