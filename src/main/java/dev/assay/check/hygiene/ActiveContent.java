package dev.assay.check.hygiene;

import dev.assay.check.Check;
import dev.assay.check.Findings;
import dev.assay.check.Inspection;
import dev.assay.check.Kind;
import dev.assay.check.Outcome;
import dev.assay.check.Parameters;
import dev.assay.checklist.Parameter;
import dev.assay.config.Fields;
import dev.assay.document.Fact;
import java.util.List;

/// Flags what can act, or fetch something, when the file is opened: macros, scripts, embedded programs' objects,
/// dynamic data exchange, actions that start a program, and templates, objects, media and data that are loaded
/// from elsewhere.
///
/// ## Why
///
/// A macro that made sense at the vendor's desk is a stranger's program at the client's; many mail systems
/// refuse the file. A template or image that is fetched from elsewhere tells its owner who opened the file and
/// when.
///
/// ## Example
///
/// Flagged are a workbook with a VBA project, a PDF that runs JavaScript on opening, a field `DDEAUTO`, an
/// attached template `https://example.org/brand.dotm`, and a chart fed by an OLE object.
///
/// ## What it does not do
///
/// It runs nothing and cannot say whether a macro is harmless. A link that a reader must click is not active.
/// Formulas that refer to other workbooks are told by `sheet-integrity`.
public final class ActiveContent implements Check {
    private static final List<String> KINDS = List.of(
            "macro",
            "ole-object",
            "dde",
            "script",
            "launch-action",
            "external-template",
            "external-object",
            "external-media",
            "external-data");

    private static final Kind KIND = new Kind(
            "active-content",
            1,
            "0.1",
            Kind.Family.HYGIENE,
            "Nothing in the file acts or loads from elsewhere when it is opened.",
            List.of(Parameter.choices("allow", KINDS, List.of(), "What the file may hold.")
                    .sharper(Parameter.Sharper.LESS)),
            List.of(),
            List.of());

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public Outcome inspect(Inspection inspection, Parameters parameters) {
        Findings findings = new Findings(KIND);
        List<String> allowed = parameters.texts("allow");
        for (Inspection.ReadPart part : inspection.readable()) {
            part.document()
                    .facts(Fact.ActiveContent.class)
                    .filter(active -> !allowed.contains(Fields.word(active.kind())))
                    .forEach(active -> tell(part, active, findings));
            part.document()
                    .facts(Fact.ExternalLink.class)
                    .filter(link -> isLoaded(link.kind()) && !allowed.contains(word(link.kind())))
                    .forEach(link -> tell(part, link, findings));
        }
        return findings.outcome(
                "thing acts or loads from elsewhere when the file is opened|things act or load from elsewhere when"
                        + " the file is opened",
                "Nothing acts or loads from elsewhere when the file is opened.");
    }

    private static void tell(Inspection.ReadPart part, Fact.ActiveContent active, Findings findings) {
        String name = active.name().isBlank() ? "" : " ('" + active.name() + "')";
        findings.about(
                part.part().name(),
                active.place(),
                Fields.word(active.kind()) + ' ' + active.name(),
                said(active.kind()) + name + ".",
                remedy(active.kind()));
    }

    private static void tell(Inspection.ReadPart part, Fact.ExternalLink link, Findings findings) {
        findings.about(
                part.part().name(),
                link.place(),
                word(link.kind()) + ' ' + link.target(),
                said(link.kind()) + " ('" + link.target() + "').",
                "Put it into the file itself, or remove it.");
    }

    private static boolean isLoaded(Fact.ExternalLink.Kind kind) {
        return switch (kind) {
            case TEMPLATE, OBJECT, MEDIA, DATA -> true;
            case HYPERLINK, WORKBOOK, OTHER -> false;
        };
    }

    private static String word(Fact.ExternalLink.Kind kind) {
        return "external-" + Fields.word(kind);
    }

    private static String said(Fact.ActiveContent.Kind kind) {
        return switch (kind) {
            case MACRO -> "The file holds macros";
            case OLE_OBJECT -> "The file holds an object of another program";
            case DDE -> "A field fetches data from another program when it is updated";
            case SCRIPT -> "The file holds a script that its viewer runs";
            case LAUNCH_ACTION -> "An action of the file starts a program";
        };
    }

    private static String remedy(Fact.ActiveContent.Kind kind) {
        return switch (kind) {
            case MACRO -> "Save it without macros (docx, xlsx or pptx).";
            case OLE_OBJECT -> "Replace the object by a picture or a table of what it shows.";
            case DDE -> "Replace the field by its text.";
            case SCRIPT, LAUNCH_ACTION -> "Remove it with the program that made the file.";
        };
    }

    private static String said(Fact.ExternalLink.Kind kind) {
        return switch (kind) {
            case TEMPLATE -> "The file loads its template from elsewhere";
            case OBJECT -> "The file loads an object from elsewhere";
            case MEDIA -> "The file loads an image, sound or film from elsewhere";
            case DATA -> "The file fetches data from elsewhere";
            case HYPERLINK, WORKBOOK, OTHER -> throw new IllegalStateException("Not loaded on opening: " + kind);
        };
    }
}
