package dev.assay.route;

import dev.assay.intake.folder.DropFilter;
import dev.assay.intake.folder.FolderIntake;
import dev.assay.meter.Meters;
import dev.assay.vault.DurabilityLost;
import dev.assay.work.Channel;
import java.io.File;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;
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
    private final Meters meters;
    private final Clock clock;
    private final Runnable stop;
    private volatile String told = "";

    /// @param stop ends the process
    public FolderListing(String vendor, FolderIntake intake, Health health, Meters meters, Clock clock, Runnable stop) {
        this.vendor = vendor;
        this.intake = intake;
        this.health = health;
        this.meters = meters;
        this.clock = clock;
        this.stop = stop;
    }

    /// The route that lists the vendor's folder.
    ///
    /// @param drop  the folder of the vendors' folders
    /// @param every how often it is listed
    public RouteEngine.Source source(Path drop, Duration every) {
        String id = "folder-" + vendor;
        GenericFileFilter<File> filter =
                listed -> new DropFilter(drop).accepts(listed.getFile().toPath());
        return new RouteEngine.Source(
                "folder",
                id,
                Map.of("vendor", vendor, "folder", drop.resolve(vendor), "every", every.toMillis()),
                Map.of(id, this, "drop", filter));
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
                meters.intakeWell(Channel.FOLDER.word(), clock.instant());
                told = "";
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
        String trouble = message + " (" + exception + "). It is listed again.";
        if (!trouble.equals(told)) {
            LOG.warn("{}: {}", subject(), trouble);
            told = trouble;
        }
        health.trouble(subject(), trouble);
    }

    private String subject() {
        return "drop folder of vendor '" + vendor + "'";
    }
}
