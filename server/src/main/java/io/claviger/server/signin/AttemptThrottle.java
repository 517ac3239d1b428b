package io.claviger.server.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How long an account's next attempt has to wait after failures: a second after the third in a row, twice as long after
 * each further one, half a minute at most. Remembers the latest {@value #ACCOUNTS} accounts that failed, whether or not
 * they exist. Thread-safe.
 */
final class AttemptThrottle {

    static final int ACCOUNTS = 1024;

    private static final int FREE = 2;
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int MOST_DOUBLINGS = 5;

    private final Map<String, Failures> failures = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > ACCOUNTS;
        }
    };

    private record Failures(int inARow, Instant notBefore) {}

    /** How long the account still has to wait; zero when it need not. */
    synchronized Duration wait(String account, Instant now) {
        Failures known = failures.get(account);
        return known == null || !now.isBefore(known.notBefore())
                ? Duration.ZERO
                : Duration.between(now, known.notBefore());
    }

    /** Notes a wrong password. */
    synchronized void failed(String account, Instant now) {
        Failures known = failures.get(account);
        int inARow = known == null ? 1 : known.inARow() + 1;
        failures.put(account, new Failures(inARow, now.plus(delay(inARow))));
    }

    /** Notes the right password. */
    synchronized void succeeded(String account) {
        failures.remove(account);
    }

    private static Duration delay(int inARow) {
        if (inARow <= FREE) {
            return Duration.ZERO;
        }
        Duration delay = FIRST.multipliedBy(1L << Math.min(MOST_DOUBLINGS, inARow - FREE - 1));
        return delay.compareTo(LONGEST) < 0 ? delay : LONGEST;
    }
}
