/// The HTTP server: pages and answers on a host and port, with headers that let a page load nothing from
/// elsewhere.
@NullMarked
package dev.assay.web;

import org.jspecify.annotations.NullMarked;
