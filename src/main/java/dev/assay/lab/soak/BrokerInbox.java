package dev.assay.lab.soak;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.util.ArrayList;
import java.util.List;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/// What a message broker was told.
final class BrokerInbox {
    private static final long NONE_LEFT_MILLIS = 1000;

    private BrokerInbox() {}

    /// Takes all messages out of the program's queues.
    static List<String> drain(String url) throws JMSException {
        List<String> taken = new ArrayList<>();
        try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(url);
                Connection connection = factory.createConnection();
                Session session = connection.createSession(Session.AUTO_ACKNOWLEDGE)) {
            connection.start();
            for (String queue : QueueConsumer.QUEUES) {
                try (MessageConsumer consumer = session.createConsumer(session.createQueue("assay." + queue))) {
                    while (consumer.receive(NONE_LEFT_MILLIS) instanceof TextMessage message) {
                        taken.add(message.getText());
                    }
                }
            }
        }
        return taken;
    }
}
