package dev.assay.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.SitePage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SettingsTest {
    @TempDir
    Path home;

    private Settings load(String text, Map<String, String> environment) throws IOException {
        Files.writeString(home.resolve("assay.properties"), text);
        return Settings.load(home, environment);
    }

    private List<String> problems(String text, Map<String, String> environment) {
        InvalidFiles invalid = assertThrows(InvalidFiles.class, () -> load(text, environment));
        return invalid.problems().stream().map(Problem::toString).toList();
    }

    @Test
    void absentFile_meansDefaults() {
        Settings settings = Settings.load(home, Map.of("PATH", "/bin"));
        assertEquals(Duration.ofSeconds(2), settings.duration(Setting.INTAKE_STABLE_FOR));
        assertEquals(2L << 30, settings.size(Setting.INTAKE_MOST_SIZE));
        assertEquals(10_000, settings.count(Setting.INTAKE_MOST_OPEN_JOBS));
        assertEquals(0.03, settings.share(Setting.READING_LEAST_FREE_SHARE));
        assertEquals(9464, settings.port(Setting.MANAGEMENT_PORT));
        assertEquals("127.0.0.1", settings.text(Setting.MANAGEMENT_HOST));
        assertEquals("", settings.text(Setting.LEDGER_URL));
    }

    @Test
    void everyDefault_isAValueThatMayStand() {
        for (Setting setting : Setting.values()) {
            assertTrue(setting.broken(setting.defaultText()).isEmpty(), setting.key());
        }
    }

    @Test
    void keysAndVariables_areUnique() {
        int count = Setting.values().length;
        assertEquals(count, Setting.keys().stream().distinct().count());
        assertEquals(
                count,
                Arrays.stream(Setting.values())
                        .map(Setting::variable)
                        .distinct()
                        .count());
    }

    @Test
    void variable_overridesTheFile() throws IOException {
        Settings settings = load("children.count = 4\njobs.lease=90s\n", Map.of("ASSAY_CHILDREN_COUNT", "7"));
        assertEquals(7, settings.count(Setting.CHILDREN_COUNT));
        assertEquals(Duration.ofSeconds(90), settings.duration(Setting.JOBS_LEASE));
    }

    @Test
    void allMistakes_areToldTogetherWithTheirPlaces() {
        assertEquals(
                List.of(
                        "assay.properties:1:1: unknown setting 'intake.stable-four'. Did you mean 'intake.stable-for'?",
                        "assay.properties:2:18: children.count must be 1 to 64. Found: '0'",
                        "assay.properties:3:1: setting 'children.count' is given twice, first in line 2. Keep one",
                        "assay.properties:4:20: intake.most-size must be a size in whole B, KiB, MiB, GiB or TiB, such"
                                + " as 64MiB. Found: '2 GB'",
                        "assay.properties:5:17: ledger.user refers to the environment variable NOBODY, which is not"
                                + " set. Set it before the start",
                        "assay.properties:6:1: unknown setting 'colour'. All are listed in the settings page",
                        "environment variable ASSAY_CHILDREN_HEEP: no setting is called so. Did you mean"
                                + " 'ASSAY_CHILDREN_HEAP'?",
                        "environment variable ASSAY_JOBS_LEASE: jobs.lease must be 10s to 1d. Found: '2s'"),
                problems("""
                    intake.stable-four = 2s
                    children.count = 0
                    children.count = 2
                    intake.most-size = 2 GB
                    ledger.user   = ${env:NOBODY}
                    colour = red
                    """, Map.of("ASSAY_CHILDREN_HEEP", "1GiB", "ASSAY_JOBS_LEASE", "2s", "ASSAY_HOME", "/h")));
    }

    @Test
    void secret_comesFromTheEnvironmentAndIsNeverPrinted() throws IOException {
        Settings settings = load(
                "ledger.password = ${env:DATABASE_PASSWORD}\nledger.user = ${env:ASSAY_DATABASE_USER}\n",
                Map.of("DATABASE_PASSWORD", "canary$1\\", "ASSAY_DATABASE_USER", "somebody"));
        assertEquals("canary$1\\", settings.text(Setting.LEDGER_PASSWORD));
        assertEquals("somebody", settings.text(Setting.LEDGER_USER));
        String described = String.join("\n", settings.describe());
        assertFalse(described.contains("canary"), described);
        assertFalse(described.contains("somebody"), described);
        assertTrue(described.contains("ledger.password = set (assay.properties:1:19)"), described);
        assertTrue(described.contains("keystore.passphrase = not set (default)"), described);
    }

    @Test
    void secretNamedLikeItsOwnVariable_isRead() throws IOException {
        Settings settings =
                load("ledger.password=${env:ASSAY_LEDGER_PASSWORD}", Map.of("ASSAY_LEDGER_PASSWORD", "canary"));
        assertEquals("canary", settings.text(Setting.LEDGER_PASSWORD));
    }

    @Test
    void secretWrittenOut_needsAFileOnlyItsOwnerReads() throws IOException {
        Path file = home.resolve("assay.properties");
        Files.writeString(file, "keystore.passphrase = canary\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        InvalidFiles invalid = assertThrows(InvalidFiles.class, () -> Settings.load(home, Map.of()));
        assertEquals(
                "assay.properties:1:23: keystore.passphrase is a secret and others can read this file. Write"
                        + " ${env:NAME}, or let only the owner read the file (chmod 600)",
                invalid.getMessage());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertEquals("canary", Settings.load(home, Map.of()).text(Setting.KEYSTORE_PASSPHRASE));
    }

    @Test
    void databaseAddressWithPassword_isRefusedAndNotPrinted() {
        assertEquals(
                List.of("assay.properties:1:12: ledger.url must be empty, or jdbc:postgresql://host/database without"
                        + " user and password in it"),
                problems("ledger.url=jdbc:postgresql://db/assay?ssl=true&password=canary", Map.of()));
    }

    @Test
    void databaseAddress_isTaken() throws IOException {
        String url = "jdbc:postgresql://db.example:5432/assay?ssl=true&ApplicationName=assay";
        assertEquals(url, load("ledger.url = " + url, Map.of()).text(Setting.LEDGER_URL));
    }

    @Test
    void brokenReference_isAMistake() {
        assertEquals(
                List.of("assay.properties:1:13: ledger.user has a reference that is not written ${env:NAME}. Found:"
                        + " '${USER}'"),
                problems("ledger.user=${USER}", Map.of("USER", "x")));
    }

    @Test
    void fileThatIsNotUtf8_isAMistake() throws IOException {
        Files.write(home.resolve("assay.properties"), new byte[] {'a', '=', (byte) 0xff});
        InvalidFiles invalid = assertThrows(InvalidFiles.class, () -> Settings.load(home, Map.of()));
        assertEquals("assay.properties: not UTF-8 text. Save it as UTF-8", invalid.getMessage());
    }

    @Test
    void linkThatLeadsNowhere_isNotTakenForAnAbsentFile() throws IOException {
        Files.createSymbolicLink(home.resolve("assay.properties"), Path.of("elsewhere.properties"));
        InvalidFiles invalid = assertThrows(InvalidFiles.class, () -> Settings.load(home, Map.of()));
        assertEquals(
                "assay.properties: not a regular file, nor a link to one. Put a text file there", invalid.getMessage());
    }

    @Test
    void valuesAtAndBeyondTheBounds() {
        assertTrue(Setting.INTAKE_MOST_SIZE.broken("1TiB").isEmpty());
        assertEquals(
                "must be 1KiB to 1TiB",
                Setting.INTAKE_MOST_SIZE.broken("999999999999999TiB").orElseThrow());
        assertEquals(
                "must be 0 to 65535", Setting.MANAGEMENT_PORT.broken("65536").orElseThrow());
        assertTrue(Setting.CHILDREN_COUNT.broken("99999999999").isPresent());
        assertTrue(Setting.CHILDREN_COUNT.broken("-1").isPresent());
        assertTrue(Setting.CHILDREN_COUNT.broken("\u0663").isPresent());
    }

    @Test
    void wrongGetter_isABug() {
        Settings settings = Settings.load(home, Map.of());
        assertThrows(IllegalArgumentException.class, () -> settings.count(Setting.LEDGER_URL));
    }

    @Test
    void turkishLocale_changesNothing() throws IOException {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertEquals(
                    Duration.ofSeconds(9),
                    load("", Map.of("ASSAY_INTAKE_STABLE_FOR", "9s")).duration(Setting.INTAKE_STABLE_FOR));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void referencePage_listsEverySetting() throws IOException {
        String rows = Arrays.stream(Setting.values())
                .map(setting -> "| `" + setting.key() + "` | " + code(setting.defaultText()) + " | "
                        + setting.type().expected() + (setting.bounds().isEmpty() ? "" : "; " + setting.bounds())
                        + " | " + setting.meaning() + " |\n")
                .collect(Collectors.joining());
        SitePage.compare("settings.md", SettingsPage.HEAD + rows);
    }

    private static String code(String text) {
        return text.isEmpty() ? "empty" : "`" + text + "`";
    }
}
