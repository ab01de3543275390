package dev.assay.route.jms;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/// A real broker in the test's JVM, with its journal on disk.
public final class Broker implements AutoCloseable {
    private static final long NONE_LEFT_MILLIS = 500;

    private final Path data;
    private final int port;
    private EmbeddedActiveMQ server;

    private Broker(Path data, int port) {
        this.data = data;
        this.port = port;
    }

    /// Starts one on a free port of loopback.
    public static Broker start(Path data) throws Exception {
        int free;
        try (ServerSocket probe = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
            free = probe.getLocalPort();
        }
        Broker broker = new Broker(data, free);
        broker.startAgain();
        return broker;
    }

    public void startAgain() throws Exception {
        ConfigurationImpl configuration = new ConfigurationImpl();
        configuration.setSecurityEnabled(false);
        configuration.setPersistenceEnabled(true);
        configuration.setJournalType(JournalType.NIO);
        configuration.setJournalDirectory(data.resolve("journal").toString());
        configuration.setBindingsDirectory(data.resolve("bindings").toString());
        configuration.setLargeMessagesDirectory(data.resolve("large").toString());
        configuration.setPagingDirectory(data.resolve("paging").toString());
        configuration.setMaxDiskUsage(-1);
        // As operations.md asks of a broker: what it remembers of a queue goes with the queue.
        AddressSettings settings = new AddressSettings();
        settings.setAutoDeleteQueues(false);
        settings.setAutoDeleteAddresses(false);
        configuration.addAddressSetting("assay.#", settings);
        configuration.addAcceptorConfiguration("tcp", url());
        server = new EmbeddedActiveMQ();
        server.setConfiguration(configuration);
        server.start();
    }

    public void stop() throws Exception {
        server.stop();
    }

    public String url() {
        return "tcp://127.0.0.1:" + port;
    }

    /// Takes all messages out of a queue, as `id text`.
    public List<String> drain(String queue) throws JMSException {
        List<String> taken = new ArrayList<>();
        try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(url());
                Connection connection = factory.createConnection();
                Session session = connection.createSession(Session.AUTO_ACKNOWLEDGE)) {
            connection.start();
            MessageConsumer consumer = session.createConsumer(session.createQueue(queue));
            while (consumer.receive(NONE_LEFT_MILLIS) instanceof TextMessage message) {
                taken.add(message.getJMSCorrelationID() + " " + message.getText());
            }
        }
        return taken;
    }

    @Override
    public void close() throws IOException {
        try {
            stop();
        } catch (Exception e) {
            throw new IOException(e);
        }
    }
}
