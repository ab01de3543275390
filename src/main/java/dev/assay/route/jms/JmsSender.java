package dev.assay.route.jms;

import dev.assay.dispatch.Broker;
import jakarta.jms.Connection;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.io.IOException;
import org.apache.activemq.artemis.api.core.ActiveMQDuplicateIdException;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.jspecify.annotations.Nullable;

/// Sends messages to an Artemis broker, each once, however often its sending is tried: the broker remembers the ids
/// it has taken (`_AMQ_DUPL_ID`) and a message is sent in a transaction of its own.
///
/// It keeps one connection, made at the first message and made anew after a failure. Safe for use by several threads,
/// which take turns.
public final class JmsSender implements Broker, AutoCloseable {
    /// How long connecting and each answer of the broker may take, in milliseconds.
    private static final int PATIENCE_MILLIS = 20_000;

    private final ActiveMQConnectionFactory factory;
    private final String url;
    private @Nullable Connection connection;

    /// @param url      such as `tcp://localhost:61616`
    /// @param user     empty: without a login
    /// @param password of that user
    public JmsSender(String url, String user, String password) {
        this.url = url;
        this.factory = new ActiveMQConnectionFactory(url);
        factory.setCallTimeout(PATIENCE_MILLIS);
        factory.setReconnectAttempts(0);
        factory.setInitialConnectAttempts(1);
        if (!user.isEmpty()) {
            factory.setUser(user);
            factory.setPassword(password);
        }
    }

    @Override
    public synchronized void send(String queue, String id, String subject, String text) throws IOException {
        try (Session session = connection().createSession(Session.SESSION_TRANSACTED)) {
            MessageProducer producer = session.createProducer(session.createQueue(queue));
            producer.setDeliveryMode(DeliveryMode.PERSISTENT);
            TextMessage message = session.createTextMessage(text);
            message.setStringProperty(Message.HDR_DUPLICATE_DETECTION_ID.toString(), id);
            message.setStringProperty("JMSXGroupID", subject);
            message.setJMSCorrelationID(id);
            producer.send(message);
            session.commit();
        } catch (JMSException e) {
            if (!isTaken(e)) {
                forget();
                throw new IOException(
                        "The broker at " + url + " did not take a message for " + queue + " (" + e.getMessage()
                                + "). See that it runs and lets Assay send.",
                        e);
            }
        }
    }

    private Connection connection() throws JMSException {
        Connection open = connection;
        if (open == null) {
            open = factory.createConnection();
            connection = open;
        }
        return open;
    }

    /// Whether the broker has had the message before, from a sending whose end was not seen.
    private static boolean isTaken(JMSException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ActiveMQDuplicateIdException) {
                return true;
            }
        }
        return false;
    }

    private void forget() {
        Connection broken = connection;
        connection = null;
        if (broken != null) {
            try {
                broken.close();
            } catch (JMSException e) {
                // It is broken, which is why it is closed.
                return;
            }
        }
    }

    @Override
    public synchronized void close() {
        forget();
        factory.close();
    }
}
