package dev.assay.work;

/// The mail that files came with: a part beside them, kept and shown, but not what was ordered.
///
/// It is held to no requirement but that nothing of anybody else's is in it, counts for no size, and does not make
/// the same files other work.
public final class CoveringMail {
    /// Its role among the parts. No manifest may give it to a file.
    public static final String ROLE = "covering-mail";

    private CoveringMail() {}
}
