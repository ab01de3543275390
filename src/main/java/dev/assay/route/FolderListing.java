package dev.assay.route;

import dev.assay.intake.FolderIntake;
import dev.assay.vault.DurabilityLost;
import java.io.File;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.spi.ExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hands what Camel lists in a vendor's folder to the vendor's intake, and tells health of a listing that failed
/// until one succeeds.
public final class FolderListing implements ExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(FolderListing.class);

    private final String vendor;
    private final FolderIntake intake;
    private final Health health;
    private final Runnable stop;

    /// @param stop ends the process
    public FolderListing(String vendor, FolderIntake intake, Health health, Runnable stop) {
        this.vendor = vendor;
        this.intake = intake;
        this.health = health;
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
                health.well(subject());
            }
        } catch (DurabilityLost e) {
            stop.run();
            throw e;
        }
    }

    @Override
    public void handleException(Throwable exception) {
        handleException("it could not be listed", exception);
    }

    @Override
    public void handleException(String message, Exchange exchange, Throwable exception) {
        handleException(message, exception);
    }

    @Override
    public void handleException(String message, Throwable exception) {
        if (exception instanceof DurabilityLost) {
            stop.run();
        }
        LOG.warn("Drop folder of vendor '{}': {}: {}", vendor, message, exception.toString());
        health.trouble(subject(), message + " (" + exception + "). It is listed again.");
    }

    private String subject() {
        return "drop folder of vendor '" + vendor + "'";
    }
}
