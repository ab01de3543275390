package dev.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class LogLineTest {
    private static LoggingEvent event(String message, @Nullable Throwable thrown, Object... arguments) {
        var logger = new LoggerContext().getLogger("dev.assay.Anything");
        return new LoggingEvent("", logger, Level.INFO, message, thrown, arguments);
    }

    @Test
    void row20_lineEndsControlsAndBidi_areEscaped() {
        assertEquals(
                "received a\\r\\n2026 ERROR forged\\u001b[31m\\u202efdp.exe\\u2028\\\\ \u00e9",
                new LogLine()
                        .convert(event(
                                "received {}", null, "a\r\n2026 ERROR forged\u001b[31m\u202efdp.exe\u2028\\ \u00e9")));
    }

    @Test
    void whatWasThrown_staysOnTheLine() {
        String line = new LogLine().convert(event("failed", new IllegalStateException("one\ntwo")));
        assertEquals(1, line.lines().count());
        assertEquals("failed | java.lang.IllegalStateException: one | two", line.substring(0, line.indexOf(" | at ")));
    }
}
