package dev.assay.extract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.zip.InflaterInputStream;

/// A zip file of 776 bytes whose only entry unpacks to the file itself.
public final class Quine {
    private static final String PACKED = "eNoL8GZmEWFgYOAAYkWGo1J//5xnBPKYGRjkgCKJRckZmWWpuiUZiSW6Gfk5"
            + "KcW6mSXFqTlpBnpVmQUMjgz7/gdQasCiGwwNDAysDL+QWBBChOE1VjGnDsUjDESzGBj+/4cQTIx//2ETk+JlPMAQ4M3I"
            + "JMKA2yeoAL+/ArxZ2UCqGIHQB0hzMzEwzGaoGLxgNAQASyQM2g==";

    private Quine() {}

    public static byte[] zip() throws IOException {
        byte[] packed = Base64.getDecoder().decode(PACKED);
        return new InflaterInputStream(new ByteArrayInputStream(packed)).readAllBytes();
    }
}
