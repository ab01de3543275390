package dev.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A client hands a vendor what it may have, and the vendor checks with it; texts in `commands/`
/// (`-Dfixtures=update` rewrites them).
@Timeout(240)
final class BundleCommandsIT {
    private static final Pattern KEY = Pattern.compile("[0-9a-f]{64}");

    @TempDir
    Path temporary;

    private SmallHome home;
    private Path bundle;
    private Path report;

    @BeforeEach
    void write() throws IOException {
        home = SmallHome.in(temporary.resolve("home"), List.of("report"));
        home.write("references/interviews.txt", "Respondent 4: I buy it because my mother did, every week.\n");
        home.write("work-orders/wo-1.yaml", """
            client: acme
            practice: market-research
            tier: standard
            language: en-GB
            zone: Europe/London
            references:
              - {id: interviews, kind: transcripts, file: interviews.txt, shared: true}
            deliverables:
              - {id: report, title: The report, role: report, vendors: [swift], due: "2099-12-31T17:00"}
              - {id: tables, title: The tables, role: tables, vendors: [slow], due: "2099-12-31T17:00"}
            """);
        home.write("vendors/slow.yaml", "name: Slow Tables Ltd\n");
        home.write("clients/acme/checklist.yaml", """
            title: Acme report
            items:
              - {id: open, check: placeholder-text}
              - {id: verbatims, check: quote-not-in-source, blocking: true}
              - {id: own-work, check: prior-work-overlap, effect: review}
              - {id: follows, by: person, requirement: The conclusions follow.}
              - {id: cleared, by: vendor, requirement: Who wrote it is cleared., blocking: true}
            """);
        bundle = temporary.resolve("wo-1-swift.assay.zip");
        report = Files.writeString(
                temporary.resolve("report.txt"),
                SmallHome.CLEAN + " One of them said: \"I buy it since my mother did, every week.\"\n");
    }

    @Test
    void vendorChecks_withWhatTheClientGave() throws IOException {
        assertEquals(
                List.of(70, temporary.resolve("home") + " holds no data of an installation."),
                List.of(export("swift").exit(), beginning(export("swift").err())));
        home.start().close();
        pinned("bundle-export", export("swift"));
        pinned("bundle-show", Console.run("bundle", "show", bundle));
        pinned("bundle-check-rework", check("--declare", "cleared=yes"));
        Files.writeString(report, Files.readString(report).replace("since", "because"));
        pinned("bundle-check-accept", check("--declare", "cleared=yes"));
        pinned("bundle-check-undeclared", check());
    }

    /// Whoever holds the same files and bundle gets the same receipt; any other file another.
    @Test
    void receipt_isOfTheseFiles() throws IOException {
        home.start().close();
        export("swift");
        String receipt = receipt();
        assertEquals(receipt, receipt());
        Files.writeString(report, SmallHome.CLEAN + "\n");
        assertNotEquals(receipt, receipt());
    }

    @Test
    void wrongUse_isTold() throws IOException {
        home.start().close();
        pinned("bundle-vendor-needed", Console.run("bundle", "export", "--work-order", "wo-1", "--home", home.folder));
        pinned("bundle-no-order", Console.run("bundle", "export", "--work-order", "w0-1", "--home", home.folder));
        export("swift");
        pinned("bundle-other-key", check("--signed-by", "00"));
        pinned("bundle-with-role", check("--role", "report"));
        pinned("bundle-wrong-deliverable", check("--deliverable", "tables"));
        pinned("bundle-none", Console.run("check", report, "--bundle", temporary.resolve("none.zip")));
    }

    private Console export(String vendor) {
        return Console.run(
                "bundle", "export", "--work-order", "wo-1", "--vendor", vendor, "--home", home.folder, "--out", bundle);
    }

    private Console check(Object... more) {
        Object[] all = new Object[4 + more.length];
        all[0] = "check";
        all[1] = report;
        all[2] = "--bundle";
        all[3] = bundle;
        System.arraycopy(more, 0, all, 4, more.length);
        return Console.run(all);
    }

    private String receipt() {
        Matcher receipt = Pattern.compile("\"receipt\" : \"([0-9a-f]{64})\"")
                .matcher(check("--json").out());
        assertTrue(receipt.find());
        return receipt.group(1);
    }

    private static String beginning(String text) {
        return text.substring(0, text.indexOf('.') + 1);
    }

    private void pinned(String name, Console console) throws IOException {
        Fixture.compare(
                "commands/" + name + ".txt",
                KEY.matcher(console.without(temporary).toString())
                        .replaceAll("<64 hex digits>")
                        .replaceAll("of [0-9]{4}-[0-9]{2}-[0-9]{2}", "of <day>"));
    }
}
