/// Files inside a file: attachments, archive entries, embedded objects. Each is read like an arrived one and
/// becomes a part of the document around it.
@NullMarked
package dev.assay.extract.embedded;

import org.jspecify.annotations.NullMarked;
