package dev.assay.check.sources;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Names of hosts, compared from the right: `de.wikipedia.org` is of `wikipedia.org`.
final class Hosts {
    private static final Pattern ADDRESS = Pattern.compile(
            "(?i)(?<![\\p{L}0-9@._-])(?<front>https?://(?:[^\\s/@]{1,80}@)?|www\\.)?(?<host>(?:[\\p{L}0-9-]{1,63}\\.){1,6}[\\p{L}]{2,24})(?![\\p{L}0-9@_]|-[\\p{L}])");
    private final Set<String> hosts = new HashSet<>();

    /// @param named hosts or addresses, such as `example.org` or `https://www.example.org/`
    Hosts(List<String> named) {
        named.forEach(each -> hosts.add(bare(each)));
    }

    private static String bare(String written) {
        return written.strip()
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^https?://", "")
                .replaceFirst("^(?:www\\.|\\*\\.)", "")
                .replaceFirst("[/:?#].*$", "");
    }

    /// Whether a host, or what it is part of, is among them.
    boolean holds(String host) {
        String rest = host;
        while (!rest.isEmpty()) {
            if (hosts.contains(rest)) {
                return true;
            }
            int dot = rest.indexOf('.');
            rest = dot < 0 ? "" : rest.substring(dot + 1);
        }
        return false;
    }

    boolean isEmpty() {
        return hosts.isEmpty();
    }

    /// An address in a text.
    ///
    /// @param start   of the address
    /// @param end     of its host
    /// @param host    in lower case, without `www.`
    /// @param address whether a protocol or `www.` stands before it; else it may be any word with a point
    record Shown(int start, int end, String host, boolean address) {}

    static List<Shown> in(String text) {
        List<Shown> shown = new ArrayList<>();
        Matcher matcher = ADDRESS.matcher(text);
        while (matcher.find()) {
            shown.add(new Shown(
                    matcher.start(), matcher.end(), bare(matcher.group("host")), matcher.group("front") != null));
        }
        return shown;
    }
}
