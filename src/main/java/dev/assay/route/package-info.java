/// What Camel calls: the routes of `routes/`, the consumer that turns the ledger's jobs into exchanges, and
/// what is told of trouble.
@NullMarked
package dev.assay.route;

import org.jspecify.annotations.NullMarked;
