package dev.assay.check.confidentiality.personal;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The registry of identifiers with check digits, the surer ones first: where two fit the same text, the first is
/// named.
final class Identifiers {
    private static final List<Identifier> ALL = Stream.of(
                    Payment.ALL,
                    NorthernEurope.ALL,
                    WesternEurope.ALL,
                    EasternEurope.ALL,
                    Americas.ALL,
                    AsiaAfrica.ALL,
                    TaxNumbers.ALL)
            .flatMap(List::stream)
            .toList();

    private Identifiers() {}

    static List<Identifier> all() {
        return ALL;
    }

    /// Those of some kinds of data.
    static List<Identifier> of(Set<String> data) {
        return ALL.stream().filter(each -> data.contains(each.data())).toList();
    }
}
