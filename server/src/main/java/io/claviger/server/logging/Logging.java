package io.claviger.server.logging;

import java.io.OutputStream;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.StreamHandler;

/** Sets the Java platform's logging up, behind SLF4J, for the whole process. */
public final class Logging {

    private static final String OURS = "io.claviger";

    /** Libraries that log at INFO what only their developers want, or warn of anything that a client sends. */
    private static final List<Logger> QUIET = List.of(Logger.getLogger("org.eclipse.jetty"));

    private static final List<Logger> SILENT = List.of(
            Logger.getLogger("org.eclipse.jetty.http"),
            Logger.getLogger("org.eclipse.jetty.util.HostPort"),
            Logger.getLogger("com.password4j"));

    private Logging() {}

    /** Sends every line of this level or above to the stream, as JSON. Loggers made before follow as well. */
    public static void start(LogLevel level, OutputStream out) {
        LogManager manager = LogManager.getLogManager();
        manager.reset();
        Logger root = Logger.getLogger("");
        root.setLevel(Level.WARNING);
        Logger.getLogger(OURS).setLevel(level.level());
        QUIET.forEach(logger -> logger.setLevel(level == LogLevel.ERROR ? Level.SEVERE : Level.WARNING));
        SILENT.forEach(logger -> logger.setLevel(Level.SEVERE));
        root.addHandler(handler(out));
        if (manager instanceof LastingLogManager lasting) {
            lasting.last();
        }
    }

    private static Handler handler(OutputStream out) {
        StreamHandler handler = new StreamHandler(out, new JsonLines()) {
            @Override
            public synchronized void publish(LogRecord line) {
                super.publish(line);
                flush();
            }
        };
        handler.setLevel(Level.ALL);
        return handler;
    }
}
