package dev.assay.work;

import dev.assay.work.Manifest.ManifestPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Which files a delivery is to have: those that the work order expects, and those that the vendor's manifest lists.
///
/// @param parts  as the work order expects them; empty where it expects no particular files
/// @param listed as the manifest lists them; empty where none does
public record Expectation(List<ExpectedPart> parts, List<ManifestPart> listed) {
    /// Nothing in particular.
    public static final Expectation NONE = new Expectation(List.of(), List.of());

    public Expectation {
        parts = List.copyOf(parts);
        listed = List.copyOf(listed);
    }

    /// A file that came.
    ///
    /// @param name as delivered, with a package's folders
    public record Came(PartRole role, String name) {}

    /// A file that did not come.
    ///
    /// @param role what it is for; empty where the manifest does not say
    /// @param name as the manifest lists it; empty where only the work order expects it
    public record Missing(String role, String name) {}

    /// Whether nothing is expected in particular.
    public boolean isEmpty() {
        return parts.isEmpty() && listed.isEmpty();
    }

    /// The files a manifest lists, over those another one listed before.
    public Expectation orListedBy(Expectation before) {
        return listed.isEmpty() ? new Expectation(parts, before.listed) : this;
    }

    /// What has not come: what is listed, then the required roles that no file has and none of the missing ones.
    public List<Missing> missing(List<Came> came) {
        List<Missing> missing = new ArrayList<>();
        for (ManifestPart part : listed) {
            if (came.stream().noneMatch(each -> part.names(each.name()))) {
                missing.add(new Missing(part.role(), part.path()));
            }
        }
        for (ExpectedPart part : parts) {
            boolean known = came.stream().anyMatch(each -> each.role().role().equals(part.role()))
                    || missing.stream().anyMatch(each -> each.role().equals(part.role()));
            if (part.required() && !known) {
                missing.add(new Missing(part.role(), ""));
            }
        }
        return missing;
    }

    /// The names of files that are neither listed nor of an expected role, or that nothing says anything of.
    public List<String> unexpected(List<Came> came) {
        return came.stream().filter(this::isUnexpected).map(Came::name).toList();
    }

    private boolean isUnexpected(Came file) {
        PartRole.Basis basis = file.role().basis();
        if (basis == PartRole.Basis.COMPANION) {
            return true;
        }
        boolean unlisted = !listed.isEmpty() && listed.stream().noneMatch(part -> part.names(file.name()));
        boolean unknown = !parts.isEmpty()
                && parts.stream()
                        .noneMatch(
                                part -> Objects.equals(part.role(), file.role().role()));
        return unlisted || unknown;
    }
}
