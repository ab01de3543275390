/// What the stages work with: ledger, vault and children, what was ordered, and one part read or drawn in a child.
@NullMarked
package dev.assay.stage.workshop;

import org.jspecify.annotations.NullMarked;
