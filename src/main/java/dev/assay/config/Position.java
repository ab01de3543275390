package dev.assay.config;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where something stands in what a person wrote.
///
/// @param file   as the person names it; also what is no file, such as an environment variable
/// @param line   counted from 1; 0 where the whole is meant
/// @param column counted from 1; 0 where the whole is meant
public record Position(String file, int line, int column) {
    private static final Pattern WRITTEN = Pattern.compile("(.*):([0-9]{1,9}):([0-9]{1,9})", Pattern.DOTALL);

    /// A file or an environment variable as a whole.
    public static Position whole(String file) {
        return new Position(file, 0, 0);
    }

    /// What [#toString] wrote.
    public static Position of(String written) {
        Matcher matcher = WRITTEN.matcher(written);
        return matcher.matches()
                ? new Position(matcher.group(1), Integer.parseInt(matcher.group(2)), Integer.parseInt(matcher.group(3)))
                : whole(written);
    }

    @Override
    public String toString() {
        return line == 0 ? file : file + ":" + line + ":" + column;
    }
}
