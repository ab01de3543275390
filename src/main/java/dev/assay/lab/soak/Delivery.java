package dev.assay.lab.soak;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// One thing that a vendor delivers.
///
/// @param number      its place in the plan, from 0
/// @param deliverable what it is delivered for
/// @param queue       where its verdict must put it
/// @param files       one, or by mail perhaps several
record Delivery(int number, Way way, String deliverable, Queue queue, List<Content> files) {
    Delivery {
        files = List.copyOf(files);
    }

    /// How it comes; each has a vendor of its own, of the same name.
    enum Way {
        FOLDER,
        SFTP,
        MAIL,
        UPLOAD;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// What the checklist must say of it.
    enum Queue {
        ACCEPT,
        REWORK;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// A file's bytes under a name of their own.
    static final class Content {
        private final String name;
        private final byte[] bytes;
        private final String sha256;

        Content(String name, byte[] bytes) {
            this.name = name;
            this.bytes = bytes.clone();
            this.sha256 = Delivery.sha256(bytes);
        }

        String name() {
            return name;
        }

        byte[] bytes() {
            return bytes.clone();
        }

        String sha256() {
            return sha256;
        }

        Content under(String other) {
            return new Content(other, bytes);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Content same && name.equals(same.name) && Arrays.equals(bytes, same.bytes);
        }

        @Override
        public int hashCode() {
            return sha256.hashCode();
        }
    }

    /// Which submission it belongs to: the same for the same bytes for the same deliverable.
    String submission() {
        return deliverable + " " + files.stream().map(Content::sha256).sorted().collect(Collectors.joining(" "));
    }

    /// The mail that brings it, as it goes over the wire.
    byte[] mail(String address) {
        StringBuilder mail = new StringBuilder("From: a@vendor.example\r\nTo: " + address + "\r\nSubject: ["
                + deliverable + "] delivery " + number
                + "\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"b0\"\r\n\r\n");
        for (Content file : files) {
            mail.append("--b0\r\nContent-Type: application/octet-stream; name=\"")
                    .append(file.name())
                    .append("\"\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename=\"")
                    .append(file.name())
                    .append("\"\r\n\r\n")
                    .append(java.util.Base64.getMimeEncoder().encodeToString(file.bytes()))
                    .append("\r\n");
        }
        return mail.append("--b0--\r\n").toString().getBytes(StandardCharsets.US_ASCII);
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java lacks SHA-256", e);
        }
    }
}
