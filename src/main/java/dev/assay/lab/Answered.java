package dev.assay.lab;

import dev.assay.ledger.Ledger;
import dev.assay.ledger.LetterWay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// How a vendor was answered.
///
/// @param vendor  id
/// @param letters that lie in its outbox, by what their files are called: receipt, rework, on-hold, set-aside
/// @param address to which mails went
/// @param mails   how many came there since the demo's start
/// @param uploads the answers to its uploads, by row
/// @param waiting letters to all vendors that have not gone in time
public record Answered(
        String vendor,
        SortedMap<String, Integer> letters,
        String address,
        int mails,
        Map<Integer, Upload> uploads,
        long waiting) {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofMillis(200);

    public Answered {
        letters = new TreeMap<>(letters);
        uploads = new LinkedHashMap<>(uploads);
    }

    /// The answer to an upload.
    ///
    /// @param status of HTTP
    /// @param state  that its receipt tells now
    public record Upload(int status, String state) {}

    /// Waits until letters have gone, and looks what came to each vendor.
    static List<Answered> of(
            Story story,
            VendorFiles vendors,
            Ledger ledger,
            Path home,
            DemoServers servers,
            Map<Integer, Courier.Receipt> receipts)
            throws IOException, InterruptedException {
        long waiting = awaitLetters(ledger);
        List<Answered> answered = new ArrayList<>();
        for (String vendor :
                new TreeSet<>(story.drops().stream().map(Story.Drop::vendor).toList())) {
            Map<Integer, Upload> uploads = new LinkedHashMap<>();
            story.drops().stream()
                    .filter(drop -> drop.vendor().equals(vendor) && receipts.containsKey(drop.row()))
                    .forEach(drop -> {
                        Courier.Receipt receipt = receipts.get(drop.row());
                        uploads.put(drop.row(), new Upload(receipt.status(), receipt.state()));
                    });
            String address = vendors.contact(vendor);
            answered.add(new Answered(
                    vendor,
                    letters(home.resolve("outbox").resolve(vendor)),
                    address,
                    servers.mailsTo(address),
                    uploads,
                    waiting));
        }
        return answered;
    }

    private static long awaitLetters(Ledger ledger) throws InterruptedException {
        long most = PATIENCE.dividedBy(PAUSE);
        long waiting = waiting(ledger);
        for (long looked = 0; waiting > 0 && looked < most; looked++) {
            Thread.sleep(PAUSE);
            waiting = waiting(ledger);
        }
        return waiting;
    }

    private static long waiting(Ledger ledger) {
        return ledger.letters().backlog(LetterWay.FILE) + ledger.letters().backlog(LetterWay.MAIL);
    }

    private static SortedMap<String, Integer> letters(Path outbox) throws IOException {
        SortedMap<String, Integer> letters = new TreeMap<>();
        try (Stream<Path> files = Files.walk(outbox, 2)) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".html"))
                    .forEach(name ->
                            letters.merge(name.substring(0, name.length() - ".html".length()), 1, Integer::sum));
        }
        return letters;
    }
}
