package dev.assay.route.sftp;

import com.jcraft.jsch.JSchHostKeyException;
import com.jcraft.jsch.Session;
import dev.assay.intake.sftp.RemoteFile;
import dev.assay.intake.sftp.RemoteFolder;
import dev.assay.intake.sftp.SftpIntake;
import dev.assay.meter.Meters;
import dev.assay.route.RouteEngine;
import dev.assay.vault.DurabilityLost;
import dev.assay.work.Channel;
import dev.assay.work.SftpAccount;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.FileComponent;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.remote.SftpConfiguration;
import org.apache.camel.component.file.remote.SftpRemoteFile;
import org.apache.camel.spi.ExceptionHandler;
import org.apache.camel.spi.PollingConsumerPollStrategy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The polls of one account: says when one may begin, holds the connection, shows the intake what is listed, hands
/// it what is due, and tells it how a poll ended.
public final class AccountPoll implements PollingConsumerPollStrategy, ExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(AccountPoll.class);

    private final String vendor;
    private final SftpAccount account;
    private final SftpIntake intake;
    private final VendorHostKeys hostKeys;
    private final Duration longestSilence;
    private final Meters meters;
    private final Clock clock;
    private final Runnable stop;
    private volatile @Nullable AccountConnection connection;
    private RemoteFolder.@Nullable Lost lost;

    /// @param longestSilence how long the server may take for an answer
    /// @param stop           ends the process
    public AccountPoll(
            String vendor,
            SftpAccount account,
            SftpIntake intake,
            Duration longestSilence,
            Meters meters,
            Clock clock,
            Runnable stop) {
        this.vendor = vendor;
        this.account = account;
        this.intake = intake;
        this.hostKeys = new VendorHostKeys(account.hostKeys());
        this.longestSilence = longestSilence;
        this.meters = meters;
        this.clock = clock;
        this.stop = stop;
    }

    /// The route that polls the account.
    ///
    /// @param number of the account among the vendor's, from 1
    /// @param every  how often it is listed
    public RouteEngine.Source source(int number, Duration every, SftpAccounts component) {
        String id = "sftp-" + vendor + "-" + number;
        return new RouteEngine.Source(
                "sftp", id, Map.of("source", id, "every", every.toMillis()), Map.of(id, this, "sftp", component));
    }

    void configure(SftpConfiguration configuration) {
        configuration.setHost(account.host());
        configuration.setPort(account.port());
        configuration.setDirectory("");
        configuration.setUsername(account.account());
        switch (account.login()) {
            case SftpAccount.Login.Password(var password) -> {
                configuration.setPassword(password.text());
                configuration.setPreferredAuthentications("password,keyboard-interactive");
            }
            case SftpAccount.Login.Key(var file, var passphrase) -> {
                configuration.setPrivateKeyFile(file.toString());
                configuration.setPrivateKeyPassphrase(passphrase.text());
                configuration.setPreferredAuthentications("publickey");
            }
        }
        configuration.setSoTimeout(Math.toIntExact(longestSilence.toMillis()));
    }

    void connect(Session session) throws RemoteFolder.Lost {
        disconnect();
        session.setDaemonThread(true);
        session.setHostKeyRepository(hostKeys);
        session.setConfig("StrictHostKeyChecking", "yes");
        try {
            connection = new AccountConnection(session, account.folder(), longestSilence);
        } catch (RemoteFolder.Lost e) {
            throw e;
        } catch (JSchHostKeyException e) {
            throw new RemoteFolder.Lost(
                    "the server shows another host key (" + hostKeys.shown() + ") than vendors/" + vendor
                            + ".yaml names (" + String.join(", ", hostKeys.expected())
                            + "). No password or key was sent. Ask the vendor whether its key has changed, and only"
                            + " then write the new one under host-key.",
                    e);
        } catch (Exception e) {
            throw new RemoteFolder.Lost(cause(e), e);
        }
        intake.connected();
    }

    private String cause(Exception e) {
        String said = e.getMessage() + "";
        if (said.contains("Auth ")) {
            return switch (account.login()) {
                case SftpAccount.Login.Password _ ->
                    "the server refuses the password. Check account and password in vendors/" + vendor
                            + ".yaml with the vendor.";
                case SftpAccount.Login.Key _ ->
                    "the server refuses the key. Check account and key in vendors/" + vendor
                            + ".yaml, and that the vendor has the key's public half.";
            };
        }
        return "cannot connect (" + said + "). Check host and port in vendors/" + vendor
                + ".yaml, the network, and that the server runs; it is tried again.";
    }

    boolean isConnected() {
        AccountConnection now = connection;
        return now != null && now.isOpen();
    }

    void disconnect() {
        AccountConnection now = connection;
        connection = null;
        if (now != null) {
            now.close();
        }
    }

    private AccountConnection connection() throws RemoteFolder.Lost {
        AccountConnection now = connection;
        if (now == null) {
            throw new RemoteFolder.Lost("the connection was closed. It is tried again.");
        }
        return now;
    }

    /// The folders to be walked into and the files to be received, of one folder.
    ///
    /// @param shown the folder as Camel has it
    SftpRemoteFile<?>[] list(String shown) throws IOException {
        String folder = shown.equals(".") ? "" : ListedFile.path(shown);
        List<ListedFile> due = new ArrayList<>();
        try {
            connection().list(folder, (name, kind, size, modified) -> {
                if (intake.sees(folder, name, kind, size, modified)) {
                    due.add(new ListedFile(name, kind == RemoteFile.Kind.FOLDER));
                }
                return intake.canSeeMore();
            });
        } catch (RemoteFolder.Refused e) {
            if (folder.isEmpty()) {
                throw new RemoteFolder.Lost(
                        "the folder '" + account.folder() + "' cannot be listed (" + e.getMessage()
                                + "). Check folder in vendors/" + vendor + ".yaml, and ask the vendor to make it and"
                                + " let the account read it.",
                        e);
            }
            intake.closed(folder, e);
        }
        return due.toArray(SftpRemoteFile<?>[]::new);
    }

    /// Called by the route for each file that is due.
    public void receive(Exchange exchange) throws IOException {
        GenericFile<?> file = exchange.getProperty(FileComponent.FILE_EXCHANGE_FILE, GenericFile.class);
        if (file == null || lost != null) {
            return;
        }
        try {
            intake.receive(ListedFile.path(file.getAbsoluteFilePath()), connection());
        } catch (RemoteFolder.Lost e) {
            lost = e;
        } catch (DurabilityLost e) {
            stop.run();
            throw e;
        }
    }

    @Override
    public boolean begin(Consumer consumer, Endpoint endpoint) {
        lost = null;
        return intake.begins();
    }

    @Override
    public void commit(Consumer consumer, Endpoint endpoint, int polledMessages) {
        try {
            if (lost != null) {
                throw lost;
            }
            intake.endOfListing(connection());
            meters.intakeWell(Channel.SFTP.word(), clock.instant());
        } catch (RemoteFolder.Lost e) {
            failed(e);
        } catch (DurabilityLost e) {
            stop.run();
            throw e;
        }
    }

    @Override
    public boolean rollback(Consumer consumer, Endpoint endpoint, int retryCounter, Exception cause) {
        failed(cause);
        return false;
    }

    /// What failed a poll is told by [#rollback] before; nothing else gets here but bugs.
    @Override
    public void handleException(Throwable exception) {
        LOG.debug("A poll of {} failed", account.shown(), exception);
    }

    @Override
    public void handleException(String message, Throwable exception) {
        handleException(exception);
    }

    @Override
    public void handleException(String message, Exchange exchange, Throwable exception) {
        handleException(exception);
    }

    private void failed(Exception failure) {
        disconnect();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RemoteFolder.Lost) {
                intake.failed(cause.getMessage() + "");
                return;
            }
        }
        intake.failed("it could not be polled (" + failure + "). It is tried again.");
    }
}
