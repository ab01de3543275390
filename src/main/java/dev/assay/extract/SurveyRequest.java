package dev.assay.extract;

/// What [SurveyTask] is asked.
///
/// @param file the arrived file's name in the task's folder
/// @param name what its vendor calls it; data, never a path
public record SurveyRequest(String file, String name) {}
