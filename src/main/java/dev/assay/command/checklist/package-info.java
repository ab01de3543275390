/// What a client manager does with checklists: see the effective list, begin one, try a change before it goes live.
@NullMarked
package dev.assay.command.checklist;

import org.jspecify.annotations.NullMarked;
