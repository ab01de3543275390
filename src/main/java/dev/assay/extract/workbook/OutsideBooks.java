package dev.assay.extract.workbook;

import dev.assay.document.Fact;
import dev.assay.document.Place;
import dev.assay.extract.draft.DocumentDraft;
import dev.assay.extract.office.OfficePackage;
import dev.assay.extract.office.References;
import dev.assay.extract.xml.Markup;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/// The workbooks, objects and servers outside that formulas refer to by number (`[1]Sheet1!A1`), counted from 1.
///
/// What the file keeps of the values it took from them lies in the hidden layer.
final class OutsideBooks {
    private final DocumentDraft draft;
    private final List<Book> books = new ArrayList<>();

    private OutsideBooks(DocumentDraft draft) {
        this.draft = draft;
    }

    /// Reads them.
    ///
    /// @param parts in the order in which formulas count them
    static OutsideBooks read(OfficePackage source, List<String> parts, DocumentDraft draft) throws IOException {
        OutsideBooks outside = new OutsideBooks(draft);
        for (String part : parts) {
            Book book = new Book(part, new References(source, part, draft));
            outside.books.add(book);
            source.read(part, Place.Whole::new, root -> root.eachInside(book::element));
        }
        return outside;
    }

    /// What a number in a formula stands for; empty where it stands for nothing.
    String name(int number) {
        return number < 1 || number > books.size() ? "" : books.get(number - 1).name;
    }

    /// Whether one of them has a name.
    boolean holds(String name) {
        return books.stream().anyMatch(book -> book.name.equals(name));
    }

    /// Something refers to a number.
    void use(int number, Place place) {
        if (number >= 1 && number <= books.size()) {
            Book book = books.get(number - 1);
            book.firstUse = book.firstUse == null ? place : book.firstUse;
        }
    }

    /// Tells all of them, each where it is first used.
    void tell() throws IOException {
        for (Book book : books) {
            Place place = book.firstUse == null ? new Place.Whole() : book.firstUse;
            if (!book.server.isEmpty()) {
                draft.fact(new Fact.ActiveContent(Fact.ActiveContent.Kind.DDE, book.server, place));
            }
            book.references.remainingLinks(place);
            new KeptCopy("Values kept of " + book.name, book.values).write(draft, place);
        }
    }

    private static final class Book {
        private final References references;
        private final Set<String> values = new LinkedHashSet<>();
        private String name = "";
        private String server = "";
        private @Nullable Place firstUse;

        Book(String part, References references) {
            this.references = references;
            this.name = part.substring(part.lastIndexOf('/') + 1);
        }

        void element(Markup element) throws XMLStreamException {
            switch (element.name()) {
                case "x:externalBook", "x:oleLink" ->
                    references.target(element.attribute("r:id", "")).ifPresent(target -> name = fileName(target));
                case "x:ddeLink" -> {
                    server = element.attribute("ddeService", "") + "|" + element.attribute("ddeTopic", "");
                    name = server;
                }
                case "x:cell" -> cell = element.attribute("t", "n").equals("str");
                case "x:v" -> value(element.text());
                default -> {}
            }
        }

        private boolean cell;

        private void value(String text) {
            if (cell && !text.isBlank() && values.size() <= KeptCopy.MOST) {
                values.add(text.strip());
            }
        }

        private static String fileName(String target) {
            String path = target.replace('\\', '/').replace("%20", " ");
            return path.substring(path.lastIndexOf('/') + 1);
        }
    }
}
