package dev.assay.extract.xml;

import java.io.IOException;

/// A part has a document type declaration. Office Open XML forbids it (ISO/IEC 29500-2), no program writes one,
/// and it is how entities are declared that expand without end or reach outside the file.
public final class ForbiddenDeclaration extends IOException {
    private static final long serialVersionUID = 1L;

    ForbiddenDeclaration() {
        super("A part of the file has a document type declaration, which this format forbids.");
    }
}
