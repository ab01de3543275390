package dev.assay.extract;

/// What [ReadTask] is asked.
///
/// @param file   the file's name in the task's folder
/// @param name   what its vendor calls it; data, never a path
/// @param output name of the file in the task's folder that takes the extraction as JSON
/// @param alone  whether it is a mail whose attached files are read by themselves, so that only its own text is
public record ReadRequest(String file, String name, String output, boolean alone) {
    /// A request for all that is in the file.
    public ReadRequest(String file, String name, String output) {
        this(file, name, output, false);
    }
}
