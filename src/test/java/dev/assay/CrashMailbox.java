package dev.assay;

import dev.assay.lab.servers.MailServers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// The mailbox that a [CrashHome] receives from once it is told the port, on a server that runs on while the program is
/// halted. Copies in the
/// drop folder, which is not received from, stand for the mails: they go when the last mail has gone from its folder.
final class CrashMailbox implements AutoCloseable {
    private final CrashHome home;
    private final Path folder;
    private final MailServers servers;
    private int copies;

    /// @param folder the home's
    CrashMailbox(CrashHome home, Path folder) throws Exception {
        this.home = home;
        this.folder = folder;
        this.servers = MailServers.start(folder);
        servers.account(Mailbox.USER, Mailbox.PASSWORD);
    }

    int imapPort() {
        return servers.imapPort();
    }

    /// How many mails lie in a folder of the mailbox.
    int count(String name) throws Exception {
        return servers.count(Mailbox.USER, Mailbox.PASSWORD, name);
    }

    /// Takes the copies away when the last mail has gone from its folder.
    Thread watch() {
        Path source = folder.resolve("drop/kestrel");
        return Thread.ofVirtual().start(() -> empty(source));
    }

    @Override
    public void close() {
        servers.close();
    }

    /// Has the home look at a port: the server's own, or that of something in front of it.
    void servedOn(int port) throws Exception {
        Mailbox.receive(folder, port);
        home.write("vendors/kestrel.yaml", Mailbox.vendor("Kestrel Insight Ltd", "kestrel@in.example"));
    }

    /// Delivers a note by mail.
    ///
    /// @param end as [CrashHome#drop] has it
    void deliver(String subject, String text, String end) throws Exception {
        String mail = "From: a@kestrel.example\r\nTo: kestrel+" + Mailbox.TOKEN + "@in.example\r\nSubject: " + subject
                + "\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"b0\"\r\n\r\n--b0\r\n"
                + "Content-Type: text/plain; name=\"note.txt\"\r\nContent-Disposition: attachment;"
                + " filename=\"note.txt\"\r\n\r\n" + text + "\r\n--b0--\r\n";
        servers.put(Mailbox.USER, mail.getBytes(StandardCharsets.UTF_8));
        byte[] served = servers.newest(Mailbox.USER, Mailbox.PASSWORD);
        home.oracle().dropped(served, end);
        Files.write(folder.resolve("drop/kestrel").resolve(copies++ + ".eml"), served);
    }

    private void empty(Path source) {
        try {
            while (count("INBOX") > 0) {
                Thread.sleep(100);
            }
            try (Stream<Path> copies = Files.list(source)) {
                for (Path copy : copies.toList()) {
                    Files.delete(copy);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
