package dev.assay.extract.workbook;

import dev.assay.document.Fact;
import dev.assay.document.Place;
import dev.assay.extract.draft.DocumentDraft;
import dev.assay.extract.office.OfficePackage;
import dev.assay.extract.xml.Markup;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamException;

/// What a workbook takes data from: databases, web pages, text files, queries, by the numbers that query tables
/// and pivot tables name.
final class Connections {
    private final Map<String, String> targets = new LinkedHashMap<>();

    static Connections read(OfficePackage source, String main) throws IOException {
        Connections connections = new Connections();
        for (String part : source.targets(main, "connections")) {
            source.read(part, Place.Whole::new, root -> root.each(connections::connection));
        }
        return connections;
    }

    /// What a number stands for; `a connection` where it stands for nothing.
    String target(String number) {
        return targets.getOrDefault(number, "a connection");
    }

    /// Tells all of them.
    void tell(DocumentDraft draft) {
        targets.values().forEach(target -> draft.fact(fact(target, new Place.Whole())));
    }

    static Fact fact(String target, Place place) {
        return new Fact.ExternalLink(Fact.ExternalLink.Kind.DATA, target, place);
    }

    /// A database connection's own text may hold a password, so that only its name and file are told.
    private void connection(Markup connection) throws XMLStreamException, IOException {
        String number = connection.attribute("id", "+" + targets.size());
        String file = connection.attribute("sourceFile", "");
        String[] target = {"connection " + connection.attribute("name", "") + (file.isEmpty() ? "" : ", " + file)};
        connection.each(kind -> target[0] = target(kind, target[0]));
        targets.putIfAbsent(number, target[0]);
    }

    private static String target(Markup kind, String otherwise) {
        return switch (kind.name()) {
            case "x:webPr" -> kind.attribute("url", otherwise);
            case "x:textPr" -> kind.attribute("sourceFile", otherwise);
            default -> otherwise;
        };
    }
}
