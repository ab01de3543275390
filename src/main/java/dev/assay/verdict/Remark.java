package dev.assay.verdict;

/// Something a reader of a ruling should know.
///
/// @param item the id of the item it is about; empty where it is about the submission
/// @param text one sentence
public record Remark(String item, String text) {}
