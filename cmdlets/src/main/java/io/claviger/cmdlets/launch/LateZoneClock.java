package io.claviger.cmdlets.launch;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.function.Supplier;

/**
 * A clock whose zone is asked for when a date is shown, and not before: to read the zones takes as long as a tenth of a
 * cmdlet. As safe for several threads as what it is made of.
 */
final class LateZoneClock extends Clock {

    private final InstantSource time;
    private final Supplier<ZoneId> zone;

    LateZoneClock(InstantSource time, Supplier<ZoneId> zone) {
        this.time = time;
        this.zone = zone;
    }

    @Override
    public ZoneId getZone() {
        return zone.get();
    }

    @Override
    public Clock withZone(ZoneId other) {
        return time.withZone(other);
    }

    @Override
    public Instant instant() {
        return time.instant();
    }

    @Override
    public long millis() {
        return time.millis();
    }
}
