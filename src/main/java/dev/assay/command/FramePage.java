package dev.assay.command;

/// A page of one frame.
///
/// @param html the frame's markup, which was checked
public record FramePage(String title, String html) {}
