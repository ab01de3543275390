/// Finds passages that stand in earlier work too: texts become words ([Tokens]), words become keyed
/// fingerprints ([Fingerprints]), fingerprints lie in one index ([PriorWorkIndex]) that holds no text; what it
/// brings up is aligned word by word ([PassageAligner]).
@NullMarked
package dev.assay.priorwork;

import org.jspecify.annotations.NullMarked;
