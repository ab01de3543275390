package dev.assay.command;

import dev.assay.PriorWorkHome;
import dev.assay.config.Fields;
import dev.assay.config.Json;
import dev.assay.config.Problems;
import dev.assay.ledger.ImportedWork;
import dev.assay.priorwork.index.LiveIndex;
import dev.assay.stage.priorwork.WorkImport;
import dev.assay.stage.priorwork.WorkList;
import dev.assay.stage.priorwork.WorkToImport;
import dev.assay.work.Id;
import dev.assay.work.ShownName;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/// `assay index add`.
@Command(
        name = "add",
        description = "Takes works that no vendor delivered into the archive, so that later look-ups find them.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all were taken in, or some could not be and are listed",
            "64:the command line or the list is wrong; nothing was taken in",
            "70:none could be taken in, or something failed"
        },
        footer = {
            "",
            "Files, folders with all in them, and lists. A list is comma-separated values",
            "(RFC 4180, UTF-8); its first line names its columns, of file, client, vendor,",
            "work-order, title, kind, date, status; only file is needed. What is there",
            "already is passed over: after a stop, run the same command again.",
            "",
            "As template or brief it is the client's own text: what repeats it is shown and",
            "not counted. As external it belongs to nobody and is shown to every client.",
            "",
            "Examples:",
            "  assay index add archive/ --client harrowgate --vendor kestrel-insight --home /srv/assay",
            "  assay index add --csv archive/works.csv --home /srv/assay"
        })
final class IndexAddCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "0..*", paramLabel = "PATH", description = "Files and folders.")
    private List<Path> paths = new ArrayList<>();

    @Option(names = "--csv", paramLabel = "FILE", description = "A list of files with what is known of them.")
    private @Nullable Path list;

    @Option(names = "--client", paramLabel = "ID", description = "Whose they are, where the list says nothing.")
    private String client = "";

    @Option(names = "--vendor", paramLabel = "ID", description = "Who made them. Default: not known.")
    private String vendor = "";

    @Option(names = "--work-order", paramLabel = "ID", description = "What they were made for. Default: not known.")
    private String workOrder = "";

    @Option(
            names = "--as",
            paramLabel = "KIND",
            converter = KindConverter.class,
            description = "work, template, brief or external. Default: work.")
    private ImportedWork.Kind kind = ImportedWork.Kind.WORK;

    @Option(
            names = "--language",
            paramLabel = "TAG",
            defaultValue = "en",
            description = "The language whose words are compared. Default: ${DEFAULT-VALUE}.")
    private String language = "en";

    @Option(names = "--home", required = true, paramLabel = "DIR", description = "The installation's folder.")
    private Path home = Path.of(".");

    @Option(names = "--json", description = "Prints what became of them as JSON.")
    private boolean json;

    /// Reads a kind as it is written in lists.
    static final class KindConverter implements ITypeConverter<ImportedWork.Kind> {
        @Override
        public ImportedWork.Kind convert(String value) {
            return Stream.of(ImportedWork.Kind.values())
                    .filter(each -> Fields.word(each).equals(value))
                    .findFirst()
                    .orElseThrow(() ->
                            new TypeConversionException("'" + value + "' is none of work, template, brief, external."));
        }
    }

    /// What an import came to.
    ///
    /// @param there how many were there already
    record Imported(int added, int there, List<Failure> failures) {}

    /// A work that could not be taken in.
    record Failure(String file, String reason) {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (paths.isEmpty() && list == null) {
            throw new ParameterException(spec.commandLine(), "Name files, folders, or a list by --csv.");
        }
        try (OnStop _ = OnStop.interruptThisThread();
                PriorWorkHome installation = PriorWorkHome.openOrMake(home, System.getenv())) {
            List<WorkToImport> works = works(installation);
            Tally tally = new Tally(works.size());
            new WorkImport(installation.workshop(), installation.readingDeadline())
                    .add(works, installation.children(), tally);
            Imported imported = tally.imported();
            print(imported);
            if (imported.added() > 0) {
                index(installation);
            }
            boolean none = imported.added() + imported.there() == 0
                    && !imported.failures().isEmpty();
            return none ? Exit.ERROR : Exit.ACCEPT;
        }
    }

    private List<WorkToImport> works(PriorWorkHome installation) throws IOException {
        boolean external = kind == ImportedWork.Kind.EXTERNAL;
        requireId("--vendor", vendor);
        requireId("--work-order", workOrder);
        if (external && !client.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "External work belongs to no client. Leave --client out.");
        }
        if (!external && client.isEmpty() && !paths.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Say by --client whose they are, or --as external.");
        }
        Optional<String> refusal =
                client.isEmpty() ? Optional.empty() : WorkList.refusal(installation.catalogue(), client);
        refusal.ifPresent(each -> {
            throw new ParameterException(spec.commandLine(), "--client: " + each);
        });
        WorkList.Defaults defaults = new WorkList.Defaults(kind, client, vendor, workOrder, language);
        List<WorkToImport> works = new ArrayList<>();
        for (Path file : files()) {
            works.add(WorkList.work(file, defaults));
        }
        if (list != null) {
            Problems problems = new Problems();
            works.addAll(WorkList.read(list, installation.catalogue(), defaults, problems));
            problems.throwIfAny();
        }
        return works;
    }

    private void requireId(String option, String id) {
        if (!id.isEmpty() && !Id.isValid(id)) {
            throw new ParameterException(
                    spec.commandLine(),
                    option + " is 1 to 64 lower-case letters, digits and inner hyphens. Found: '" + id + "'");
        }
    }

    /// What a person named, and all files in folders but hidden ones, in order.
    private List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path path : paths) {
            if (!Files.isDirectory(path)) {
                files.add(path);
                continue;
            }
            try (Stream<Path> inside = Files.walk(path)) {
                inside.filter(file -> !Files.isDirectory(file))
                        .filter(file -> !String.valueOf(file.getFileName()).startsWith("."))
                        .sorted()
                        .forEach(files::add);
            }
        }
        return files;
    }

    /// Tells of works in their order, as they are taken in.
    private final class Tally implements WorkImport.Told {
        private final int works;
        private int added;
        private int there;
        private final List<Failure> failures = new ArrayList<>();

        Tally(int works) {
            this.works = works;
        }

        @Override
        public void of(WorkToImport work, WorkImport.Result result) {
            String name = ShownName.of(work.file().toString());
            switch (result) {
                case WorkImport.Result.Added ignored -> added++;
                case WorkImport.Result.There ignored -> there++;
                case WorkImport.Result.Failed failed -> failures.add(new Failure(name, failed.reason()));
            }
            say((added + there + failures.size()) + " of " + works + ": " + name);
        }

        Imported imported() {
            return new Imported(added, there, failures);
        }
    }

    private void index(PriorWorkHome installation) throws IOException, InterruptedException {
        if (!installation.tryTakeAlone()) {
            say("The running installation takes them into its index before its next look-up.");
            return;
        }
        try (LiveIndex index = installation.live()) {
            long sequence = installation.catchUp(
                    index, progress -> say(progress.sequence() + " of " + progress.newest() + " operations indexed"));
            say("The index holds all up to sequence " + sequence + ".");
        }
    }

    private void print(Imported imported) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.print(Json.text(imported));
        } else {
            out.println(imported.added() + " taken in, " + imported.there() + " there already, "
                    + imported.failures().size() + " not taken in");
            imported.failures()
                    .forEach(failure -> out.println("  " + failure.file() + ": " + ShownName.of(failure.reason())));
        }
        out.flush();
    }

    private void say(String line) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(line);
        err.flush();
    }
}
