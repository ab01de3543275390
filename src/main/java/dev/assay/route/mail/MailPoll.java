package dev.assay.route.mail;

import dev.assay.intake.mail.MailIntake;
import dev.assay.meter.Meters;
import dev.assay.route.Health;
import dev.assay.route.RouteEngine;
import dev.assay.vault.DurabilityLost;
import dev.assay.work.Channel;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Folder;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks into the mailbox when its timer says so, and hands each mail to the intake. Tells health why a look failed,
/// until one succeeds.
public final class MailPoll {
    private static final Logger LOG = LoggerFactory.getLogger(MailPoll.class);
    private static final int MOST_AT_ONCE = 500;

    private final MailServer server;
    private final MailIntake intake;
    private final Health health;
    private final Meters meters;
    private final Clock clock;
    private final Runnable stop;
    private String told = "";

    /// @param stop ends the process
    public MailPoll(MailServer server, MailIntake intake, Health health, Meters meters, Clock clock, Runnable stop) {
        this.server = server;
        this.intake = intake;
        this.health = health;
        this.meters = meters;
        this.clock = clock;
        this.stop = stop;
    }

    /// The route that looks.
    ///
    /// @param every how often
    public RouteEngine.Source source(Duration every) {
        return new RouteEngine.Source("mail", "mail", Map.of("every", every.toMillis()), Map.of("mail", this));
    }

    /// Called by the timer.
    public void look() {
        if (!intake.isOpen()) {
            return;
        }
        try (IMAPStore store = server.connect()) {
            requireMove(store);
            IMAPFolder folder = (IMAPFolder) store.getFolder(server.folder());
            folder.open(Folder.READ_WRITE);
            try {
                receive(folder);
            } finally {
                if (folder.isOpen()) {
                    folder.close(false);
                }
            }
            health.well(subject());
            meters.intakeWell(Channel.MAIL.word(), clock.instant());
            told = "";
        } catch (DurabilityLost e) {
            stop.run();
            throw e;
        } catch (MessagingException | IOException | RuntimeException e) {
            failed(e);
        }
    }

    /// Without both, a mail could be taken out of the folder only together with all that people have marked.
    private static void requireMove(IMAPStore store) throws MessagingException, Immovable {
        if (!store.hasCapability("MOVE") && !store.hasCapability("UIDPLUS")) {
            throw new Immovable();
        }
    }

    /// The server cannot move one mail alone.
    private static final class Immovable extends IOException {
        private static final long serialVersionUID = 1;
    }

    private void receive(IMAPFolder folder) throws MessagingException, IOException {
        Set<Long> uids = new LinkedHashSet<>();
        for (Message message : folder.getMessagesByUID(1, UIDFolder.LASTUID)) {
            uids.add(folder.getUID(message));
        }
        intake.look(folder.getUIDValidity(), uids);
        int taken = 0;
        for (long uid : uids) {
            if (taken == MOST_AT_ONCE || !intake.isOpen()) {
                return;
            }
            if (intake.isDue(uid)) {
                taken++;
                receive(folder, uid);
            }
        }
    }

    private void receive(IMAPFolder folder, long uid) throws MessagingException, IOException {
        Message message = folder.getMessageByUID(uid);
        if (message == null) {
            return;
        }
        MailboxMail mail = new MailboxMail(folder, MailboxMail.of(message), server);
        if (isOurs(mail) && !intake.offer(mail) && !folder.isOpen()) {
            throw new IOException("the connection broke while mail " + uid + " was fetched");
        }
    }

    /// What a person has deleted is left alone, but for what a halt has kept from being moved: on a server without MOVE
    /// it may be marked by us.
    private boolean isOurs(MailboxMail mail) throws MessagingException {
        return !mail.isDeleted() || intake.isRecorded(mail.uid());
    }

    private void failed(Exception failure) {
        String reason = reason(failure) + " It is looked into again.";
        meters.intake(Channel.MAIL.word(), "failed", 0);
        if (!reason.equals(told)) {
            LOG.warn("{}: {}", subject(), reason);
            told = reason;
        }
        health.trouble(subject(), reason);
    }

    private String reason(Exception failure) {
        if (failure instanceof AuthenticationFailedException) {
            return "the server does not let '" + server.user() + "' in (" + failure.getMessage()
                    + "). Check mail.user and mail.password.";
        }
        if (failure instanceof FolderNotFoundException) {
            return "there is no folder '" + server.folder() + "'. Check mail.folder.";
        }
        if (failure instanceof Immovable) {
            return "the server has neither MOVE (RFC 6851) nor UIDPLUS (RFC 4315), so that a mail could not leave its"
                    + " folder without others being expunged. Nothing is received. Use a server that has one of them.";
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException) {
                return "no safe connection to " + server.host() + ":" + server.port() + " (" + cause.getMessage()
                        + "). Its certificate must be for that name and trusted: see mail.certificate.";
            }
        }
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return "it cannot be looked into at " + server.host() + ":" + server.port() + " ("
                + root.getClass().getSimpleName() + " " + root.getMessage() + "). Check that the server runs.";
    }

    private String subject() {
        return "mailbox '" + server.name() + "'";
    }
}
