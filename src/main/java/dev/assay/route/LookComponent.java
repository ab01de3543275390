package dev.assay.route;

import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;

/// The `look:` component: `look:mail?delay=30000` says every 30 seconds that it is time. Camel's own timer goes by the
/// time of day, and would stand still for as long as a clock is moved back.
final class LookComponent extends DefaultComponent {
    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        return new LookEndpoint(uri, this);
    }
}
