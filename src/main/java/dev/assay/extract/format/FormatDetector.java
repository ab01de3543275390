package dev.assay.extract.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.apache.tika.detect.DefaultDetector;
import org.apache.tika.detect.Detector;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;
import org.apache.tika.mime.MimeTypeException;
import org.apache.tika.mime.MimeTypes;

/// Tells what a file is from its content, and what its name claims.
public final class FormatDetector {
    public static final String UNKNOWN = "application/octet-stream";

    /// A plain zip archive.
    public static final String PACKAGE = "application/zip";

    /// An office file inside an encrypted OLE2 container (MS-OFFCRYPTO).
    public static final String PROTECTED_OFFICE = "application/x-tika-ooxml-protected";

    /// An office file whose main part the detector did not find.
    private static final String UNTOLD_OFFICE = "application/x-tika-ooxml";

    private static final MediaType MAIL = MediaType.parse("message/rfc822");
    private static final MediaType MAIL_FOLDER = MediaType.parse("application/mbox");

    private static final MediaType DELIMITED = MediaType.parse("text/csv");

    private static final int LOOKED_AT = 1 << 16;
    private static final Detector DETECTOR = new DefaultDetector();
    private static final MimeTypes NAMES = MimeTypes.getDefaultMimeTypes();

    /// Zip-based formats that are one document, beside the office families found by their type's name.
    private static final Set<String> ZIP_DOCUMENTS = Set.of(
            "application/epub+zip",
            "application/java-archive",
            "application/vnd.google-earth.kmz",
            "application/vnd.adobe.indesign-idml-package");

    private FormatDetector() {}

    /// A file's type.
    ///
    /// @param mediaType from the content
    /// @param claimed   from the name; `application/octet-stream` where the name claims nothing
    public record Format(String mediaType, String claimed) {
        /// Whether the name claims a type that the content is not, and is no narrower or wider word for it.
        public boolean mismatch() {
            return !claimed.equals(UNKNOWN) && !related(MediaType.parse(claimed), MediaType.parse(mediaType));
        }

        /// Whether the file is a plain zip archive, and no document that happens to be packed as one.
        public boolean isPackage() {
            return mediaType.equals(PACKAGE);
        }
    }

    /// Looks at a file.
    ///
    /// @param file read, zip containers scanned before
    /// @param name what its vendor calls it
    public static Format detect(Path file, String name) throws IOException {
        MediaType claimed = MediaType.parse(claimed(name));
        MediaType found;
        try (TikaInputStream in = TikaInputStream.get(file, new Metadata())) {
            found = DETECTOR.detect(in, new Metadata());
        }
        if (found.toString().equals(UNTOLD_OFFICE)) {
            found = OfficeTypes.of(file).map(MediaType::parse).orElse(found);
        }
        if (found.equals(MediaType.OCTET_STREAM) && isText(claimed.toString()) && hasNoControls(file)) {
            // Text with many accents in an 8-bit encoding looks binary to a detector that counts ASCII.
            found = MediaType.TEXT_PLAIN;
        }
        boolean loadFile = LoadFileSigns.encoding(file).isPresent()
                || (found.equals(MediaType.TEXT_PLAIN) && LoadFileSigns.isClaimed(name));
        if (loadFile) {
            return new Format(DELIMITED.toString(), claimed.toString());
        }
        // Content alone cannot tell comma-separated values or Markdown from other plain text.
        boolean narrower = found.equals(MediaType.TEXT_PLAIN) && registry().isSpecializationOf(claimed, found);
        // A single mail may begin with the line that mail folders put before each.
        narrower |= found.equals(MAIL_FOLDER) && claimed.equals(MAIL);
        return new Format((narrower ? claimed : found).getBaseType().toString(), claimed.toString());
    }

    private static boolean hasNoControls(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            for (byte b : in.readNBytes(LOOKED_AT)) {
                if (b >= 0 && b < ' ' && "\t\n\r\f".indexOf(b) < 0) {
                    return false;
                }
            }
            return true;
        }
    }

    public static String claimed(String name) throws IOException {
        Metadata metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, baseName(name));
        return NAMES.detect(null, metadata).getBaseType().toString();
    }

    /// The usual ending of the names of a type, with its dot; empty where there is none.
    public static String extension(String mediaType) {
        try {
            return NAMES.forName(mediaType).getExtension();
        } catch (MimeTypeException e) {
            return "";
        }
    }

    /// The last component of a name from any system.
    public static String baseName(String name) {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    /// Whether a type is text that a person could have typed.
    static boolean isText(String mediaType) {
        return registry().isInstanceOf(MediaType.parse(mediaType), MediaType.TEXT_PLAIN);
    }

    public static boolean isZipDocument(String mediaType) {
        return ZIP_DOCUMENTS.contains(mediaType)
                || mediaType.contains("openxmlformats")
                || mediaType.contains("oasis.opendocument");
    }

    private static boolean related(MediaType claimed, MediaType found) {
        MediaType one = registry().normalize(claimed);
        MediaType other = registry().normalize(found);
        boolean bothText = registry().isInstanceOf(one, MediaType.TEXT_PLAIN)
                && registry().isInstanceOf(other, MediaType.TEXT_PLAIN);
        return bothText
                || registry().isInstanceOf(one, other)
                || registry().isInstanceOf(other, one)
                || (found.toString().equals(PROTECTED_OFFICE)
                        && claimed.toString().contains("openxmlformats"));
    }

    private static MediaTypeRegistry registry() {
        return NAMES.getMediaTypeRegistry();
    }
}
