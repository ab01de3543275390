package dev.assay.checklist;

/// Who answers an item.
public enum By {
    MACHINE,
    PERSON,
    VENDOR
}
