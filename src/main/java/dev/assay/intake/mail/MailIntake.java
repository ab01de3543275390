package dev.assay.intake.mail;

import dev.assay.intake.Acknowledgements;
import dev.assay.intake.ArrivalId;
import dev.assay.intake.ArrivalLog;
import dev.assay.intake.Backpressure;
import dev.assay.intake.Pause;
import dev.assay.intake.Pickup;
import dev.assay.intake.Reception;
import dev.assay.intake.Refusal;
import dev.assay.intake.Troubles;
import dev.assay.meter.CrashPoint;
import dev.assay.vault.DurabilityLost;
import dev.assay.work.Arrival;
import dev.assay.work.Channel;
import dev.assay.work.Vendor;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Receives the mails of one mailbox folder, so that every one ends up recorded exactly once, whatever happens in
/// between: a mail lies where it came in until it is recorded, and is known again by its number.
///
/// A mail that cannot be received is tried again with growing pauses, and after so many attempts moved aside and
/// recorded as refused; it never keeps those behind it waiting. One thread at a time calls it.
public final class MailIntake {
    private static final Logger LOG = LoggerFactory.getLogger(MailIntake.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration PRESSURE_PAUSE = Duration.ofSeconds(10);
    private static final int MOST_DOUBLINGS = 8;
    private static final Pattern NUMBERS = Pattern.compile("([0-9]{1,10})\\.([0-9]{1,10})/mail\\.eml");
    private static final int LOSSES_FOR_ONE = 10;
    /// A process dies of many things: of so many beginnings without an end one counts as an attempt.
    private static final int BEGINNINGS_FOR_ONE = 4;

    private final String mailbox;
    private final Recipients recipients;
    private final Reception reception;
    private final ArrivalLog log;
    private final Acknowledgements acknowledgements;
    private final Attempts attempts;
    private final int mostAttempts;
    private final Supplier<Backpressure> pressureOfAll;
    private final Function<String, Backpressure> pressure;
    private final Clock clock;
    private final Troubles troubles = new Troubles();
    private final Map<Long, Failing> failing = new HashMap<>();
    private long uidValidity;
    private boolean settled;

    /// A mail that was tried in vain, or waits for its vendor's open jobs.
    ///
    /// @param pause     until it is tried again
    /// @param losses    how often the connection broke meanwhile
    private record Failing(String id, Pause pause, int losses) {}

    /// @param mailbox      names the folder: user, server and folder
    /// @param mostAttempts after which a mail is moved aside
    /// @param pressureOfAll asked before each mail is looked at
    /// @param pressure      asked before each mail is received, for its vendor
    public MailIntake(
            String mailbox,
            Recipients recipients,
            Reception reception,
            ArrivalLog log,
            Acknowledgements acknowledgements,
            Attempts attempts,
            int mostAttempts,
            Supplier<Backpressure> pressureOfAll,
            Function<String, Backpressure> pressure,
            Clock clock) {
        this.mailbox = mailbox;
        this.recipients = recipients;
        this.reception = reception;
        this.log = log;
        this.acknowledgements = acknowledgements;
        this.attempts = attempts;
        this.mostAttempts = mostAttempts;
        this.pressureOfAll = pressureOfAll;
        this.pressure = pressure;
        this.clock = clock;
    }

    /// What keeps mails from being received now, each as a message for the operator.
    public List<String> troubles() {
        return troubles.now();
    }

    /// Whether another mail may be taken now.
    public boolean isOpen() {
        return pressureOfAll.get() instanceof Backpressure.Open;
    }

    /// Begins a look: what is not in the folder any more is done with, whoever took it away.
    ///
    /// What was recorded and is gone has been let go of, though an earlier run halted, or the connection broke,
    /// before that was noted. A folder whose numbers have begun anew holds none of the mails that had the old ones;
    /// those that were not moved come in under their new numbers, and their bytes are known again.
    ///
    /// @param validity of the folder's numbers now
    /// @param uids     of all mails in it
    public void look(long validity, Set<Long> uids) throws IOException {
        uidValidity = validity;
        Set<String> ids = uids.stream().map(uid -> id(validity, uid)).collect(Collectors.toSet());
        List<Failing> gone = failing.values().stream()
                .filter(each -> !ids.contains(each.id()))
                .toList();
        failing.values().removeAll(gone);
        gone.forEach(each -> troubles.end(each.id()));
        if (!settled || !gone.isEmpty()) {
            settle(ids);
            attempts.retain(ids);
            settled = true;
        }
    }

    private void settle(Set<String> ids) {
        acknowledgements.open(Channel.MAIL).stream()
                .filter(arrival -> isOfThisMailbox(arrival) && !ids.contains(arrival.id()))
                .forEach(arrival -> log.acknowledged(arrival.id()));
    }

    private boolean isOfThisMailbox(Arrival arrival) {
        Matcher numbers = NUMBERS.matcher(arrival.path());
        return numbers.matches()
                && id(Long.parseLong(numbers.group(1)), Long.parseLong(numbers.group(2)))
                        .equals(arrival.id());
    }

    /// Whether a mail is to be tried now: a failure makes a pause.
    public boolean isDue(long uid) {
        Failing tried = failing.get(uid);
        return tried == null || tried.pause().isOver(clock.instant());
    }

    /// Whether a mail is recorded and only to be moved yet.
    public boolean isRecorded(long uid) {
        return log.state(id(uidValidity, uid)).isPresent();
    }

    /// Receives a mail.
    ///
    /// @return false if it failed and is tried again after a pause; one that waits for its vendor's jobs did not
    /// @throws DurabilityLost if a flush failed: the process must end
    public boolean offer(IncomingMail mail) throws IOException {
        String id = id(mail.uidValidity(), mail.uid());
        int before = attempts.of(id);
        try {
            if (before >= BEGINNINGS_FOR_ONE * mostAttempts && log.state(id).isEmpty()) {
                park(mail, id);
            } else {
                String vendor = recipients.vendor(mail.recipients()).orElse(Vendor.UNKNOWN);
                if (log.state(id).isEmpty() && pressure.apply(vendor) instanceof Backpressure.Paused) {
                    failing.put(mail.uid(), new Failing(id, Pause.of(clock.instant(), PRESSURE_PAUSE), 0));
                    return true;
                }
                attempts.begin(id);
                receive(mail, id, vendor);
            }
            attempts.end(id);
            failing.remove(mail.uid());
            troubles.end(id);
            return true;
        } catch (DurabilityLost e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            log.failed(Channel.MAIL);
            failed(mail, id, before);
            troubles.begin(
                    id,
                    "Cannot receive mail " + mail.uid() + " (attempt " + (before / BEGINNINGS_FOR_ONE + 1) + " of "
                            + mostAttempts + "): "
                            + e.getClass().getSimpleName() + " " + e.getMessage()
                            + ". It stays in its folder and is tried again.",
                    e);
            return false;
        }
    }

    /// That the connection broke is hardly the mail's fault: such attempts count one in ten.
    private void failed(IncomingMail mail, String id, int before) throws IOException {
        Failing tried = failing.get(mail.uid());
        int losses = tried == null ? 0 : tried.losses();
        if (mail.isReachable()) {
            attempts.set(id, before + BEGINNINGS_FOR_ONE);
            pause(mail, id, before / BEGINNINGS_FOR_ONE + 1, losses);
        } else {
            losses++;
            attempts.set(id, losses % LOSSES_FOR_ONE == 0 ? before + BEGINNINGS_FOR_ONE : before);
            pause(mail, id, before / BEGINNINGS_FOR_ONE + losses, losses);
        }
    }

    private void pause(IncomingMail mail, String id, int failures, int losses) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
        failing.put(mail.uid(), new Failing(id, Pause.of(clock.instant(), pause), losses));
    }

