/// Servers on loopback that stand in for a vendor's or a company's: for the demo, the soak and the tests.
@NullMarked
package dev.assay.lab.servers;

import org.jspecify.annotations.NullMarked;
