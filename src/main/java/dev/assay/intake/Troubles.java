package dev.assay.intake;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What keeps an intake from its work now. Each trouble is logged when it begins or changes, not at every try.
public final class Troubles {
    private static final Logger LOG = LoggerFactory.getLogger(Troubles.class);

    private final Map<String, String> messages = new ConcurrentSkipListMap<>();

    public void begin(String matter, String message) {
        if (!message.equals(messages.put(matter, message))) {
            LOG.warn("{}", message);
        }
    }

    public void begin(String matter, String message, Exception cause) {
        if (!message.equals(messages.put(matter, message))) {
            LOG.warn("{}", message, cause);
        }
    }

    public void end(String matter) {
        messages.remove(matter);
    }

    public List<String> now() {
        return List.copyOf(messages.values());
    }
}
