package dev.assay.dispatch;

import dev.assay.ledger.Job;
import dev.assay.ledger.Ledger;
import dev.assay.ledger.Letters;
import dev.assay.letter.Correspondence;
import dev.assay.letter.Letter;
import dev.assay.meter.CrashPoint;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends a letter by mail, at least once: one that is sent twice has the same Message-ID both times.
public final class MailPublisher implements Publisher {
    private static final Logger LOG = LoggerFactory.getLogger(MailPublisher.class);

    private final Ledger ledger;
    private final Correspondence letters;
    private final Function<String, String> addresses;
    private final Post post;

    /// @param addresses of vendors by id; empty where there is none
    public MailPublisher(Ledger ledger, Correspondence letters, Function<String, String> addresses, Post post) {
        this.ledger = ledger;
        this.letters = letters;
        this.addresses = addresses;
        this.post = post;
    }

    @Override
    public void work(Job job) throws IOException {
        Letters.Entry entry = ledger.letters().get(job.subject());
        String address = addresses.apply(entry.vendor());
        Optional<Letter> letter = letters.letter(entry);
        if (letter.isEmpty() || address.isEmpty()) {
            ledger.letters().withdrawn(job);
            LOG.info(
                    "Letter {}: {}; it does not go",
                    entry.id(),
                    address.isEmpty()
                            ? "vendor " + entry.vendor() + " has no address any more"
                            : "what it was to tell of has changed");
            return;
        }
        CrashPoint.here("M1");
        post.send(entry.id(), address, letter.get());
        CrashPoint.here("M2");
        ledger.outbox().published(job);
        LOG.info("Letter {}: sent to vendor {}", entry.id(), entry.vendor());
    }
}
