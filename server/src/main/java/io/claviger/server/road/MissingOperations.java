package io.claviger.server.road;

import io.claviger.server.command.Version;
import io.claviger.wire.Service;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says in the log which operations of AWS somebody asked for that Claviger does not have yet. To the client the answer is
 * AWS's for an operation that nobody has, which sends people to look for a wrong address or version. A line for each
 * operation, a quarter of an hour apart. Thread-safe.
 */
final class MissingOperations {

    private static final Logger LOG = LoggerFactory.getLogger(MissingOperations.class);
    private static final long SILENCE = Duration.ofMinutes(15).toNanos();

    /** No more than AWS's models have: other names do not come here. */
    private final Map<String, Long> said = new ConcurrentHashMap<>();

    void note(Service service, String action, long nanos) {
        String operation = service.signingName() + ":" + action;
        Long last = said.get(operation);
        if (last != null && nanos - last < SILENCE) {
            return;
        }
        boolean first =
                last == null ? said.putIfAbsent(operation, nanos) == null : said.replace(operation, last, nanos);
        if (first) {
            LOG.warn(
                    "somebody called {}, which Claviger {} does not have yet, and got InvalidAction",
                    operation,
                    Version.current());
        }
    }
}
