/// Publishing: what the outbox holds is put where its reader finds it, exactly once.
@NullMarked
package dev.assay.dispatch;

import org.jspecify.annotations.NullMarked;
