package dev.assay.route.sftp;

import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import dev.assay.intake.sftp.RemoteFolder;
import java.io.IOException;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.apache.camel.component.file.remote.RemoteFileConfiguration;
import org.apache.camel.component.file.remote.SftpOperations;
import org.apache.camel.component.file.remote.SftpRemoteFile;

/// What Camel's consumer asks of a server, done on the account's one connection. It lists and nothing else: files
/// are read and renamed by the intake.
final class AccountOperations extends SftpOperations {
    private final AccountPoll poll;

    AccountOperations(AccountPoll poll) {
        this.poll = poll;
    }

    @Override
    public boolean connect(RemoteFileConfiguration configuration, Exchange exchange) {
        try {
            poll.connect(session(configuration));
            return true;
        } catch (IOException e) {
            throw new GenericFileOperationFailedException(e.getMessage() + "", e);
        }
    }

    private Session session(RemoteFileConfiguration configuration) throws RemoteFolder.Lost {
        try {
            return createSession(configuration);
        } catch (JSchException e) {
            throw new RemoteFolder.Lost(
                    "no connection can be prepared (" + e.getMessage()
                            + "). Check the file of the key and its passphrase in the vendor's file.",
                    e);
        }
    }

    @Override
    public boolean isConnected() {
        return poll.isConnected();
    }

    @Override
    public boolean sendNoop() {
        return poll.isConnected();
    }

    @Override
    public void disconnect() {
        poll.disconnect();
    }

    @Override
    public void forceDisconnect() {
        poll.disconnect();
    }

    @Override
    public SftpRemoteFile<?>[] listFiles(String directory) {
        try {
            return poll.list(directory);
        } catch (IOException e) {
            throw new GenericFileOperationFailedException(e.getMessage() + "", e);
        }
    }
}
