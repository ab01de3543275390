package dev.assay.config;

import java.util.List;

/// A file of named texts that a person wrote, such as the fixed texts of letters.
///
/// @param texts in the order of the file
public record MessageFile(List<Text> texts) {
    public MessageFile {
        texts = List.copyOf(texts);
    }

    /// A named text, escapes resolved.
    public record Text(String key, Position keyAt, String value, Position valueAt) {}

    /// Reads a file; what keeps a line from being read goes to `problems`.
    public static MessageFile read(TextFile file, Problems problems) {
        return new MessageFile(PropertiesReader.read(file.name(), file.text(), problems).stream()
                .map(entry -> new Text(entry.key(), entry.keyAt(), entry.value(), entry.valueAt()))
                .toList());
    }
}
