package dev.assay.extract.workbook;

import dev.assay.document.Fact;
import dev.assay.document.Place;
import dev.assay.extract.draft.DocumentDraft;
import dev.assay.extract.office.OfficePackage;
import dev.assay.extract.office.References;
import dev.assay.extract.xml.Markup;
import java.io.IOException;

/// Reads what a workbook takes from outside: linked workbooks, DDE servers, data connections.
final class WorkbookLinks {
    private final OfficePackage source;
    private final String main;
    private final DocumentDraft draft;

    WorkbookLinks(OfficePackage source, String main, DocumentDraft draft) {
        this.source = source;
        this.main = main;
        this.draft = draft;
    }

    void read() throws IOException {
        for (String part : source.targets(main, "externalLink")) {
            source.read(part, Place.Whole::new, root -> root.eachInside(this::dynamicExchange));
            new References(source, part, draft).remainingLinks(new Place.Whole());
        }
        for (String part : source.targets(main, "connections")) {
            source.read(
                    part,
                    Place.Whole::new,
                    root -> root.each(connection -> {
                        String[] target = {"connection " + connection.attribute("name", "")};
                        connection.each(kind -> target[0] = target(kind, target[0]));
                        draft.fact(new Fact.ExternalLink(Fact.ExternalLink.Kind.DATA, target[0], new Place.Whole()));
                    }));
        }
    }

    private void dynamicExchange(Markup element) {
        if (element.name().equals("x:ddeLink")) {
            String server = element.attribute("ddeService", "") + "|" + element.attribute("ddeTopic", "");
            draft.fact(new Fact.ActiveContent(Fact.ActiveContent.Kind.DDE, server, new Place.Whole()));
        }
    }

    /// A database connection's own text may hold a password, so that only its name is told.
    private static String target(Markup kind, String otherwise) {
        return switch (kind.name()) {
            case "x:webPr" -> kind.attribute("url", otherwise);
            case "x:textPr" -> kind.attribute("sourceFile", otherwise);
            default -> otherwise;
        };
    }
}
