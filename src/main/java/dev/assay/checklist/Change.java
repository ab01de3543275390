package dev.assay.checklist;

/// A value that a later layer of a checklist changed in a direction that is not known to sharpen it.
///
/// @param key  of the item, such as `severity` or `with.max`
/// @param from as it was before
/// @param to   as it is now
/// @param at   where the later layer says so
public record Change(String key, String from, String to, String at) {
    @Override
    public String toString() {
        return key + ": " + from + " → " + to;
    }
}
