package dev.assay.command;

import dev.assay.Assay;
import dev.assay.ChecklistHome;
import dev.assay.bundle.Bundle;
import dev.assay.bundle.BundleFile;
import dev.assay.bundle.Selection;
import dev.assay.bundle.SigningKey;
import dev.assay.checklist.Item;
import dev.assay.child.TaskFolder;
import dev.assay.config.Catalogue;
import dev.assay.config.Fields;
import dev.assay.config.Json;
import dev.assay.config.Problems;
import dev.assay.work.Client;
import dev.assay.work.Reference;
import dev.assay.work.ShownName;
import dev.assay.work.WorkOrder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/// `assay bundle`.
@Command(
        name = "bundle",
        description = "Hands a vendor what it may have of a work order, for a pre-flight of its own.",
        footer = {
            "",
            "A vendor checks with: assay check FILE... --bundle BUNDLE",
            "More on a command: assay bundle export --help"
        })
public final class BundleCommand extends CommandGroup {
    /// Writes a bundle.
    @Command(
            name = "export",
            description = "Writes what a vendor may have: items, shared references, versions, signed.",
            footer = {
                "",
                "Prior work, other clients' terms, items in trial, items that contain, and how often",
                "people read along stay here. References go along that the work order shares.",
                "Tell the vendor the key's fingerprint by another way than the bundle.",
                "",
                "Example: assay bundle export --work-order hb-101 --vendor kestrel-insight --home ."
            })
    int export(
            @Option(names = "--work-order", required = true, paramLabel = "ID", description = "The work order.")
                    String id,
            @Option(
                            names = "--vendor",
                            paramLabel = "ID",
                            description = "Whom it is for; needed where the work order has several.")
                    @Nullable
                    String vendor,
            @Option(
                            names = "--out",
                            paramLabel = "FILE",
                            description = "Where it is written. Default: <work order>-<vendor>.assay.zip")
                    @Nullable
                    Path out,
            @Option(names = "--home", required = true, paramLabel = "DIR", description = "The installation's folder.")
                    Path home)
            throws IOException {
        ChecklistHome installation = ChecklistHome.open(home, System.getenv());
        WorkOrder order = order(installation.catalogue(), id);
        String whom = vendor(order, vendor);
        SigningKey key = installation.signingKey();
        Selection selection = new Selection(order, LocalDate.now(order.zone()));
        Bundle bundle = selection.of(
                Assay.version(),
                installation
                        .catalogue()
                        .client(order.client())
                        .map(Client::name)
                        .orElse(order.client()),
                whom,
                deliverable -> installation
                        .effective(new Catalogue.Expected(order.id(), deliverable.id()))
                        .orElseThrow());
        Map<String, Reference> shared =
                selection.shared().stream().collect(Collectors.toMap(Reference::id, Function.identity()));
        Path file = out == null ? Path.of(order.id() + "-" + whom + ".assay.zip") : out;
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            BundleFile.write(part, bundle, reference -> installation.file(shared.get(reference)), key);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
        say("Written: " + file);
        tell(bundle, SigningKey.fingerprint(key.publicKey()));
        return Exit.ACCEPT;
    }

    /// Tells what a bundle holds.
    @Command(
            name = "show",
            description = "Tells what a bundle holds, and by which key it is signed.",
            footer = {"", "Example: assay bundle show hb-101-kestrel-insight.assay.zip"})
    int show(
            @Parameters(paramLabel = "BUNDLE", description = "The bundle.") Path file,
            @Option(names = "--json", description = "Prints all of it as JSON.") boolean json)
            throws IOException {
        Path folder = Files.createTempDirectory("assay-bundle-");
        try {
            BundleFile.Opened opened = Given.bundle(spec, file, "", folder);
            if (json) {
                out().print(Json.text(opened.bundle()));
                out().flush();
            } else {
                tell(opened.bundle(), opened.key());
            }
            return Exit.ACCEPT;
        } finally {
            TaskFolder.wipe(folder);
        }
    }

    private WorkOrder order(Catalogue catalogue, String id) {
        List<String> known = catalogue.workOrders().stream().map(WorkOrder::id).toList();
        return catalogue.workOrder(id).orElseThrow(() -> {
            String hint = Problems.suggestion(id, known);
            return wrong("There is no work order '" + id + "'."
                    + (hint.isEmpty() ? " Known: " + String.join(", ", known) : hint));
        });
    }

    private String vendor(WorkOrder order, @Nullable String named) {
        List<String> vendors = order.deliverables().stream()
                .flatMap(deliverable -> deliverable.vendors().stream())
                .distinct()
                .toList();
        Optional<String> vendor = named == null
                ? Optional.of(vendors.getFirst()).filter(each -> vendors.size() == 1)
                : Optional.of(named);
        return vendor.filter(vendors::contains)
                .orElseThrow(() -> wrong("Name whom it is for with --vendor: work order " + order.id()
                        + " is delivered by " + String.join(", ", vendors) + "."
                        + (named == null ? "" : " Found: '" + named + "'")));
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private void tell(Bundle bundle, String key) {
        PrintWriter out = out();
        out.println("Work order " + bundle.workOrder() + " of " + ShownName.of(bundle.client()) + " for "
                + bundle.vendor() + ", of " + bundle.made());
        for (Bundle.Ordered ordered : bundle.orders()) {
            out.println();
            out.println("  " + ordered.deliverable().id() + "  "
                    + ShownName.of(ordered.deliverable().title())
                    + ", due "
                    + ordered.deliverable().due().atZone(bundle.zone()).toLocalDateTime() + " "
                    + bundle.zone());
            ordered.items().forEach(item -> out.println("    " + line(item)));
            if (!ordered.forTheClient().isEmpty()) {
                out.println("    only the client can tell");
                ordered.forTheClient()
                        .forEach(each -> out.println("      " + each.item() + ": " + ShownName.of(each.requirement())
                                + " (" + ShownName.of(each.reason()) + ")"));
            }
        }
        if (!bundle.references().isEmpty()) {
            out.println();
            bundle.references()
                    .forEach(each -> out.println("  reference " + each.id() + " (" + Fields.word(each.kind()) + "): "
                            + ShownName.of(each.name())));
        }
        out.println();
        out.println("Signed by key " + key);
        out.flush();
    }

    private static String line(Item item) {
        return item.id() + " (" + Fields.word(item.severity()) + ", " + Fields.word(item.effect()) + "): "
                + ShownName.of(item.requirement());
    }
}
