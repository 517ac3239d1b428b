package io.claviger.storage;

import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogCreator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes Flyway's news debug messages; what is wrong stays as loud as it is. Flyway makes it, by its name. */
public final class QuietFlywayLog implements LogCreator {

    /** For Flyway. */
    public QuietFlywayLog() {}

    @Override
    public Log createLogger(Class<?> about) {
        return new Quiet(LoggerFactory.getLogger(about));
    }

    private record Quiet(Logger log) implements Log {

        @Override
        public void debug(String message) {
            log.trace(message);
        }

        @Override
        public void info(String message) {
            log.debug(message);
        }

        @Override
        public void notice(String message) {
            log.debug(message);
        }

        @Override
        public void warn(String message) {
            log.warn(message);
        }

        @Override
        public void error(String message) {
            log.error(message);
        }

        @Override
        public void error(String message, Exception e) {
            log.error(message, e);
        }
    }
}