    private String id(long validity, long uid) {
        return ArrivalId.of(Channel.MAIL, mailbox, List.of(ArrivalId.field(validity), ArrivalId.field(uid)));
    }

    private void receive(IncomingMail mail, String id, String vendor) throws IOException {
        Letter letter = new Letter(mail);
        Pickup pickup = pickup(mail, id, vendor);
        if (mail.size() > reception.mostSize()) {
            reception.refuse(pickup, letter, mail.size());
        } else {
            reception.receive(pickup, letter);
        }
    }

    private Pickup pickup(IncomingMail mail, String id, String vendor) throws IOException {
        Instant received = mail.received();
        Instant now = clock.instant();
        return new Pickup(
                id,
                Channel.MAIL,
                vendor,
                path(mail),
                received,
                now,
                // One that its server gave no date, or one to come, counts from now.
                received.isAfter(Instant.EPOCH) && received.isBefore(now) ? received : now,
                now);
    }

    /// Whether its recipients can still be read is not certain: of what cannot be read nobody knows whose it is.
    private void park(IncomingMail mail, String id) throws IOException {
        Instant now = clock.instant();
        Pickup pickup = new Pickup(id, Channel.MAIL, Vendor.UNKNOWN, path(mail), now, now, now, now);
        String reason =
                "The mail could not be received in " + mostAttempts + " attempts and lies in the mailbox's folder for"
                        + " such mails. See whether the server can show it, and ask its sender to deliver it again.";
        log.refuse(pickup.arrived(Math.max(0, mail.size()), "", now), Refusal.POISON, reason);
        mail.moveTo(IncomingMail.Box.PARKED);
        LOG.warn("Mail {} of {} is moved aside: {}", mail.uid(), mailbox, reason);
    }

    private static String path(IncomingMail mail) {
        return mail.uidValidity() + "." + mail.uid() + "/mail.eml";
    }

    /// One mail on its way in.
    private record Letter(IncomingMail mail) implements Reception.Source {
        @Override
        public ReadableByteChannel open() throws IOException {
            return Channels.newChannel(mail.open());
        }

        /// A mail never changes, and sizes that servers tell are known to be estimates.
        @Override
        public boolean isWhole(long size) {
            return size > 0;
        }

        @Override
        public void acknowledge() throws IOException {
            mail.moveTo(IncomingMail.Box.PROCESSED);
            CrashPoint.here("W6m");
        }

        @Override
        public void setAside() throws IOException {
            mail.moveTo(IncomingMail.Box.PARKED);
        }
    }
}
