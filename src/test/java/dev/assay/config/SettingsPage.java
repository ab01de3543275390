package dev.assay.config;

/// What stands above the list of settings in the reference page.
final class SettingsPage {
    static final String HEAD = """
        # Settings

        The settings of an installation stand in `assay.properties` in its home, one `key = value` a line, in
        UTF-8. Without the file the defaults hold. An environment variable overrides the file: `ASSAY_` and the
        key in upper case with underscores, so that `ASSAY_INTAKE_STABLE_FOR=5s` sets `intake.stable-for`.

        A value may refer to an environment variable as `${env:NAME}`. Secrets are given so, or in a file that
        only its owner can read; they are never printed.

        All settings are validated at the start. Every mistake is told at once with its line and column, and
        nothing starts before all are mended.

        | key | default | value | meaning |
        |---|---|---|---|
        """;

    private SettingsPage() {}
}
