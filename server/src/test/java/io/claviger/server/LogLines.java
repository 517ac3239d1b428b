package io.claviger.server;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What is logged meanwhile, at level INFO and above. */
public final class LogLines extends Handler implements AutoCloseable {

    private final Logger logger;
    private final List<LogRecord> lines = new CopyOnWriteArrayList<>();

    private LogLines(Logger logger) {
        this.logger = logger;
    }

    /** Of this logger and those below it; all for an empty name. */
    public static LogLines from(String name) {
        LogLines log = new LogLines(Logger.getLogger(name));
        log.logger.addHandler(log);
        return log;
    }

    /** Their messages. */
    public List<String> messages() {
        return lines.stream()
                .map(line -> new SimpleFormatter().formatMessage(line))
                .toList();
    }

    /** The faults of which the stack is logged. */
    public List<Throwable> faults() {
        return lines.stream().map(LogRecord::getThrown).filter(Objects::nonNull).toList();
    }

    @Override
    public void publish(LogRecord line) {
        if (line.getLevel().intValue() >= Level.INFO.intValue()) {
            lines.add(line);
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
    }
}
