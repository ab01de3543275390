package dev.assay.work;

import java.time.Instant;

/// What a person answered to an item of a submission.
///
/// @param item  the checklist item's id
/// @param word  of the item's scale
/// @param note  what the answer rests on, in the person's words; may be empty
/// @param actor who
public record PersonAnswer(String item, String word, String note, String actor, Instant at) {}
