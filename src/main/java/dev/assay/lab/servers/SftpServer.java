package dev.assay.lab.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.session.SessionContext;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/// A vendor's SFTP server on loopback: accounts with a password or a key, each shut in a folder of its own, and an
/// Ed25519 host key that is kept in a file.
///
/// What it is made to do wrong is said by its [faults][SftpFaults].
public final class SftpServer implements AutoCloseable {
    private final SshServer server;
    private final String hostKey;
    private final SftpFaults faults;

    private SftpServer(SshServer server, String hostKey, SftpFaults faults) {
        this.server = server;
        this.hostKey = hostKey;
        this.faults = faults;
    }

    /// An account.
    ///
    /// @param password  empty where it has none
    /// @param publicKey as a line of `authorized_keys`, empty where it has none
    /// @param root      what it sees as `/`
    public record Account(String name, String password, String publicKey, Path root) {
        public static Account withPassword(String name, String password, Path root) {
            return new Account(name, password, "", root);
        }

        public static Account withKey(String name, String publicKey, Path root) {
            return new Account(name, "", publicKey, root);
        }
    }

    /// Starts one.
    ///
    /// @param port    0 takes any free one
    /// @param hostKey the file that keeps its key; made where it is missing
    public static SftpServer start(int port, Path hostKey, List<Account> accounts) throws IOException {
        Map<String, Account> byName = new ConcurrentHashMap<>();
        VirtualFileSystemFactory folders = new VirtualFileSystemFactory();
        for (Account account : accounts) {
            byName.put(account.name(), account);
            folders.setUserHomeDir(account.name(), Files.createDirectories(account.root()));
        }
        SshServer server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setPort(port);
        SimpleGeneratorHostKeyProvider keys = new SimpleGeneratorHostKeyProvider(hostKey);
        keys.setAlgorithm(SecurityUtils.ED25519);
        server.setKeyPairProvider(keys);
        server.setFileSystemFactory(folders);
        server.setPasswordAuthenticator((name, password, session) -> {
            Account account = byName.get(name);
            return account != null
                    && !account.password().isEmpty()
                    && account.password().equals(password);
        });
        server.setPublickeyAuthenticator((name, key, session) -> {
            Account account = byName.get(name);
            return account != null
                    && !account.publicKey().isEmpty()
                    && PublicKeyEntry.toString(key).equals(withoutComment(account.publicKey()));
        });
        SftpFaults faults = new SftpFaults();
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory.Builder()
                .withFileSystemAccessor(faults)
                .build()));
        server.start();
        return new SftpServer(server, key(keys), faults);
    }

    private static String key(SimpleGeneratorHostKeyProvider keys) throws IOException {
        List<String> lines = new ArrayList<>();
        for (KeyPair pair : keys.loadKeys((SessionContext) null)) {
            lines.add(PublicKeyEntry.toString(pair.getPublic()));
        }
        if (lines.size() != 1) {
            throw new IOException("One host key is expected. Found: " + lines.size());
        }
        return lines.getFirst();
    }

    private static String withoutComment(String line) {
        String[] parts = line.strip().split(" ", -1);
        return parts[0] + " " + parts[1];
    }

    public int port() {
        return server.getPort();
    }

    /// The host key as a vendor's file has it: type and Base64.
    public String hostKey() {
        return hostKey;
    }

    /// What it does wrong.
    public SftpFaults faults() {
        return faults;
    }

    /// How many clients are connected.
    public int sessions() {
        return server.getActiveSessions().size();
    }

    /// Ends at once, as a server whose machine is switched off: clients are not told.
    @Override
    public void close() throws IOException {
        faults.heal();
        server.stop(true);
    }
}
