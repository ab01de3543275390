/// Queues of a message broker beside the folder queues: Jakarta Messaging, with what Apache Artemis adds to send a
/// message exactly once.
@NullMarked
package dev.assay.route.jms;

import org.jspecify.annotations.NullMarked;
