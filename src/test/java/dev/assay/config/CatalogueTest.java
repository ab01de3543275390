package dev.assay.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.work.Channels;
import dev.assay.work.Client;
import dev.assay.work.CountedTime;
import dev.assay.work.Deliverable;
import dev.assay.work.Policy;
import dev.assay.work.PriorWorkUse;
import dev.assay.work.Tier;
import dev.assay.work.Vendor;
import dev.assay.work.WorkOrder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CatalogueTest {
    private static final String CLIENT = """
        name: Harrowgate Beverages
        retention: 18 months
        policy:
          sampling: 0.1
          round-limit: 2
          acceptance: {major: 3}
        """;
    private static final String ORDER = """
        client: harrowgate
        practice: market-research
        tier: standard
        language: en-GB
        zone: Europe/London
        policy:
          tightened: true
          score-threshold: 90.5
        deliverables:
          - id: report
            title: Tracker report
            role: report
            vendors: [kestrel]
            prefixes: [HB-101-report]
            due: 2026-07-01T17:00
          - id: tables
            role: tables
            vendors: kestrel
            due: 2026-07-01T17:00:00+05:30
        """;

    @TempDir
    Path home;

    @BeforeEach
    void writeHome() throws IOException {
        write("clients/harrowgate/client.yaml", CLIENT);
        write("clients/harrowgate/checklist.yaml", "name: checklist\n");
        write("vendors/kestrel.yaml", "name: Kestrel Insight\ncontact: qa@kestrel.example\nlanguage: en\n");
        write("work-orders/hb-101.yaml", ORDER);
    }

    private void write(String path, String text) throws IOException {
        Path file = home.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private List<String> problems() {
        InvalidFiles invalid = assertThrows(InvalidFiles.class, () -> Catalogue.load(home, Map.of()));
        return invalid.problems().stream().map(Problem::toString).toList();
    }

    @Test
    void wholeHome_isRead() {
        Catalogue catalogue = Catalogue.load(home, Map.of());
        String clientHash = TextFile.hash(CLIENT);
        Policy policy = new Policy(
                clientHash, 0.1, 0, false, false, 2, 0, OptionalInt.of(3), OptionalInt.empty(), OptionalDouble.empty());
        assertEquals(
                List.of(new Client(
                        "harrowgate",
                        "Harrowgate Beverages",
                        Period.ofMonths(18),
                        policy,
                        PriorWorkUse.SHARE,
                        List.of())),
                List.copyOf(catalogue.clients()));
        assertEquals(
                List.of(new Vendor("kestrel", "Kestrel Insight", "qa@kestrel.example", "en", Channels.folderAlone())),
                List.copyOf(catalogue.vendors()));
        WorkOrder order = catalogue.workOrder("hb-101").orElseThrow();
        assertEquals(
                new WorkOrder(
                        "hb-101",
                        TextFile.hash(ORDER),
                        "harrowgate",
                        "market-research",
                        Tier.STANDARD,
                        "en-GB",
                        ZoneId.of("Europe/London"),
                        "weekdays",
                        new Policy(
                                TextFile.hash(clientHash + "\n" + TextFile.hash(ORDER)),
                                0.1,
                                0,
                                true,
                                false,
                                2,
                                0,
                                OptionalInt.of(3),
                                OptionalInt.empty(),
                                OptionalDouble.of(90.5)),
                        Optional.empty(),
                        List.of(
                                new Deliverable(
                                        "report",
                                        "Tracker report",
                                        "report",
                                        "checklist",
                                        List.of("kestrel"),
                                        List.of("HB-101-report"),
                                        Instant.parse("2026-07-01T16:00:00Z")),
                                new Deliverable(
                                        "tables",
                                        "tables",
                                        "tables",
                                        "checklist",
                                        List.of("kestrel"),
                                        List.of(),
                                        Instant.parse("2026-07-01T11:30:00Z")))),
                order);
        assertEquals(
                home.resolve("clients/harrowgate/checklist.yaml"), catalogue.checklistFile("harrowgate", "checklist"));
        assertEquals(ORDER, catalogue.workOrderText(order));
        assertTrue(catalogue.workOrder("hb-999").isEmpty());
    }

    @Test
    void lineEnds_doNotChangeTheVersion() throws IOException {
        String version =
                Catalogue.load(home, Map.of()).workOrder("hb-101").orElseThrow().version();
        write("work-orders/hb-101.yaml", "\uFEFF" + ORDER.replace("\n", "\r\n"));
        assertEquals(
                version,
                Catalogue.load(home, Map.of()).workOrder("hb-101").orElseThrow().version());
    }

    @Test
    void emptyHome_holdsNothing(@TempDir Path empty) {
        assertEquals(List.of(), List.copyOf(Catalogue.load(empty, Map.of()).workOrders()));
    }

    @Test
    void absentHome_isAMistake() {
        InvalidFiles invalid =
                assertThrows(InvalidFiles.class, () -> Catalogue.load(home.resolve("elsewhere"), Map.of()));
        assertTrue(invalid.getMessage().endsWith("elsewhere: no such folder. Name the installation's home"));
    }

    @Test
    void hiddenFilesAndOtherEndings_arePassedOver() throws IOException {
        write("vendors/.kestrel.yaml.swp", "\0");
        write("vendors/notes.txt", "call back");
        write("clients/README.md", "what lies here");
        Files.createDirectories(home.resolve("work-orders/hb-101"));
        assertEquals(1, Catalogue.load(home, Map.of()).vendors().size());
    }

    @Test
    void mistakesOfAllFiles_areToldTogether() throws IOException {
        write("clients/harrowgate/client.yaml", "nam: X\nretention: ever\npolicy: {sampling: 2, round-limit: 0}\n");
        write("clients/Pellworm/client.yaml", "name: Pellworm\n");
        Files.createDirectories(home.resolve("clients/nobody"));
        write("vendors/lumen.yaml", "name: Lumen\ncontact: somewhere\nlanguage: english\n");
        write("vendors/tarn.yml", "name: Tarn\n");
        write("work-orders/hb-102.yaml", """
            client: harrogate
            practice: Market Research
            tier: secret
            language: en_GB
            zone: Europe/Londn
            deliverables: []
            """);
        assertEquals(
                List.of(
                        "clients/Pellworm: the name is the client's id: 1 to 64 lower-case letters, digits and inner"
                                + " hyphens. Found: 'Pellworm'. Rename it",
                        "clients/harrowgate/client.yaml:1:1: key 'name' is missing",
                        "clients/harrowgate/client.yaml:1:1: unknown key 'nam' of a client. Did you mean 'name'?",
                        "clients/harrowgate/client.yaml:2:12: retention is a number of days, weeks, months or years,"
                                + " such as 18 months. Found: 'ever'",
                        "clients/harrowgate/client.yaml:3:20: sampling is a number from 0 to 1. Found: 2",
                        "clients/harrowgate/client.yaml:3:36: round-limit is at least 1. Found: 0",
                        "clients/nobody: the folder of a client holds a client.yaml. Found none. Write one, or move"
                                + " the folder elsewhere",
                        "vendors/lumen.yaml:2:10: contact is one mail address. Found: 'somewhere'",
                        "vendors/lumen.yaml:3:11: language is a BCP 47 tag such as en-GB or de. Found: 'english'",
                        "vendors/tarn.yml: not read: rename it to end in .yaml",
                        "work-orders/hb-102.yaml:1:9: unknown client 'harrogate': there is no"
                                + " clients/harrogate/client.yaml. Did you mean 'harrowgate'?",
                        "work-orders/hb-102.yaml:2:11: practice is 1 to 64 lower-case letters, digits and inner"
                                + " hyphens. Found: 'Market Research'",
                        "work-orders/hb-102.yaml:3:7: tier is one of standard, confidential, restricted. Found:"
                                + " 'secret'.",
                        "work-orders/hb-102.yaml:4:11: language is a BCP 47 tag such as en-GB or de. Found: 'en_GB'",
                        "work-orders/hb-102.yaml:5:7: unknown time zone 'Europe/Londn'. Write one such as"
                                + " Europe/London. Did you mean 'Europe/London'?",
                        "work-orders/hb-102.yaml:6:15: a work order expects at least one deliverable. Found: none"),
                problems());
    }

    @Test
    void mistakesOfDeliverables_areToldTogether() throws IOException {
        write("vendors/lumen.yaml", "name: Lumen\n");
        write("work-orders/hb-102.yaml", """
            client: harrowgate
            practice: market-research
            language: en
            zone: Europe/London
            deliverables:
              - {id: report, role: report, checklist: base, vendors: [lumem], due: 2026-11-30}
              - {id: report, role: report, vendors: [], due: 2026-03-29T01:30}
              - {id: deck, role: deck, vendors: [kestrel, lumen], prefixes: [hb-101-REPORT-2, ''], due: 2026-10-25T01:30}
              - {id: deck-2, role: deck, vendors: [lumen], prefixes: [hb-101-report], due: 2026-10-25T02:30, by: x}
            """);
        assertEquals(
                List.of(
                        "work-orders/hb-102.yaml:6:43: unknown checklist 'base': there is no"
                                + " clients/harrowgate/base.yaml with a checklist. Write it, or name another",
                        "work-orders/hb-102.yaml:6:59: unknown vendor 'lumem': there is no vendors/lumem.yaml. Did you"
                                + " mean 'lumen'?",
                        "work-orders/hb-102.yaml:6:72: due is a date and time such as 2026-11-30T17:00, in the work"
                                + " order's zone unless it ends in an offset such as +01:00. Found: '2026-11-30'",
                        "work-orders/hb-102.yaml:7:10: deliverable 'report' is given twice. Give each its own id",
                        "work-orders/hb-102.yaml:7:41: a deliverable has at least one vendor. Found: none",
                        "work-orders/hb-102.yaml:7:50: due 2026-03-29T01:30 does not exist in Europe/London, where"
                                + " clocks change. Write the offset, such as 2026-03-29T01:30Z",
                        "work-orders/hb-102.yaml:8:66: prefix 'hb-101-REPORT-2' is ambiguous for vendor 'kestrel': a"
                                + " file name could also be of deliverable 'report' of work order 'hb-101'"
                                + " (work-orders/hb-101.yaml:14:16). Make both longer until neither starts with the"
                                + " other",
                        "work-orders/hb-102.yaml:8:83: a prefix is how a file name starts, without folders. Found: ''",
                        "work-orders/hb-102.yaml:8:93: due 2026-10-25T01:30 occurs twice in Europe/London, where"
                                + " clocks change. Write the offset, such as 2026-10-25T01:30Z",
                        "work-orders/hb-102.yaml:9:59: prefix 'hb-101-report' is ambiguous for vendor 'lumen': a file"
                                + " name could also be of deliverable 'deck' of work order 'hb-102'"
                                + " (work-orders/hb-102.yaml:8:66). Make both longer until neither starts with the"
                                + " other",
                        "work-orders/hb-102.yaml:9:98: unknown key 'by' of a deliverable. Known: assembly-window,"
                                + " checklist, drop, due, id, items, parts, prefixes, role, title, vendors"),
                problems());
    }

    @Test
    void folderThatIsAFileAndPipeThatIsAVendor_areMistakes() throws Exception {
        Files.createSymbolicLink(home.resolve("vendors/lumen.yaml"), Path.of("/dev/zero"));
        Files.move(home.resolve("work-orders"), home.resolve("orders"));
        Files.createSymbolicLink(home.resolve("work-orders"), Path.of("nowhere"));
        assertEquals(
                List.of(
                        "vendors/lumen.yaml: not a regular file, nor a link to one. Put a text file there",
                        "work-orders: cannot be listed: NoSuchFileException. It must be a folder this user can read"),
                problems());
    }

    @Test
    void brokenYamlAndAnchors_areMistakes() throws IOException {
        write("vendors/lumen.yaml", "name: [Lumen\n");
        write("vendors/tarn.yaml", "- Tarn\n");
        write("vendors/empty.yaml", "");
        write("vendors/tab.yaml", "name: Tab\nlanguage:\n\ten\n");
        write("vendors/colon.yaml", "name: Colon: and more\n");
        write("vendors/quill.yaml", "name: &n Quill\ncontact: *n\n");
        assertEquals(
                List.of(
                        "vendors/colon.yaml:1:12: not valid YAML: mapping values are not allowed here. Put a text that"
                                + " holds ': ' in quotes",
                        "vendors/empty.yaml:1:1: the file is empty",
                        "vendors/lumen.yaml:2:1: not valid YAML: expected ',' or ']', but got the end of the file."
                                + " What is not right here began in line 1",
                        "vendors/quill.yaml:2:10: anchors and aliases (& and *) are not read. Write the value out",
                        "vendors/quill.yaml:2:10: contact is one mail address. Found: 'n'",
                        "vendors/tab.yaml:3:1: not valid YAML: found character '\\t(TAB)' that cannot start any token."
                                + " Indent with spaces",
                        "vendors/tarn.yaml:1:1: a vendor is a mapping of keys and values. Found: a list"),
                problems());
    }

    @Test
    void fileBeyondOneMebibyte_isNotRead() throws IOException {
        write("vendors/lumen.yaml", "name: Lumen # " + "x".repeat(1 << 20));
        assertEquals(
                List.of("vendors/lumen.yaml: a file of an installation has at most 1 MiB. Split or shorten it"),
                problems());
    }

    @Test
    void terms_areNamesThatTellSomething() throws IOException {
        write("clients/harrowgate/client.yaml", CLIENT + "terms: [Harrowgate, ' Botanic ', 蓝鲸]\n");
        assertEquals(
                List.of("Harrowgate", "Botanic", "蓝鲸"),
                Catalogue.load(home, Map.of())
                        .client("harrowgate")
                        .orElseThrow()
                        .terms());
        write("clients/harrowgate/client.yaml", CLIENT + "terms: [HB, Botanic, '- -', botanic, {a: b}, 鲸]\n");
        int line = Math.toIntExact(CLIENT.lines().count()) + 1;
        String at = "clients/harrowgate/client.yaml:" + line;
        String rule = ": a term is a name of at least 3 letters or digits (of two ideographs). Found: '";
        assertEquals(
                List.of(
                        at + ":9" + rule + "HB'",
                        at + ":22" + rule + "- -'",
                        at + ":29: 'botanic' is told twice under terms. Take one out",
                        at + ":38: 'terms' must be a text. Found: a mapping",
                        at + ":46" + rule + "鲸'"),
                problems());
    }

    @Test
    void unknownCalendar_isAMistake() throws IOException {
        write("work-orders/hb-101.yaml", ORDER.replace("zone:", "calendar: weekday\nzone:"));
        write(
                "work-orders/hb-102.yaml",
                ORDER.replace("zone:", "calendar: uk-banks\nzone:").replace("hb-", "x"));
        assertEquals(
                List.of(
                        "work-orders/hb-101.yaml:5:11: unknown calendar 'weekday': there is no calendars/weekday.yaml."
                                + " Known: every-day, weekdays. Did you mean 'weekdays'?",
                        "work-orders/hb-102.yaml:5:11: unknown calendar 'uk-banks': there is no"
                                + " calendars/uk-banks.yaml. Known: every-day, weekdays."),
                problems().stream().filter(each -> each.contains("calendar")).toList());
    }

    @Test
    void calendarFile_isPartOfTheOrdersThatNameIt() throws IOException {
        String calendar = "working-days: [sunday, monday]\nholidays:\n  2026-12-28: Boxing Day (substitute)\n";
        write("calendars/cairo.yaml", calendar);
        write("work-orders/hb-101.yaml", ORDER.replace("zone:", "calendar: cairo\ncounts: claimed-by-source\nzone:"));
        WorkOrder order = Catalogue.load(home, Map.of()).workOrder("hb-101").orElseThrow();
        assertEquals("cairo@" + TextFile.hash(calendar), order.businessDays().version());
        assertEquals(
                Map.of(LocalDate.of(2026, 12, 28), "Boxing Day (substitute)"),
                order.businessDays().holidays());
        assertTrue(order.businessDays().isBusinessDay(LocalDate.of(2026, 12, 27)));
        assertFalse(order.businessDays().isBusinessDay(LocalDate.of(2026, 12, 29)));
        assertEquals(CountedTime.CLAIMED_BY_SOURCE, order.counts());
        assertEquals(order, Json.read(Json.bytes(order), WorkOrder.class));
    }

    @Test
    void orderRecordedBeforeThereWereCalendars_isRead() {
        WorkOrder order = Catalogue.load(home, Map.of()).workOrder("hb-101").orElseThrow();
        String now = new String(Json.bytes(order), StandardCharsets.UTF_8);
        String before = now.replaceFirst("\"businessDays\":\\{.*?\\{\\}\\},\"counts\":\"[A-Z_]+\",", "");
        assertFalse(before.contains("businessDays"), before);
        assertEquals(order, Json.read(before.getBytes(StandardCharsets.UTF_8), WorkOrder.class));
    }

    @Test
    void mistakesInCalendarsAndCounts_areTold() throws IOException {
        write("calendars/weekdays.yaml", "holidays: {}\n");
        write("calendars/none.yaml", "working-days: []\n");
        write("calendars/uk.yaml", """
            working-days: [monday, mondays, monday]
            holidays:
              2026-02-30: No day
              2026-12-26: A Saturday
              2026-12-28:
            closed: true
            """);
        write("work-orders/hb-101.yaml", ORDER.replace("zone:", "calendar: uk\ncounts: final-size\nzone:"));
        assertEquals(
                List.of(
                        "calendars/none.yaml:1:15: a calendar has at least one working day. Found: none",
                        "calendars/uk.yaml:1:24: a working day is one of monday, tuesday, wednesday, thursday, friday,"
                                + " saturday, sunday. Found: 'mondays'. Did you mean 'monday'?",
                        "calendars/uk.yaml:1:33: 'monday' is told twice under working-days. Take one out",
                        "calendars/uk.yaml:3:3: a holiday is a date such as 2026-12-25. Found: '2026-02-30'",
                        "calendars/uk.yaml:4:3: 2026-12-26 is a saturday, which is no working day of this calendar."
                                + " Take it out, or correct the date",
                        "calendars/uk.yaml:5:14: a holiday has a name, such as Christmas Day. Found: none",
                        "calendars/uk.yaml:6:1: unknown key 'closed' of a calendar. Known: holidays, working-days",
                        "calendars/weekdays.yaml: the calendar 'weekdays' needs no file and means the same everywhere."
                                + " Give this one another name",
                        "work-orders/hb-101.yaml:6:9: counts is one of first-sighting-at-final-size,"
                                + " claimed-by-source, first-seen, stable, recorded. Found: 'final-size'."),
                problems());
    }

    @Test
    void checklistNamedClient_isNotTheClientFile() throws IOException {
        write("work-orders/hb-101.yaml", ORDER.replace("role: report", "role: report\n    checklist: client"));
        assertEquals(
                List.of("work-orders/hb-101.yaml:13:16: unknown checklist 'client': there is no"
                        + " clients/harrowgate/client.yaml with a checklist. Write it, or name another"),
                problems());
    }

    @Test
    void predecessor_isAnotherOrderOfTheSameClient() throws IOException {
        write("work-orders/hb-102.yaml", "predecessor: hb-101\n" + ORDER.replace("101", "102"));
        assertEquals(
                Optional.of("hb-101"),
                Catalogue.load(home, Map.of()).workOrder("hb-102").orElseThrow().predecessor());
        write("work-orders/hb-102.yaml", "predecessor: hb-102\n" + ORDER.replace("101", "102"));
        write("work-orders/hb-103.yaml", "predecessor: hb-110\n" + ORDER.replace("101", "103"));
        assertEquals(
                List.of(
                        "work-orders/hb-102.yaml:1:14: a work order does not precede itself. Name the one before it",
                        "work-orders/hb-103.yaml:1:14: unknown work order 'hb-110': there is no"
                                + " work-orders/hb-110.yaml. Did you mean 'hb-101'?"),
                problems().stream().filter(each -> each.contains("1:14")).toList());
        write("clients/other/client.yaml", "name: Other\n");
        write("clients/other/checklist.yaml", "title: T\nitems: []\n");
        write("work-orders/hb-102.yaml", ORDER.replace("101", "102").replace("harrowgate", "other"));
        write("work-orders/hb-103.yaml", "predecessor: hb-102\n" + ORDER.replace("101", "103"));
        assertEquals(
                List.of("work-orders/hb-103.yaml:1:14: the predecessor is a work order of the same client. Found:"
                        + " 'hb-102' of client 'other'"),
                problems().stream().filter(each -> each.contains("1:14")).toList());
    }

    @Test
    void priorWork_isSharedUnlessTheClientSaysOtherwise() throws IOException {
        write("clients/harrowgate/client.yaml", "prior-work: never\n" + CLIENT);
        assertEquals(
                PriorWorkUse.NEVER,
                Catalogue.load(home, Map.of())
                        .client("harrowgate")
                        .orElseThrow()
                        .priorWork());
        write("clients/harrowgate/client.yaml", "prior-work: shares\n" + CLIENT);
        assertEquals(
                List.of("clients/harrowgate/client.yaml:1:13: prior-work is one of share, own, never. Found:"
                        + " 'shares'. Did you mean 'share'?"),
                problems());
    }

    @Test
    void ownerOfTextsFromOutside_isNoClient() throws IOException {
        write("clients/external/client.yaml", CLIENT);
        assertEquals(
                List.of("clients/external: 'external' is the owner of texts from outside and cannot be a client."
                        + " Rename it"),
                problems());
    }
}
