package io.claviger.server.logging;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** A log line as one JSON object: time, level, logger, thread, message and, where there is one, the fault's stack. */
final class JsonLines extends Formatter {

    private static final int MAX_LENGTH = 32 * 1024;

    private final JsonFactory json = new JsonFactory();

    @Override
    public String format(LogRecord line) {
        StringWriter text = new StringWriter();
        try (JsonGenerator object = json.createGenerator(ObjectWriteContext.empty(), text)) {
            object.writeStartObject();
            object.writeStringProperty("time", line.getInstant().toString());
            object.writeStringProperty("level", level(line.getLevel()));
            object.writeStringProperty("logger", line.getLoggerName());
            object.writeStringProperty("thread", Thread.currentThread().getName());
            object.writeStringProperty("message", cut(formatMessage(line)));
            if (line.getThrown() != null) {
                object.writeStringProperty("fault", cut(stack(line.getThrown())));
            }
            object.writeEndObject();
        }
        return text.append('\n').toString();
    }

    private static String level(Level level) {
        if (level.intValue() >= Level.SEVERE.intValue()) {
            return "ERROR";
        }
        if (level.intValue() >= Level.WARNING.intValue()) {
            return "WARN";
        }
        return level.intValue() >= Level.INFO.intValue() ? "INFO" : "DEBUG";
    }

    private static String stack(Throwable fault) {
        StringWriter text = new StringWriter();
        fault.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static String cut(String text) {
        return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH) + "…";
    }
}
