package dev.assay.config;

/// Where something stands in what a person wrote.
///
/// @param file   as the person names it; also what is no file, such as an environment variable
/// @param line   counted from 1; 0 where the whole is meant
/// @param column counted from 1; 0 where the whole is meant
public record Position(String file, int line, int column) {
    /// A file or an environment variable as a whole.
    public static Position whole(String file) {
        return new Position(file, 0, 0);
    }

    @Override
    public String toString() {
        return line == 0 ? file : file + ":" + line + ":" + column;
    }
}
