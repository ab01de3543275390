package dev.assay;

import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import java.util.stream.Collectors;

/// Writes the message of a log event, and what was thrown, on one line that no text can forge or turn around:
/// control, line-end and bidirectional characters are escaped. Named in `logback.xml`.
public final class LogLine extends ClassicConverter {
    @Override
    public String convert(ILoggingEvent event) {
        String message = escape(event.getFormattedMessage());
        if (event.getThrowableProxy() == null) {
            return message;
        }
        String thrown = ThrowableProxyUtil.asString(event.getThrowableProxy());
        return message + " | "
                + thrown.lines().map(String::strip).map(LogLine::escape).collect(Collectors.joining(" | "));
    }

    static String escape(String text) {
        StringBuilder line = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                case '\t' -> line.append("\\t");
                case '\\' -> line.append("\\\\");
                default -> append(line, c);
            }
        }
        return line.toString();
    }

    private static void append(StringBuilder line, char c) {
        boolean separates = c == '\u2028' || c == '\u2029';
        if (separates || Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
            line.append("\\u%04x".formatted((int) c));
            return;
        }
        line.append(c);
    }
}
