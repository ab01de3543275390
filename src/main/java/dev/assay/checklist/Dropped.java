package dev.assay.checklist;

/// An item that a later layer takes off the list.
///
/// @param id          of the item
/// @param requirement what it asked for
/// @param effect      what a finding of it had led to
/// @param from        where it stood
/// @param at          where it is dropped
/// @param reason      as its author gave it
public record Dropped(String id, String requirement, Effect effect, String from, String at, String reason) {}
