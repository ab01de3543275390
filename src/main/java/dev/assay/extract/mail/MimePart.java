package dev.assay.extract.mail;

import java.util.Locale;
import java.util.Set;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.jspecify.annotations.Nullable;

/// What the headers of one part say it is.
record MimePart(MailFields fields, BodyDescriptor descriptor) {
    private static final Set<String> OPAQUE = Set.of("application/pkcs7-mime", "application/x-pkcs7-mime");
    private static final Set<String> SIGNATURES =
            Set.of("application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature");

    /// What is done with a part that is no body.
    enum Kind {
        /// A signature over another part.
        SIGNATURE,
        /// Content wrapped in its signature.
        SIGNED,
        ENCRYPTED,
        /// A reference to a part that is not in the mail.
        ELSEWHERE,
        /// A piece of a longer mail.
        PIECE,
        FILE
    }

    String type() {
        String type = descriptor.getMimeType();
        return type == null ? "text/plain" : type.toLowerCase(Locale.ROOT);
    }

    String transferEncoding() {
        String encoding = descriptor.getTransferEncoding();
        return encoding == null ? "" : encoding.strip().toLowerCase(Locale.ROOT);
    }

    boolean isHtml() {
        return type().equals("text/html");
    }

    /// Whether the part is shown as text of the mail: plain or HTML text that has no file name.
    boolean isBody() {
        boolean text = type().equals("text/plain") || isHtml();
        return text
                && fileName().isEmpty()
                && !fields.word("content-disposition").equals("attachment");
    }

    private String fileName() {
        String disposition = fields.parameter("content-disposition", "filename");
        return disposition.isBlank() ? fields.parameter("content-type", "name") : disposition;
    }

    /// The part's own name, with the ending of its type where it has none; may be empty.
    String name() {
        String name = fileName();
        if (isMail()) {
            boolean ends = name.toLowerCase(Locale.ROOT).endsWith(".eml");
            return ends ? name : (name.isBlank() ? "message" : name) + ".eml";
        }
        if (!name.isBlank() || type().equals("application/octet-stream")) {
            return name;
        }
        String extension = MimeWalk.extension(type());
        return extension.isEmpty() ? "" : type().substring(0, type().indexOf('/')) + extension;
    }

    private boolean isMail() {
        return type().equals("message/rfc822") || type().equals("message/global");
    }

    /// Whether it holds what Outlook made of a mail, its text and its files.
    boolean isOutlookContainer() {
        return TnefReader.MEDIA_TYPES.contains(type()) || name().equalsIgnoreCase("winmail.dat");
    }

    /// Whether it is a file of its own, not a picture that the body shows.
    boolean isAttached() {
        boolean picture = type().startsWith("image/");
        boolean shown = !fields.first("content-id").isEmpty()
                || fields.word("content-disposition").equals("inline");
        return !picture || !shown || fields.word("content-disposition").equals("attachment");
    }

    @Nullable
    String charset() {
        String charset = fields.parameter("content-type", "charset");
        return charset.isBlank() ? null : charset;
    }

    boolean isFlowed() {
        return fields.parameter("content-type", "format").equalsIgnoreCase("flowed");
    }

    boolean dropsLastSpaces() {
        return fields.parameter("content-type", "delsp").equalsIgnoreCase("yes");
    }

    /// Where a part lies that is not in the mail; empty where that is not said.
    String address() {
        String url = fields.parameter("content-type", "url");
        String site = fields.parameter("content-type", "site");
        return url.isBlank() ? site : url;
    }

    Kind kind() {
        String type = type();
        if (SIGNATURES.contains(type)) {
            return Kind.SIGNATURE;
        }
        if (OPAQUE.contains(type)) {
            return opaque();
        }
        return switch (type) {
            case "application/pgp-encrypted" -> Kind.ENCRYPTED;
            case "message/external-body" -> Kind.ELSEWHERE;
            case "message/partial" -> Kind.PIECE;
            default -> Kind.FILE;
        };
    }

    private Kind opaque() {
        return switch (fields.parameter("content-type", "smime-type").toLowerCase(Locale.ROOT)) {
            case "signed-data" -> Kind.SIGNED;
            case "enveloped-data", "authenveloped-data" -> Kind.ENCRYPTED;
            case "certs-only" -> Kind.FILE;
            default -> fileName().toLowerCase(Locale.ROOT).endsWith(".p7c") ? Kind.FILE : Kind.SIGNED;
        };
    }
}
