package dev.assay.config;

/// Where something stands in a file a person wrote.
///
/// @param file   as the person names it
/// @param line   counted from 1
/// @param column counted from 1
public record Position(String file, int line, int column) {
    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
