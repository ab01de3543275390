package dev.assay;

import dev.assay.lab.servers.SftpServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/// A small installation whose vendor delivers by SFTP, and the server it delivers on.
final class SftpHome implements AutoCloseable {
    static final String PASSWORD = "correct horse battery staple";

    final SmallHome home;
    final Path root;
    private final Path folder;
    private final String userKey;
    private SftpServer server;

    /// @param deliverables as [SmallHome] has them
    SftpHome(Path folder, List<String> deliverables) throws IOException, InterruptedException {
        this.folder = folder;
        this.home = SmallHome.in(Files.createDirectories(folder.resolve("home")), deliverables);
        this.root = Files.createDirectories(folder.resolve("server"));
        Path key = home.folder.resolve("keys/swift");
        Files.createDirectories(key.getParent());
        int ended = new ProcessBuilder("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key.toString())
                .inheritIO()
                .start()
                .waitFor();
        if (ended != 0) {
            throw new IOException("ssh-keygen ended with " + ended);
        }
        this.userKey = Files.readString(key.resolveSibling("swift.pub"));
        this.server = start(0, "host-key");
        home.write("secrets/sftp", PASSWORD);
        Files.setPosixFilePermissions(
                home.folder.resolve("secrets/sftp"), PosixFilePermissions.fromString("rw-------"));
        home.write("assay.properties", Files.readString(home.folder.resolve("assay.properties")) + """
            folder.enabled = true
            sftp.poll-every = 100ms
            sftp.longest-silence = 3s
            """);
        vendor(server.hostKey(), byPassword("swift", "."));
    }

    SftpServer server() {
        return server;
    }

    private SftpServer start(int port, String hostKey) throws IOException {
        return SftpServer.start(
                port,
                folder.resolve(hostKey),
                List.of(
                        SftpServer.Account.withPassword("swift", PASSWORD, root.resolve("swift")),
                        SftpServer.Account.withKey("keyed", userKey, root.resolve("keyed"))));
    }

    /// Ends the server and starts it anew on its port.
    ///
    /// @param hostKey the file that keeps its key
    void restart(String hostKey) throws IOException {
        int port = server.port();
        server.close();
        server = start(port, hostKey);
    }

    /// An account with a password, as one entry of the vendor's file.
    static String byPassword(String account, String folder) {
        return "{account: " + account + ", folder: \"" + folder + "\", password: \"${file:secrets/sftp}\", ";
    }

    static String byKey(String account, String folder) {
        return "{account: " + account + ", folder: \"" + folder + "\", key: keys/swift, ";
    }

    /// Writes the vendor's file.
    ///
    /// @param accounts each as [#byPassword] or [#byKey] gives it
    void vendor(String hostKey, String... accounts) throws IOException {
        StringBuilder text = new StringBuilder("name: Swift Research Ltd\nchannels:\n  sftp:\n");
        for (String account : accounts) {
            text.append("    - ")
                    .append(account)
                    .append("host: 127.0.0.1, port: ")
                    .append(server.port())
                    .append(", host-key: [\"")
                    .append(hostKey)
                    .append("\"]}\n");
        }
        home.write("vendors/swift.yaml", text.toString());
    }

    /// A file in an account's folder, put there in one step.
    Path put(String path, byte[] bytes) throws IOException {
        Path target = root.resolve(path);
        Files.createDirectories(target.getParent());
        Path upload = Files.write(folder.resolve("upload"), bytes);
        return Files.move(upload, target);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
