package dev.assay.extract.word;

import dev.assay.document.Fact;
import dev.assay.document.Place;
import dev.assay.extract.office.OfficePackage;
import dev.assay.extract.xml.Markup;
import java.io.IOException;
import javax.xml.stream.XMLStreamException;

/// What a document's settings say that its text does not: how notes are numbered, whether pages have a ground of
/// their own, variables, protection.
final class WordSettings {
    private final WordSource shared;

    private WordSettings(WordSource shared) {
        this.shared = shared;
    }

    static void read(OfficePackage source, String mainPart, WordSource shared) throws IOException {
        WordSettings settings = new WordSettings(shared);
        for (String part : source.targets(mainPart, "settings")) {
            source.read(part, Place.Whole::new, root -> root.each(settings::setting));
        }
    }

    private void setting(Markup setting) throws XMLStreamException, IOException {
        switch (setting.name()) {
            case "w:footnotePr", "w:endnotePr" -> shared.notes().documentStyle(setting);
            case "w:displayBackgroundShape" -> shared.showPageColour(setting.flag("w:val", true));
            case "w:documentProtection" ->
                property("documentProtection", setting.flag("w:enforcement", false) ? protection(setting) : "");
            case "w:trackRevisions" -> property("trackRevisions", setting.flag("w:val", true) ? "on" : "");
            case "w:docVars" ->
                setting.each(variable ->
                        property("variable:" + variable.attribute("w:name", ""), variable.attribute("w:val", "")));
            default -> {}
        }
    }

    private static String protection(Markup setting) {
        return setting.attribute("w:edit", "none");
    }

    private void property(String name, String value) {
        if (!value.isBlank()) {
            shared.draft().fact(new Fact.Property(name, value.strip()));
        }
    }
}
