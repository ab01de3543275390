package dev.assay.command;

import dev.assay.extract.survey.ManifestSchema;
import picocli.CommandLine.Command;

/// What vendors write beside their files.
@Command(name = "manifest", description = "Tells how a vendor's manifest is written.")
public final class ManifestCommand extends CommandGroup {
    /// Prints the JSON Schema.
    @Command(
            name = "schema",
            description = "Prints the JSON Schema of manifest.yaml and manifest.json, for editors and for checking.",
            footer = {"", "Example: assay manifest schema > manifest.schema.json"})
    int schema() {
        out().print(ManifestSchema.text());
        out().flush();
        return 0;
    }
}
