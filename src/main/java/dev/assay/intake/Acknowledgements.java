package dev.assay.intake;

import dev.assay.work.Arrival;
import dev.assay.work.Channel;
import java.util.List;

/// What sources have been told, as the ledger holds it.
public interface Acknowledgements {
    /// Whether it is recorded that the source has let go of an arrival.
    boolean isAcknowledged(String arrivalId);

    /// What was recorded with its bytes and of which it is not known that its source has let go.
    List<Arrival> open(Channel channel, String vendor);

    /// The same of all vendors.
    List<Arrival> open(Channel channel);
}
