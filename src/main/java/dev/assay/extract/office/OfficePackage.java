package dev.assay.extract.office;

import dev.assay.document.Gap;
import dev.assay.document.Place;
import dev.assay.extract.container.PartName;
import dev.assay.extract.draft.DocumentDraft;
import dev.assay.extract.xml.Markup;
import java.io.CharConversionException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;

/// The zip package of an Office Open XML file (ISO/IEC 29500-2): parts by name, and the relationships between
/// them, resolved inside the package only.
public final class OfficePackage implements AutoCloseable {
    /// Stands for the package itself where a part's relationships are asked for.
    static final String ROOT = "";

    private final ZipFile zip;
    private final DocumentDraft draft;
    private final Map<String, ZipEntry> entries = new TreeMap<>();
    private final Map<String, Map<String, Relationship>> relationships = new HashMap<>();
    private final Map<String, String> contentTypes = new HashMap<>();

    private OfficePackage(ZipFile zip, DocumentDraft draft) {
        this.zip = zip;
        this.draft = draft;
        zip.stream()
                .filter(entry -> !entry.isDirectory())
                .forEach(entry -> entries.putIfAbsent(key(entry.getName()), entry));
    }

    /// Opens a package and reads its content types.
    ///
    /// @param draft takes the gaps that broken parts leave
    /// @throws ZipException if the file is no zip, or a broken one
    static OfficePackage open(Path file, DocumentDraft draft) throws IOException {
        ZipFile zip = new ZipFile(file.toFile());
        try {
            OfficePackage opened = new OfficePackage(zip, draft);
            opened.read("[Content_Types].xml", Place.Whole::new, types -> types.each(opened::contentType));
            return opened;
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    boolean has(String part) {
        return entries.containsKey(key(part));
    }

    /// The names of all parts, in lower case and in order.
    Collection<String> parts() {
        return entries.keySet();
    }

    /// The main part: where the package's relationships say, else at its usual name.
    String mainPart(String usual) throws IOException {
        return relationships(ROOT).values().stream()
                .filter(each -> each.is("officeDocument") && !each.external() && has(each.target()))
                .findFirst()
                .map(Relationship::target)
                .orElse(usual);
    }

    /// The declared content type of a part, `application/octet-stream` where there is none.
    String contentType(String part) {
        String key = key(part);
        String extension = key.substring(key.lastIndexOf('.') + 1);
        String byExtension = contentTypes.getOrDefault("." + extension, "application/octet-stream");
        return contentTypes.getOrDefault(key, byExtension);
    }

    /// Opens a part's bytes.
    Optional<InputStream> open(String part) throws IOException {
        ZipEntry entry = entries.get(key(part));
        return entry == null ? Optional.empty() : Optional.of(zip.getInputStream(entry));
    }

    /// Reads a part from its root element on. A part that is missing or broken becomes a gap; what was read up
    /// to there stands.
    ///
    /// @param place where the gap is, asked for at the moment of the break
    /// @return whether the part was read to its end
    public boolean read(String part, Supplier<Place> place, Markup.Visit visit) throws IOException {
        try (InputStream in = open(part).orElse(null)) {
            if (in == null) {
                draft.gap(Gap.Reason.DAMAGED, place.get(), "The part " + part + " is missing.");
                return false;
            }
            try (Markup markup = new Markup(in)) {
                visit.at(markup);
            }
            return true;
        } catch (XMLStreamException e) {
            rethrowUnlessDamage(e);
            draft.gap(Gap.Reason.DAMAGED, place.get(), broken(part, e));
        } catch (ZipException | EOFException e) {
            draft.gap(
                    Gap.Reason.DAMAGED,
                    place.get(),
                    "The part " + part + " is broken: its compressed data cannot be read.");
        }
        return false;
    }

    /// Says so where the main part is another kind of document than its reader reads.
    public void expect(String name, Markup root) {
        if (!root.name().equals(name)) {
            draft.gap(
                    Gap.Reason.DAMAGED,
                    new Place.Whole(),
                    "The main part is not what the file's type says: it has no " + name + ".");
        }
    }

    /// The relationships of a part by their id, in order; empty where there are none.
    Map<String, Relationship> relationships(String part) throws IOException {
        Map<String, Relationship> known = relationships.get(key(part));
        if (known != null) {
            return known;
        }
        Map<String, Relationship> found = new LinkedHashMap<>();
        relationships.put(key(part), found);
        String folder = part.substring(0, part.lastIndexOf('/') + 1);
        String name = folder + "_rels/" + part.substring(folder.length()) + ".rels";
        if (has(name)) {
            read(name, Place.Whole::new, all -> all.each(each -> relationship(each, folder, found)));
        }
        return found;
    }

    /// The targets inside the package of a part's relationships of one kind, in order.
    public List<String> targets(String part, String kind) throws IOException {
        List<String> targets = new ArrayList<>();
        for (Relationship each : relationships(part).values()) {
            if (each.is(kind) && !each.external()) {
                targets.add(each.target());
            }
        }
        return targets;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private void contentType(Markup type) {
        String content = type.attribute("ContentType", "");
        if (type.name().equals("ct:Override")) {
            contentTypes.put(key(type.attribute("PartName", "")), content);
        } else {
            contentTypes.put("." + type.attribute("Extension", "").toLowerCase(Locale.ROOT), content);
        }
    }

    private static void relationship(Markup each, String folder, Map<String, Relationship> found) {
        String type = each.attribute("Type", "");
        String target = each.attribute("Target", "");
        boolean external = each.attribute("TargetMode", "").equalsIgnoreCase("External");
        String kind = type.substring(type.lastIndexOf('/') + 1);
        String id = each.attribute("Id", "");
        // A fragment alone is a place in the document, not a part of the package.
        boolean asWritten = external || target.startsWith("#");
        found.putIfAbsent(
                id, new Relationship(id, kind, asWritten ? target : PartName.resolve(folder, target), external));
    }

    private static void rethrowUnlessDamage(XMLStreamException e) throws IOException {
        Throwable cause = e.getNestedException();
        boolean damage = !(cause instanceof IOException)
                || cause instanceof ZipException
                || cause instanceof EOFException
                || cause instanceof CharConversionException;
        if (!damage) {
            throw (IOException) cause;
        }
    }

    private static String broken(String part, XMLStreamException e) {
        String at = e.getLocation() == null ? "" : " at " + Markup.position(e.getLocation());
        return "The part " + part + " is broken" + at + ": it cannot be read further.";
    }

    private static String key(String part) {
        String name = part.replace('\\', '/').toLowerCase(Locale.ROOT);
        return name.startsWith("/") ? name.substring(1) : name;
    }

    /// A relationship of a part.
    ///
    /// @param kind   the last step of its type, the same in transitional and strict files
    /// @param target a part's name, or anything at all where it is external
    record Relationship(String id, String kind, String target, boolean external) {
        boolean is(String wanted) {
            return kind.equalsIgnoreCase(wanted);
        }
    }
}
