package dev.assay.check;

import java.util.List;

/// What [QuoteSearchTask] is asked to do.
///
/// @param documents files in the task's folder that hold an `Extraction` as JSON each
/// @param quotes    what to look for
public record QuoteSearchRequest(List<String> documents, List<Finding.Quote> quotes) {
    public QuoteSearchRequest {
        documents = List.copyOf(documents);
        quotes = List.copyOf(quotes);
    }
}
