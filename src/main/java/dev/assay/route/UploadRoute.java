package dev.assay.route;

import dev.assay.intake.upload.Uploads;
import dev.assay.vault.DurabilityLost;
import dev.assay.web.Request;
import org.apache.camel.Exchange;

/// Has requests of the upload listener answered within their route.
public final class UploadRoute {
    /// The route's endpoint.
    public static final String ENDPOINT = "direct:upload";

    private final Uploads uploads;
    private final Runnable stop;

    /// @param stop ends the process
    public UploadRoute(Uploads uploads, Runnable stop) {
        this.uploads = uploads;
        this.stop = stop;
    }

    /// Called for each request, whose body is not read yet.
    public void answer(Exchange exchange) {
        try {
            exchange.getMessage().setBody(uploads.answer(exchange.getIn().getBody(Request.class)));
        } catch (DurabilityLost e) {
            stop.run();
            throw e;
        }
    }
}
