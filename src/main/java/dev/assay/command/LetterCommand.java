package dev.assay.command;

import dev.assay.DeskHome;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `assay letter`.
@Command(
        name = "letter",
        description = "Releases rework letters that a policy lets a person read first.",
        footer = {"", "It also works while the installation runs.", "More on a command: assay letter release --help"})
public final class LetterCommand extends CommandGroup {
    @Command(
            name = "release",
            description = "Lets a submission's rework letter go to its vendor.",
            footer = {
                "",
                "The time for the rework counts from now. Ends with 1 when there is no letter to release.",
                "",
                "Example: assay letter release 2f9c --reason 'read and agreed' --home /srv/assay"
            })
    int release(
            @Parameters(
                            paramLabel = "SUBMISSION",
                            description = "The submission's id, or its first digits (at least 4).")
                    String id,
            @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; it is recorded.")
                    String reason,
            @Option(names = "--home", required = true, paramLabel = "DIR", description = "The installation's folder.")
                    Path home) {
        String why = Given.reason(spec, reason);
        try (DeskHome desk = DeskHome.open(home, System.getenv())) {
            String submission = Given.submission(spec, desk.ledger(), id);
            boolean released = desk.ledger().letters().release(submission, Given.user(), why);
            say(
                    released
                            ? "The letter about submission " + submission + " is released."
                            : "Submission " + submission + " has no letter that waits: it is no rework, or its letter"
                                    + " is released or sent.");
            return released ? Exit.ACCEPT : Exit.NOT_FOUND;
        }
    }
}
