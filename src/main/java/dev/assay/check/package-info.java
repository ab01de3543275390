/// Checks: each kind looks at what was delivered and ends in one of five outcomes, with findings a vendor can
/// act on.
///
/// A kind is one file in a sub-package of its family, one line in [Checks][dev.assay.check.Checks], one fixture
/// folder and one generated page. A kind reads the [Inspection][dev.assay.check.Inspection], never a file.
@NullMarked
package dev.assay.check;

import org.jspecify.annotations.NullMarked;
