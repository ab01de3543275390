package dev.assay.command;

import dev.assay.bundle.Bundle;
import dev.assay.bundle.BundleFile;
import dev.assay.check.Occasion;
import dev.assay.checklist.Checklist;
import dev.assay.checklist.Item;
import dev.assay.config.Fields;
import dev.assay.intake.identify.PartRoles;
import dev.assay.work.Policy;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// What a vendor's files are held against.
///
/// @param workOrder    id; empty where none is known
/// @param deliverable  id; empty where none is known
/// @param role         the deliverable's
/// @param roleOf       the role of a file, by its name
/// @param occasion     what is known of the delivery
/// @param items        in order
/// @param policy       the client's numbers
/// @param references   what the client gave
/// @param forTheClient what only the client can answer
/// @param bundle       which one it is, where it is one
record Against(
        String workOrder,
        String deliverable,
        String role,
        UnaryOperator<String> roleOf,
        Occasion occasion,
        List<Item> items,
        Policy policy,
        List<ReferenceFile> references,
        List<Bundle.ForTheClient> forTheClient,
        Optional<BundleFile.Opened> bundle) {
    /// A file that the client gave.
    ///
    /// @param name of the file as given
    record ReferenceFile(String id, String kind, String name, Path file) {
        /// One whose id says its kind, where it says one.
        static ReferenceFile of(String id, Path file) {
            return new ReferenceFile(id, id, String.valueOf(file.getFileName()), file);
        }
    }

    /// A checklist alone.
    static Against checklist(Checklist checklist, String role, String language, Map<String, Path> references) {
        return new Against(
                "",
                "",
                role,
                name -> role,
                new Occasion("", "", language, LocalDate.now(ZoneId.systemDefault())),
                checklist.items(),
                Policy.standard(),
                files(references),
                List.of(),
                Optional.empty());
    }

    /// A deliverable of a bundle.
    ///
    /// @param files how many are checked
    /// @param more  what the vendor names itself, such as another deliverable of its own
    static Against bundle(BundleFile.Opened opened, Bundle.Ordered ordered, int files, Map<String, Path> more) {
        Bundle bundle = opened.bundle();
        PartRoles roles = new PartRoles(ordered.deliverable(), Optional.empty(), files);
        List<ReferenceFile> references = new ArrayList<>();
        bundle.references()
                .forEach(each -> references.add(new ReferenceFile(
                        each.id(),
                        Fields.word(each.kind()),
                        each.name(),
                        opened.references().get(each.id()))));
        references.addAll(files(more));
        return new Against(
                bundle.workOrder(),
                ordered.deliverable().id(),
                ordered.deliverable().role(),
                name -> roles.of(name).role(),
                new Occasion(bundle.practice(), bundle.tier(), bundle.language(), LocalDate.now(bundle.zone())),
                ordered.items(),
                bundle.policy(),
                references,
                ordered.forTheClient(),
                Optional.of(opened));
    }

    private static List<ReferenceFile> files(Map<String, Path> references) {
        return references.entrySet().stream()
                .map(each -> ReferenceFile.of(each.getKey(), each.getValue()))
                .toList();
    }
}
