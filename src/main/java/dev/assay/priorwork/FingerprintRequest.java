package dev.assay.priorwork;

/// What [FingerprintTask] is asked to do.
///
/// @param file     the file in the task's folder that holds an `Extraction` as JSON
/// @param language BCP 47 tag
public record FingerprintRequest(String file, String language) {}
