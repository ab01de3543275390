package dev.assay;

import dev.assay.bundle.SigningKey;
import dev.assay.checklist.Checklist;
import dev.assay.checklist.Lint;
import dev.assay.config.Catalogue;
import dev.assay.config.Fields;
import dev.assay.config.OwnItems;
import dev.assay.config.Problems;
import dev.assay.config.Setting;
import dev.assay.config.Settings;
import dev.assay.vault.Vault;
import dev.assay.work.Deliverable;
import dev.assay.work.ExpectedPart;
import dev.assay.work.Reference;
import dev.assay.work.WorkOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The checklists of an installation that need not run.
public final class ChecklistHome {
    private final Path home;
    private final Settings settings;
    private final Catalogue catalogue;

    private ChecklistHome(Path home, Settings settings, Catalogue catalogue) {
        this.home = home;
        this.settings = settings;
        this.catalogue = catalogue;
    }

    /// Reads what is installed.
    ///
    /// @throws dev.assay.config.InvalidFiles with every mistake in it, but those of checklists
    /// @throws IllegalStateException         if there is no such folder
    public static ChecklistHome open(Path home, Map<String, String> environment) {
        Path folder = home.toAbsolutePath().normalize();
        if (!Files.isDirectory(folder)) {
            throw new IllegalStateException("There is no folder " + folder + ". Name an installation's home.");
        }
        Problems problems = new Problems();
        Settings settings = Settings.read(folder, environment, problems);
        Catalogue catalogue = Catalogue.read(folder, environment, settings, problems);
        problems.throwIfAny();
        return new ChecklistHome(folder, settings, catalogue);
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    /// The file of a reference.
    public Path file(Reference reference) {
        return home.resolve("references").resolve(reference.file());
    }

    /// The key by which this installation signs what it hands out.
    ///
    /// @throws IllegalStateException if it never ran, or its keys cannot be read
    public SigningKey signingKey() {
        Wiring.requireData(home);
        try {
            return SigningKey.of(Vault.open(
                            home.resolve("data"),
                            settings.text(Setting.KEYSTORE_PASSPHRASE).toCharArray())
                    .secret("bundle"));
        } catch (IOException e) {
            throw new IllegalStateException("Cannot open the keys in " + home + ": " + Wiring.reason(e), e);
        }
    }

    /// The effective checklist of a deliverable, with what its work order changes.
    ///
    /// @throws dev.assay.config.InvalidFiles with every mistake in it
    public Optional<Checklist> effective(Catalogue.Expected expected) {
        Problems problems = new Problems();
        Optional<Checklist> checklist = catalogue
                .workOrder(expected.workOrder())
                .flatMap(order -> order.deliverable(expected.deliverable())
                        .flatMap(deliverable -> new EffectiveChecklists(home, catalogue, problems)
                                .read(order.client(), deliverable.checklist(), catalogue.ownItems(expected))));
        problems.throwIfAny();
        return checklist;
    }

    /// An effective checklist with what it is used for.
    public record Used(Checklist checklist, List<Lint.Use> uses) {}

    /// The checklists that work orders use, each with all its uses; those with mistakes are left out, and the mistakes
    /// told.
    public List<Used> used(Problems problems) {
        EffectiveChecklists effective = new EffectiveChecklists(home, catalogue, problems);
        Map<Catalogue.NamedChecklist, List<Lint.Use>> shared = new LinkedHashMap<>();
        List<Used> used = new ArrayList<>();
        for (WorkOrder order : catalogue.workOrders()) {
            for (Deliverable deliverable : order.deliverables()) {
                Optional<OwnItems> own = catalogue.ownItems(new Catalogue.Expected(order.id(), deliverable.id()));
                Lint.Use use = use(order, deliverable);
                if (own.isPresent()) {
                    effective
                            .read(order.client(), deliverable.checklist(), own)
                            .ifPresent(checklist -> used.add(new Used(checklist, List.of(use))));
                } else {
                    shared.computeIfAbsent(
                                    new Catalogue.NamedChecklist(order.client(), deliverable.checklist()),
                                    ignored -> new ArrayList<>())
                            .add(use);
                }
            }
        }
        shared.forEach((name, uses) -> effective
                .read(name.client(), name.name(), Optional.empty())
                .ifPresent(checklist -> used.add(new Used(checklist, uses))));
        return used;
    }

    /// A file whose role nobody named has the deliverable's.
    private static Lint.Use use(WorkOrder order, Deliverable deliverable) {
        return new Lint.Use(
                Stream.concat(
                                Stream.of(deliverable.role()),
                                deliverable.parts().stream().map(ExpectedPart::role))
                        .distinct()
                        .toList(),
                order.language(),
                order.practice(),
                Fields.word(order.tier()));
    }
}
