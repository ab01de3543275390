/// Prior work in an installation: works are taken in, indexed in the order of the ledger, looked up, and compared
/// part by part. What may be told of another client's work is decided here.
@NullMarked
package dev.assay.stage.priorwork;

import org.jspecify.annotations.NullMarked;
