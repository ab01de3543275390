package dev.assay.check;

import dev.assay.checklist.Item;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What [CheckTask] is asked to do.
///
/// @param workOrder    id, empty for a stand-alone check
/// @param deliverable  id, empty for a stand-alone check
/// @param role         the deliverable's role
/// @param language     BCP 47 tag that was ordered, empty where none was
/// @param parts        the files, at least one
/// @param references   what it may be held against
/// @param items        what to check, in order; after an overrun, the rest
/// @param declarations the vendor's answers by item id
/// @param background   the file in the task's folder that holds a [Background] as JSON; null for a stand-alone
///                     check
public record CheckRequest(
        String workOrder,
        String deliverable,
        String role,
        String language,
        List<CheckPart> parts,
        List<CheckReference> references,
        List<Item> items,
        Map<String, String> declarations,
        @Nullable String background) {
    public CheckRequest {
        parts = List.copyOf(parts);
        references = List.copyOf(references);
        items = List.copyOf(items);
        declarations = Map.copyOf(declarations);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("A check needs at least one part.");
        }
    }

    /// Without references.
    public CheckRequest(
            String workOrder,
            String deliverable,
            String role,
            String language,
            List<CheckPart> parts,
            List<Item> items,
            Map<String, String> declarations,
            @Nullable String background) {
        this(workOrder, deliverable, role, language, parts, List.of(), items, declarations, background);
    }

    /// A file that what was delivered may be held against, as read.
    ///
    /// @param id       as [Given#id]
    /// @param kind     as [Given#kind]
    /// @param quotable as [Given#quotable]
    /// @param part     the file
    public record CheckReference(String id, String kind, boolean quotable, CheckPart part) {}

    /// One delivered file as read.
    ///
    /// @param name the file name as delivered
    /// @param role its role in the deliverable
    /// @param file the file in the task's folder that holds its `Extraction` as JSON
    public record CheckPart(String name, String role, String file) {}
}
