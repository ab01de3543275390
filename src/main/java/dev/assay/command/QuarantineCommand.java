package dev.assay.command;

import dev.assay.DeskHome;
import dev.assay.config.Json;
import dev.assay.ledger.Standstill;
import dev.assay.work.ShownName;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `assay quarantine`.
@Command(
        name = "quarantine",
        description = "Lists what stands still, and releases or refuses it.",
        footer = {
            "",
            "What stands still is quarantined, held or parked. To have something parked or held looked at again, or"
                    + " to say what a held arrival is: assay requeue.",
            "All work while the installation runs.",
            "More on a command: assay quarantine release --help"
        })
public final class QuarantineCommand extends CommandGroup {
    /// What releasing and refusing are told.
    static final class About {
        @Parameters(
                paramLabel = "ID",
                description = "The id of an arrival, a submission or a letter in the list, or its first digits (at"
                        + " least 4).")
        private String id = "";

        @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; it is recorded.")
        private String reason = "";

        @Option(names = "--home", required = true, paramLabel = "DIR", description = "The installation's folder.")
        private Path home = Path.of(".");
    }

    /// A line of the list.
    ///
    /// @param next what somebody can do
    record Line(
            String kind,
            String id,
            String state,
            Instant since,
            String vendor,
            String channel,
            String reason,
            String next) {
        static Line of(Standstill each) {
            return new Line(
                    each.kind().name().toLowerCase(Locale.ROOT),
                    each.id(),
                    each.state().toLowerCase(Locale.ROOT),
                    each.since(),
                    each.vendor(),
                    each.channel(),
                    each.reason(),
                    next(each));
        }

        private static String next(Standstill each) {
            return switch (each.state()) {
                case "QUARANTINED" -> "wait for another copy, and refuse this one; or release it, and answer for it";
                case "PARKED" -> "remove what stood in the way and requeue it; or refuse it";
                default ->
                    each.kind() == Standstill.Kind.ARRIVAL
                            ? "requeue it, with --as where you know what it is; or refuse it"
                            : "wait for what the vendor was asked for; or refuse it";
            };
        }
    }

    @Command(
            name = "list",
            description = "Lists every arrival, submission and letter that is held, quarantined or parked, the longest"
                    + " first.",
            footer = {
                "",
                "A reason may quote what a vendor wrote. An arrival whose vendor nobody knows has '(unknown)'.",
                "",
                "Example: assay quarantine list --home /srv/assay"
            })
    int list(
            @Option(names = "--json", description = "Prints the list as JSON.") boolean json,
            @Option(names = "--home", required = true, paramLabel = "DIR", description = "The installation's folder.")
                    Path home) {
        try (DeskHome desk = DeskHome.open(home, System.getenv())) {
            List<Line> lines =
                    desk.ledger().standstills().list().stream().map(Line::of).toList();
            if (json) {
                out().print(Json.text(lines));
                out().flush();
                return Exit.ACCEPT;
            }
            lines.forEach(line -> say(String.format(
                    Locale.ROOT,
                    "%-11s %s  %-11s since %s  %s by %s%n    %s%n    Next: %s.",
                    line.kind(),
                    line.id(),
                    line.state(),
                    line.since(),
                    line.vendor(),
                    line.channel(),
                    ShownName.of(line.reason()),
                    line.next())));
            say(lines.isEmpty() ? "Nothing stands still." : lines.size() + " stand still.");
            return Exit.ACCEPT;
        }
    }

    @Command(
            name = "release",
            description = "Has what is quarantined or held looked at again, for which you answer.",
            footer = {
                "",
                "A virus scanner's finding is passed over for this one arrival, as long as the scanner says the same;"
                        + " the verdict is then never accept without a reviewer.",
                "A limit is never lifted: what still passes one is quarantined again.",
                "Ends with 1 when there is nothing to release.",
                "",
                "Example: assay quarantine release 2f9c --reason 'false alarm, ticket 7' --home /srv/assay"
            })
    int release(@Mixin About about) {
        String why = Given.reason(spec, about.reason);
        try (DeskHome desk = DeskHome.open(about.home, System.getenv())) {
            Optional<Standstill> stopped = Given.stopped(spec, desk.ledger(), about.id);
            boolean released =
                    stopped.isPresent() && desk.ledger().standstills().release(stopped.get(), Given.user(), why);
            say(
                    released
                            ? Given.shown(stopped.get()) + " is looked at again."
                            : "Nothing that is quarantined or held has an id that starts with '" + about.id + "'.");
            return released ? Exit.ACCEPT : Exit.NOT_FOUND;
        }
    }

    @Command(
            name = "refuse",
            description = "Ends what stands still for good.",
            footer = {
                "",
                "An arrival is refused: its vendor gets a receipt that says so, and its bytes are deleted, at the next"
                    + " start after any legal hold. A submission is rejected: no letter is written beside the notice"
                    + " that its vendor has, and its files stay under the client's key. A letter is given up.",
                "Your reason is recorded and goes to nobody. Cannot be undone. Ends with 1 when there is nothing to"
                        + " refuse.",
                "",
                "Example: assay quarantine refuse 2f9c --reason 'advertising' --home /srv/assay"
            })
    int refuse(@Mixin About about) throws IOException {
        String why = Given.reason(spec, about.reason);
        try (DeskHome desk = DeskHome.open(about.home, System.getenv())) {
            Optional<Standstill> stopped = Given.stopped(spec, desk.ledger(), about.id);
            if (stopped.isEmpty() || !desk.ledger().standstills().refuse(stopped.get(), Given.user(), why)) {
                say("Nothing that stands still has an id that starts with '" + about.id + "'.");
                return Exit.NOT_FOUND;
            }
            if (stopped.get().kind() == Standstill.Kind.ARRIVAL
                    && !desk.ledger().holds().isAny()) {
                desk.vault().deleteArrival(stopped.get().id());
            }
            say(Given.shown(stopped.get()) + " is refused.");
            return Exit.ACCEPT;
        }
    }
}
