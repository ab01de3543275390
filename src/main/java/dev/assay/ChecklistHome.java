package dev.assay;

import dev.assay.checklist.Checklist;
import dev.assay.config.Catalogue;
import dev.assay.config.Problems;
import dev.assay.config.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// The checklists of an installation that need not run.
public final class ChecklistHome {
    private final Path home;
    private final Catalogue catalogue;

    private ChecklistHome(Path home, Catalogue catalogue) {
        this.home = home;
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
        Catalogue catalogue =
                Catalogue.read(folder, environment, Settings.read(folder, environment, problems), problems);
        problems.throwIfAny();
        return new ChecklistHome(folder, catalogue);
    }

    public Catalogue catalogue() {
        return catalogue;
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
}
