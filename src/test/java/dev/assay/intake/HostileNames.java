package dev.assay.intake;

import java.util.ArrayList;
import java.util.List;

/// Sixty texts that a vendor may put where an id, a subject or a name is expected.
public final class HostileNames {
    private static final List<String> ALL = List.of(
            "..",
            ".",
            "../",
            "../../etc/passwd",
            "../hb-101",
            "hb-101/..",
            "hb-101/../../data/keys",
            "/etc/passwd",
            "//etc/passwd",
            "/",
            "~",
            "~root",
            "C:\\Windows\\system32",
            "C:",
            "\\\\server\\share",
            "..\\..\\data\\keys",
            "..%2f..%2fdata",
            "%2e%2e%2f",
            "..%252fdata",
            "%00",
            "hb-101\0",
            "hb-101\0.docx",
            "hb-101\n",
            "hb-101\r\nINFO accepted",
            "hb-101\t",
            " hb-101",
            "hb-101 ",
            "hb-101.",
            "hb-101/",
            "hb-101\\",
            "hb_101",
            "hb--101'",
            "'; drop table arrival; --",
            "\" or 1=1",
            "${env:HOME}",
            "${jndi:ldap://x}",
            "#{1+1}",
            "{{drop}}",
            "$(id)",
            "`id`",
            "|id",
            ";id",
            "*",
            "?",
            "[a-z]",
            "<script>alert(1)</script>",
            "&lt;",
            "CON",
            "NUL",
            "aux.docx",
            "file:///etc/passwd",
            "http://127.0.0.1/",
            "\u202ehb-101",
            "hb\u200b-101",
            "ｈｂ-101",
            "hb\u2010101",
            "\ud800",
            "\ufeffhb-101",
            "a".repeat(255),
            "x".repeat(10_000));

    private HostileNames() {}

    public static List<String> all() {
        return ALL;
    }

    /// Those a file on this machine may bear.
    public static List<String> asFileNames() {
        List<String> names = new ArrayList<>();
        for (String name : ALL) {
            boolean possible = name.indexOf('/') < 0
                    && name.indexOf('\0') < 0
                    && name.length() <= 255
                    && !name.startsWith(".")
                    && !name.equals("\ud800");
            if (possible) {
                names.add(name);
            }
        }
        return names;
    }
}
