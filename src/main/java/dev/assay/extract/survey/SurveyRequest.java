package dev.assay.extract.survey;

/// What [SurveyTask] is asked.
///
/// @param file the arrived file's name in the task's folder
/// @param name what its vendor calls it; data, never a path
/// @param mail whether it is a mail that came as one, whose attached files are what was delivered
public record SurveyRequest(String file, String name, boolean mail) {}
