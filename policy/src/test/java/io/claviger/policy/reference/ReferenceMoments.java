package io.claviger.policy.reference;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads moments piece by piece: date, time, zone. */
final class ReferenceMoments {

    private static final Pattern ZONE = Pattern.compile("(?i)(z|[+-]\\d\\d(:?\\d\\d)?)$");

    private ReferenceMoments() {}

    static Optional<Instant> of(String text) {
        if (text.length() > 40) {
            return Optional.empty();
        }
        try {
            return Optional.of(read(text));
        } catch (NumberFormatException | DateTimeException notOne) {
            return Optional.empty();
        }
    }

    private static Instant read(String text) {
        if (text.matches("-?[0-9]+")) {
            return seconds(new BigDecimal(Long.parseLong(text)));
        }
        String[] halves = text.split("[Tt]", 2);
        BigDecimal day = new BigDecimal(date(halves[0]).toEpochDay());
        BigDecimal second = day.multiply(new BigDecimal(86_400));
        if (halves.length == 1) {
            return seconds(second);
        }
        Matcher zone = ZONE.matcher(halves[1]);
        if (!zone.find()) {
            return seconds(second.add(time(halves[1])));
        }
        return seconds(second.add(time(halves[1].substring(0, zone.start()))).subtract(offset(zone.group())));
    }

    private static Instant seconds(BigDecimal seconds) {
        BigDecimal whole = seconds.setScale(0, RoundingMode.FLOOR);
        return Instant.ofEpochSecond(
                whole.longValueExact(),
                seconds.subtract(whole).movePointRight(9).longValueExact());
    }

    private static LocalDate date(String text) {
        boolean negative = text.startsWith("-");
        List<String> fields = List.of((negative ? text.substring(1) : text).split("-", -1));
        int year = whole(fields.getFirst().replaceFirst("^[+]", ""), 9, 292_278_993) * (negative ? -1 : 1);
        if (year < -292_275_054 || fields.size() > 3) {
            throw new DateTimeException("no such year");
        }
        if (fields.size() > 1 && fields.get(1).matches("[Ww]\\d\\d?")) {
            int day = fields.size() == 3 ? whole(fields.get(2), 1, 7) : 1;
            String year4 = year < 0 ? "-%04d".formatted(-year) : (year > 9999 ? "+%d" : "%04d").formatted(year);
            return LocalDate.parse(
                    "%s-W%02d-%d".formatted(year4, whole(fields.get(1).substring(1), 2, 53), day),
                    DateTimeFormatter.ISO_WEEK_DATE);
        }
        if (fields.size() == 2 && fields.get(1).length() == 3) {
            return LocalDate.ofYearDay(year, whole(fields.get(1), 3, 366));
        }
        int month = fields.size() > 1 ? whole(fields.get(1), 2, 12) : 1;
        return LocalDate.of(year, month, fields.size() > 2 ? whole(fields.get(2), 2, 31) : 1);
    }

    private static BigDecimal time(String text) {
        if (text.isEmpty()) {
            return BigDecimal.ZERO;
        }
        String[] halves = text.split("[.,]", 2);
        String[] fields = halves[0].split(":", -1);
        if (fields.length > 3) {
            throw new DateTimeException("no such time");
        }
        BigDecimal unit = new BigDecimal(3_600);
        BigDecimal seconds = BigDecimal.ZERO;
        for (int i = 0; i < fields.length; i++) {
            unit = i == 0 ? unit : unit.divide(new BigDecimal(60));
            seconds = seconds.add(unit.multiply(new BigDecimal(whole(fields[i], 2, i == 0 ? 23 : 59))));
        }
        if (halves.length == 2) {
            whole(halves[1], 9, Integer.MAX_VALUE);
            seconds = seconds.add(unit.multiply(new BigDecimal("0." + halves[1])));
        }
        return seconds;
    }

    private static BigDecimal offset(String zone) {
        if (zone.equalsIgnoreCase("z")) {
            return BigDecimal.ZERO;
        }
        String digits = zone.substring(1).replace(":", "");
        int minutes = 60 * whole(digits.substring(0, 2), 2, 23);
        minutes += digits.length() > 2 ? whole(digits.substring(2), 2, 59) : 0;
        return new BigDecimal(60 * (zone.startsWith("-") ? -minutes : minutes));
    }

    private static int whole(String digits, int most, int greatest) {
        if (!digits.matches("[0-9]+") || digits.length() > most || Integer.parseInt(digits) > greatest) {
            throw new DateTimeException("no such number: " + digits);
        }
        return Integer.parseInt(digits);
    }
}
