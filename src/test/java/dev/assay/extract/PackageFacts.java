package dev.assay.extract;

import dev.assay.document.Fact;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.poi.ooxml.POIXMLDocument;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;

/// Writes facts that all Office Open XML files have a place for.
final class PackageFacts {
    private static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private static final String MACROS = "http://schemas.microsoft.com/office/2006/relationships/vbaProject";

    private PackageFacts() {}

    /// Writes a fact.
    ///
    /// @return whether there was a place for it
    static boolean write(POIXMLDocument file, Fact fact) throws IOException {
        return switch (fact) {
            case Fact.Property property -> property(file.getProperties(), property);
            case Fact.ActiveContent active when active.kind() == Fact.ActiveContent.Kind.MACRO -> macro(file, active);
            case Fact.ExternalLink link -> link(file, link);
            default -> false;
        };
    }

    private static boolean property(POIXMLProperties properties, Fact.Property property) {
        POIXMLProperties.CoreProperties core = properties.getCoreProperties();
        switch (property.name()) {
            case "dc:title" -> core.setTitle(property.value());
            case "dc:creator" -> core.setCreator(property.value());
            case "cp:lastModifiedBy" -> core.setLastModifiedByUser(property.value());
            case "Company" ->
                properties.getExtendedProperties().getUnderlyingProperties().setCompany(property.value());
            case "Manager" ->
                properties.getExtendedProperties().getUnderlyingProperties().setManager(property.value());
            case "Template" ->
                properties.getExtendedProperties().getUnderlyingProperties().setTemplate(property.value());
            default -> {
                return false;
            }
        }
        return true;
    }

    private static boolean macro(POIXMLDocument file, Fact.ActiveContent macro) throws IOException {
        PackagePart main = file.getPackagePart();
        try {
            PackagePart part = file.getPackage()
                    .createPart(
                            PackagingURIHelper.createPartName("/" + macro.name()),
                            "application/vnd.ms-office.vbaProject");
            try (OutputStream out = part.getOutputStream()) {
                out.write(new byte[] {1, 2, 3});
            }
            main.addRelationship(part.getPartName(), TargetMode.INTERNAL, MACROS);
            return true;
        } catch (InvalidFormatException e) {
            throw new IOException(e);
        }
    }

    private static boolean link(POIXMLDocument file, Fact.ExternalLink link) {
        String kind = switch (link.kind()) {
            case TEMPLATE -> "attachedTemplate";
            case MEDIA -> "image";
            case OBJECT -> "oleObject";
            case HYPERLINK -> "hyperlink";
            case WORKBOOK, DATA, OTHER -> "";
        };
        if (!kind.isEmpty()) {
            file.getPackagePart().addExternalRelationship(link.target(), RELATIONSHIPS + kind);
        }
        return !kind.isEmpty();
    }
}
