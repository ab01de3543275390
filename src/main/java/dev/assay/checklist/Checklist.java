package dev.assay.checklist;

import java.util.List;

/// A client's checklist as it is in force.
///
/// @param name    as work orders refer to it
/// @param title   as printed in reports
/// @param version SHA-256 over the text it was read from, 64 hex digits, recorded with each verdict
/// @param items   in the order of the file
public record Checklist(String name, String title, String version, List<Item> items) {
    public Checklist {
        items = List.copyOf(items);
    }
}
