/// What a client hands a vendor so that it can check its own work before it delivers: start with [Bundle].
///
/// [Selection] decides what goes in and what stays with the client, [BundleFile] writes it as a signed zip and reads it
/// back, [SigningKey] signs, [Preflight] is what the vendor's run came to.
@NullMarked
package dev.assay.bundle;

import org.jspecify.annotations.NullMarked;
