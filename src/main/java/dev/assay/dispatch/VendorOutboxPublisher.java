package dev.assay.dispatch;

import dev.assay.ledger.Job;
import dev.assay.ledger.Ledger;
import dev.assay.ledger.Letters;
import dev.assay.letter.Correspondence;
import dev.assay.letter.Letter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Puts a letter's folder where its vendor fetches it, exactly once: `outbox/<vendor>/<letter>/`. Vendors, or whoever
/// carries letters to them, may take folders away as soon as they see them.
public final class VendorOutboxPublisher implements Publisher {
    private static final Logger LOG = LoggerFactory.getLogger(VendorOutboxPublisher.class);

    private final Ledger ledger;
    private final Path outbox;
    private final Correspondence letters;
    private final Stage stage;

    /// @param outbox the folder of the vendors' folders
    public VendorOutboxPublisher(Ledger ledger, Path outbox, Correspondence letters) {
        this.ledger = ledger;
        this.outbox = outbox;
        this.letters = letters;
        this.stage = new Stage(outbox);
    }

    /// Makes each vendor's folder.
    ///
    /// @throws IllegalStateException if they are on different file systems
    public void prepare(Collection<String> vendors) throws IOException {
        stage.prepare();
        for (String vendor : vendors) {
            stage.prepare(outbox.resolve(vendor));
        }
    }

    /// A letter that was staged goes as it is, whatever has changed since.
    @Override
    public void work(Job job) throws IOException {
        Letters.Entry entry = ledger.letters().get(job.subject());
        Optional<Letter> letter = letters.letter(entry);
        if (letter.isEmpty() && !entry.staged()) {
            ledger.letters().withdrawn(job);
            LOG.info("Letter {}: what it was to tell of has changed; it does not go", entry.id());
            return;
        }
        Path vendor = outbox.resolve(entry.vendor());
        Files.createDirectories(vendor);
        String name = letter.map(Letter::name).orElse(entry.id());
        if (!entry.staged()) {
            stage.write(entry.id(), folder -> {
                write(letter.orElseThrow(), folder);
                SharedRights.of(vendor).give(folder);
            });
            ledger.outbox().staged(job);
        }
        stage.move(entry.id(), vendor.resolve(name));
        ledger.outbox().published(job);
        LOG.info("Letter {}: in the outbox of vendor {}", entry.id(), entry.vendor());
    }

    private static void write(Letter letter, Path folder) throws IOException {
        Files.writeString(folder.resolve(letter.base() + ".html"), letter.html());
        Files.writeString(folder.resolve(letter.base() + ".txt"), letter.text(), StandardCharsets.UTF_8);
        for (Letter.Attachment attachment : letter.attachments()) {
            Files.write(folder.resolve(attachment.name()), attachment.content());
        }
    }
}
