package io.claviger.server.logging;

import java.util.logging.Level;

/** How much is logged. */
public enum LogLevel {
    /** What failed. */
    ERROR,
    /** And what may lead to failure. */
    WARN,
    /** And what an operator would want to know. */
    INFO,
    /** And what a developer would. */
    DEBUG;

    Level level() {
        return switch (this) {
            case ERROR -> Level.SEVERE;
            case WARN -> Level.WARNING;
            case INFO -> Level.INFO;
            case DEBUG -> Level.FINE;
        };
    }
}
