package dev.assay.meter;

import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lets through our own meters and those of [LibraryMeter]. A Camel route is shown by what it does, since the id
/// of a drop folder's route names the vendor.
final class LibraryFilter implements MeterFilter {
    private static final String OURS = "assay.";
    private static final String CAMEL = "camel.";
    private static final String CAMEL_ROUTE = "routeId";

    @Override
    public MeterFilterReply accept(io.micrometer.core.instrument.Meter.Id id) {
        return id.getName().startsWith(OURS) || LibraryMeter.find(id.getName()).isPresent()
                ? MeterFilterReply.NEUTRAL
                : MeterFilterReply.DENY;
    }

    @Override
    public io.micrometer.core.instrument.Meter.Id map(io.micrometer.core.instrument.Meter.Id id) {
        return id.getName().startsWith(CAMEL)
                ? id.replaceTags(Tags.of(Tag.ROUTE.key(), route(id.getTag(CAMEL_ROUTE))))
                : id;
    }

    private static String route(@Nullable String id) {
        List<String> routes = Tag.ROUTE.words();
        String first = id == null ? "" : id.replaceFirst("-.*", "");
        return routes.contains(first) ? first : Tag.OTHER;
    }
}
