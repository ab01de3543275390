package dev.assay.lab.samples;

import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties;

/// What an office file says of itself, with the manuscript's dates in place of today's.
final class Metadata {
    private Metadata() {}

    static void set(POIXMLProperties properties, Manuscript manuscript) {
        Optional<Date> written = Optional.of(Date.from(Instant.parse(manuscript.say("created"))));
        var core = properties.getCoreProperties();
        core.setTitle(manuscript.say("title") + ": " + manuscript.say("subtitle"));
        core.setCreator(manuscript.say("author"));
        core.setLastModifiedByUser(manuscript.say("author"));
        core.setSubjectProperty(manuscript.say("reference"));
        core.setCreated(written);
        core.setModified(written);
        properties.getExtendedProperties().setCompany(manuscript.say("author"));
        properties.getExtendedProperties().setApplication("Office");
    }
}
