/// What a person types: one class for each command, thin over the pieces that do the work.
@NullMarked
package dev.assay.command;

import org.jspecify.annotations.NullMarked;
