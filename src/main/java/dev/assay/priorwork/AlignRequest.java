package dev.assay.priorwork;

/// What [AlignTask] is asked to do; files lie in the task's folder and hold an `Extraction` as JSON each.
///
/// @param own           the part that is looked at
/// @param ownLanguage   BCP 47 tag
/// @param other         the part it may share passages with
/// @param otherLanguage BCP 47 tag
/// @param restricted    whether nothing of the other part may be told
/// @param longest       how much of a passage is told, in UTF-16 units of each side
public record AlignRequest(
        String own, String ownLanguage, String other, String otherLanguage, boolean restricted, int longest) {}
