package io.claviger.policycli;

import io.claviger.policy.validation.FindingType;
import io.claviger.policy.validation.Location;
import io.claviger.policycli.Screen.Tone;
import java.util.ArrayList;
import java.util.List;

/** Remarks as a person reads them: a line of a table each, and under it the words and the places. */
final class RemarkText {

    private static final int MOST_PLACES = 3;
    private static final String INDENT = "    ";
    private static final String GAP = "  ";

    private final Screen screen;

    RemarkText(Screen screen) {
        this.screen = screen;
    }

    /** Prints them, and how many there are in how many files. */
    void print(List<Remark> remarks, int files) {
        StringBuilder text = new StringBuilder();
        int severities = widest(
                "SEVERITY", remarks.stream().map(each -> severity(each.type())).toList());
        int places = widest("WHERE", remarks.stream().map(Remark::place).toList());
        if (!remarks.isEmpty()) {
            text.append(screen.toned(Tone.STRONG, padded("SEVERITY", severities) + padded("WHERE", places) + "CODE"))
                    .append('\n');
        }
        for (Remark remark : remarks) {
            text.append(screen.toned(tone(remark.type()), padded(severity(remark.type()), severities)))
                    .append(padded(remark.place(), places))
                    .append(screen.toned(Tone.STRONG, remark.code()))
                    .append('\n');
            for (String line : Wrapping.lines(remark.said(), screen.columns() - INDENT.length())) {
                text.append(INDENT).append(line).append('\n');
            }
            places(remark, text);
            text.append('\n');
        }
        screen.print(text.append(total(remarks, files)).append('\n'));
    }

    private void places(Remark remark, StringBuilder text) {
        List<Location> locations = remark.locations();
        Excerpt excerpt = new Excerpt(remark.source().text(), screen);
        for (Location location : locations.subList(0, Math.min(locations.size(), MOST_PLACES))) {
            text.append(excerpt.of(
                            Places.position(location.span().start()),
                            Places.position(location.span().end())))
                    .append('\n');
        }
        if (locations.size() > MOST_PLACES) {
            text.append(INDENT)
                    .append("and ")
                    .append(locations.size() - MOST_PLACES)
                    .append(locations.size() - MOST_PLACES == 1 ? " more place\n" : " more places\n");
        }
    }

    private static int widest(String title, List<String> texts) {
        return texts.stream().mapToInt(String::length).reduce(title.length(), Math::max);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length()) + GAP;
    }

    private static String severity(FindingType type) {
        return switch (type) {
            case ERROR -> "error";
            case SECURITY_WARNING -> "security warning";
            case WARNING -> "warning";
            case SUGGESTION -> "suggestion";
        };
    }

    private static Tone tone(FindingType type) {
        return switch (type) {
            case ERROR -> Tone.BAD;
            case SECURITY_WARNING, WARNING -> Tone.DOUBTFUL;
            case SUGGESTION -> Tone.HELPFUL;
        };
    }

    private String total(List<Remark> remarks, int files) {
        String where = files == 1 ? "1 policy" : files + " policies";
        if (remarks.isEmpty()) {
            return screen.toned(Tone.GOOD, "nothing found") + " in " + where;
        }
        List<String> counts = new ArrayList<>();
        for (FindingType type : FindingType.values()) {
            long count =
                    remarks.stream().filter(remark -> remark.type() == type).count();
            if (count > 0) {
                counts.add(count + " " + severity(type) + (count == 1 ? "" : "s"));
            }
        }
        return String.join(", ", counts) + " in " + where;
    }
}
