package dev.assay.intake.upload;

import dev.assay.web.Request;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a request says that it brings.
///
/// @param name   of the file, with folders
/// @param key    what the vendor calls this sending, the same when it is repeated
/// @param sha256 of the bytes, 64 hex digits; empty where the request does not say
record Delivery(String name, String key, Optional<String> sha256) {
    private static final int LONGEST_NAME = 1024;
    private static final Pattern SEGMENT = Pattern.compile("(?!\\.{1,2}$)[^/\\\\\\p{Cntrl}]{1,255}");
    private static final Pattern KEY = Pattern.compile("\"?([\\x21\\x23-\\x7E]{1,200})\"?");
    private static final Pattern DIGEST = Pattern.compile("(?:^|[,\\s])sha-256=:([A-Za-z0-9+/]{43}=):");

    /// What is wrong with a request, for the vendor.
    static final class Wrong extends Exception {
        private static final long serialVersionUID = 1;

        Wrong(String message) {
            super(message);
        }
    }

    /// Reads a `POST /deliveries?name=…` or a `PUT /deliveries/<name>`.
    static Delivery of(Request request) throws Wrong {
        Optional<String> sha256 = sha256(request);
        if (request.method().equals("PUT")) {
            String name = name(request.path().substring(Receipt.PATH.length() + 1));
            String key = key(request)
                    .or(() -> sha256.map(hash -> "PUT " + name + " " + hash))
                    .orElseThrow(() -> new Wrong("Give an Idempotency-Key, or the Content-Digest of the bytes, so that"
                            + " a repeated request is known."));
            return new Delivery(name, key, sha256);
        }
        String name = name(request.queries().apply("name").orElse(""));
        String key = key(request)
                .orElseThrow(() -> new Wrong("Give an Idempotency-Key, so that a repeated request is known."));
        return new Delivery(name, key, sha256);
    }

    private static String name(String name) throws Wrong {
        if (name.isEmpty()) {
            throw new Wrong("Say what the file is called: POST " + Receipt.PATH + "?name=... or PUT " + Receipt.PATH
                    + "/<name>.");
        }
        for (String segment : name.split("/", -1)) {
            if (name.length() > LONGEST_NAME || !SEGMENT.matcher(segment).matches()) {
                throw new Wrong("A name has at most " + LONGEST_NAME + " characters, without control characters,"
                        + " backslashes, empty parts, '.' or '..'.");
            }
        }
        return name;
    }

    private static Optional<String> key(Request request) throws Wrong {
        Optional<String> given = request.headers().apply("Idempotency-Key");
        if (given.isEmpty()) {
            return given;
        }
        Matcher key = KEY.matcher(given.get().strip());
        if (!key.matches()) {
            throw new Wrong("An Idempotency-Key has 1 to 200 printable ASCII characters without spaces.");
        }
        return Optional.of(key.group(1));
    }

    private static Optional<String> sha256(Request request) throws Wrong {
        Optional<String> given = request.headers()
                .apply("Content-Digest")
                .or(() -> request.headers().apply("Repr-Digest"));
        if (given.isEmpty()) {
            return given;
        }
        Matcher digest = DIGEST.matcher(given.get());
        if (!digest.find()) {
            throw new Wrong("A Content-Digest is written sha-256=:BASE64: (RFC 9530).");
        }
        return Optional.of(HexFormat.of()
                .formatHex(Base64.getDecoder().decode(digest.group(1)))
                .toLowerCase(Locale.ROOT));
    }
}
