package io.claviger.server.audit;

import java.time.LocalDate;

/**
 * How long the trail's files are kept once they are written no more.
 *
 * @param bytes how much they may take together; beyond it the oldest are deleted
 * @param days how many days before today they may be of; {@link #FOREVER} for as many as there is room for
 */
public record Retention(long bytes, int days) {

    /** No limit of age. */
    public static final int FOREVER = Integer.MAX_VALUE;

    boolean isTooOld(LocalDate day, LocalDate today) {
        return day.isBefore(today.minusDays(days));
    }
}
