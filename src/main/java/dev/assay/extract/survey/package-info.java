/// What one arrived file brings, before anyone knows what it is for: its parts, and what it says of itself.
///
/// [SurveyTask][dev.assay.extract.survey.SurveyTask] scans a container, unpacks it into numbered files and hands out a
/// [Survey][dev.assay.extract.survey.Survey]; [ManifestReader][dev.assay.extract.survey.ManifestReader] reads a
/// manifest.
@NullMarked
package dev.assay.extract.survey;

import org.jspecify.annotations.NullMarked;
