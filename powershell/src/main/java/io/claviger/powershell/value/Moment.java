package io.claviger.powershell.value;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;

/**
 * A date and time as .NET's <a href="https://learn.microsoft.com/dotnet/api/system.datetime">DateTime</a> has it: what
 * a clock shows, and where that clock hangs.
 *
 * @param clock what the clock shows, to a tick of 100 nanoseconds
 * @param kind where it hangs
 */
public record Moment(LocalDateTime clock, Kind kind) {

    /** Where a clock hangs. */
    public enum Kind {
        /** Nobody said where. It counts as this machine's zone where a zone is needed. */
        UNSPECIFIED("Unspecified"),
        /** In UTC, as the dates in answers of services. */
        UTC("Utc"),
        /** In this machine's zone. */
        LOCAL("Local");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** .NET's name. */
        public String label() {
            return label;
        }
    }

    private static final LocalDateTime FIRST = LocalDateTime.of(1, 1, 1, 0, 0);
    private static final int TICKS_A_SECOND = 10_000_000;
    private static final int NANOS_A_TICK = 100;

    /** Cuts what is finer than a tick. */
    public Moment {
        clock = clock.withNano(clock.get(ChronoField.NANO_OF_SECOND) / NANOS_A_TICK * NANOS_A_TICK);
    }

    /** A moment in UTC. */
    public static Moment utc(Instant instant) {
        return new Moment(LocalDateTime.ofInstant(instant, ZoneOffset.UTC), Kind.UTC);
    }

    /** A moment in UTC. */
    public static Moment utc(OffsetDateTime time) {
        return utc(time.toInstant());
    }

    /** A moment on this machine's clock. */
    public static Moment local(Instant instant) {
        return new Moment(LocalDateTime.ofInstant(instant, ZoneId.systemDefault()), Kind.LOCAL);
    }

    /** What time it is, in the clock's zone. */
    public static Moment now(Clock clock) {
        return new Moment(LocalDateTime.now(clock), Kind.LOCAL);
    }

    /** A moment of which nobody said where. */
    public static Moment unspecified(LocalDateTime clock) {
        return new Moment(clock, Kind.UNSPECIFIED);
    }

    /** The moment so many ticks after the beginning of year 1. */
    public static Moment ofTicks(long ticks) {
        return unspecified(FIRST.plusSeconds(ticks / TICKS_A_SECOND).plusNanos(ticks % TICKS_A_SECOND * NANOS_A_TICK));
    }

    /** How many ticks it is after the beginning of year 1. */
    public long ticks() {
        Duration since = Duration.between(FIRST, clock);
        return since.getSeconds() * TICKS_A_SECOND + since.getNano() / NANOS_A_TICK;
    }

    /** The same kind with another clock. */
    public Moment with(LocalDateTime other) {
        return new Moment(other, kind);
    }

    /** The offset from UTC; an unspecified clock hangs in this machine's zone. */
    public ZoneOffset offset() {
        return kind == Kind.UTC
                ? ZoneOffset.UTC
                : ZoneId.systemDefault().getRules().getOffset(clock);
    }

    /** The point in time. */
    public Instant instant() {
        return clock.toInstant(offset());
    }

    /** The same point in time in UTC. */
    public Moment toUniversalTime() {
        return kind == Kind.UTC ? this : utc(instant());
    }

    /** The same point in time on this machine's clock; an unspecified one counts as UTC, as in .NET. */
    public Moment toLocalTime() {
        return kind == Kind.LOCAL ? this : local(clock.toInstant(ZoneOffset.UTC));
    }

    /**
     * How long it is from the other moment to this one. Clocks in UTC and in this machine's zone are compared as points
     * in time; .NET compares what they show.
     */
    public Duration since(Moment other) {
        boolean known = kind != Kind.UNSPECIFIED && other.kind != Kind.UNSPECIFIED && kind != other.kind;
        return known ? Duration.between(other.instant(), instant()) : Duration.between(other.clock, clock);
    }
}
