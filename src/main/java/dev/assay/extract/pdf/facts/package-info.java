/// What is true of a PDF beside its text: information, links, actions, comments, fields, bookmarks, attachments,
/// signatures, permissions. Looks at dictionaries only; nothing is run, and nothing outside the file is asked.
@NullMarked
package dev.assay.extract.pdf.facts;

import org.jspecify.annotations.NullMarked;
