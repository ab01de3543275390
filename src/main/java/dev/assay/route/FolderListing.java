package dev.assay.route;

import dev.assay.intake.FolderIntake;
import dev.assay.vault.DurabilityLost;
import java.io.File;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFile;

/// Hands what Camel lists in a vendor's folder to the vendor's intake.
public final class FolderListing {
    private final FolderIntake intake;
    private final Runnable stop;

    /// @param stop ends the process
    public FolderListing(FolderIntake intake, Runnable stop) {
        this.intake = intake;
        this.stop = stop;
    }

    /// Called for each file of a listing, and once with no file for an empty one.
    public void listed(Exchange exchange) {
        try {
            if (exchange.getIn().getBody() instanceof GenericFile<?> listed && listed.getFile() instanceof File file) {
                intake.offer(file.toPath());
            }
            if (exchange.getProperty(Exchange.BATCH_COMPLETE, true, Boolean.class)) {
                intake.endOfListing();
            }
        } catch (DurabilityLost e) {
            stop.run();
            throw e;
        }
    }
}
