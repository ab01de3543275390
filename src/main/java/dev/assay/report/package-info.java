/// What people get: the report of a submission as a page and as JSON, and the indexes of queues and reports.
///
/// A [SubmissionReport][dev.assay.report.SubmissionReport] holds the facts;
/// [ReportHtml][dev.assay.report.ReportHtml] and [ReportJson][dev.assay.report.ReportJson] show them, both from
/// the same choice of items: what is in trial is never shown, and a report that goes with a rework letter never
/// shows what contains.
@NullMarked
package dev.assay.report;

import org.jspecify.annotations.NullMarked;
