/// What identifies a person, by form, check digits and context: [Identifiers] lists every numbered identifier,
/// one file per group of countries, over the shared arithmetic in [CheckDigits]; [Phones], [Emails] and
/// [Labelled] find the rest. [PersonalFinder] puts them together, [Mask] hides what was found.
@NullMarked
package dev.assay.check.confidentiality.personal;

import org.jspecify.annotations.NullMarked;
