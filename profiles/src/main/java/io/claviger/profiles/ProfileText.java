package io.claviger.profiles;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The text of a file of profiles. Edits give another text, in which everything that the edit does not name stands as before:
 * other profiles, settings that nobody knows, remarks, order, line ends. Immutable.
 */
public final class ProfileText {

    private final FileKind kind;
    private final List<Line> lines;

    private ProfileText(FileKind kind, List<Line> lines) {
        this.kind = kind;
        this.lines = List.copyOf(lines);
    }

    /** A text, as a file of this kind has it. Any text is one; what is not understood is kept. */
    public static ProfileText parse(FileKind kind, String text) {
        return new ProfileText(kind, Line.of(kind, text));
    }

    /** The text, to be written. It may hold secrets, so {@code toString} does not show it. */
    public String text() {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line.text()));
        return text.toString();
    }

    /** The names of the profiles, in the order in which they first come. */
    public Set<String> profiles() {
        Set<String> names = new LinkedHashSet<>();
        for (Line line : lines) {
            if (line instanceof Line.Heading heading && !heading.profile().isEmpty()) {
                names.add(heading.profile());
            }
        }
        return names;
    }

    /** A profile's settings; of two of one key the last counts. A setting that goes on in further lines is left out. */
    public Map<String, String> settings(String profile) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (int start : headings(profile)) {
            for (int at = start + 1; at < end(start); at++) {
                if (lines.get(at) instanceof Line.Property property) {
                    if (afterSetting(at) == at + 1) {
                        settings.put(property.key(), property.value());
                    } else {
                        settings.remove(property.key());
                    }
                }
            }
        }
        return settings;
    }

    /**
     * The text in which a profile has these settings too, or with these values. A profile that is not there is added at the
     * end.
     *
     * @throws UnusableProfile when the name, a key or a value cannot be written so that every reader reads it
     */
    public ProfileText with(String profile, Map<String, String> settings) {
        Settings.name(profile);
        settings.forEach((key, value) -> Settings.value(Settings.key(key), value));
        ProfileText edited = this;
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            edited = edited.with(profile, setting.getKey(), setting.getValue());
        }
        return edited;
    }

    private ProfileText with(String profile, String key, String value) {
        List<Integer> headings = headings(profile);
        if (headings.isEmpty()) {
            return added(profile).with(profile, key, value);
        }
        List<Line> edited = new ArrayList<>(lines);
        for (int start : headings.reversed()) {
            for (int at = end(start) - 1; at > start; at--) {
                if (lines.get(at) instanceof Line.Property property
                        && property.key().equals(key)) {
                    edited.subList(at, afterSetting(at)).clear();
                    edited.add(at, property(key, value, ending(afterSetting(at) - 1)));
                    return new ProfileText(kind, edited);
                }
            }
        }
        int place = afterLastSetting(headings.getLast());
        edited.set(place - 1, closed(edited.get(place - 1)));
        edited.add(place, property(key, value, lineEnd()));
        return new ProfileText(kind, edited);
    }

    /** The text in which a profile does not have these settings. */
    public ProfileText without(String profile, Set<String> keys) {
        List<Line> edited = new ArrayList<>();
        boolean within = false;
        for (int at = 0; at < lines.size(); ) {
            Line line = lines.get(at);
            if (line instanceof Line.Heading heading) {
                within = heading.profile().equals(profile);
            }
            if (within && line instanceof Line.Property property && keys.contains(property.key())) {
                at = afterSetting(at);
            } else {
                edited.add(line);
                at++;
            }
        }
        return new ProfileText(kind, edited);
    }

    /** The text without a profile. Remarks that stand behind its last setting stay: they may be about what follows. */
    public ProfileText withoutProfile(String profile) {
        List<Line> edited = new ArrayList<>();
        for (int at = 0; at < lines.size(); ) {
            Line line = lines.get(at);
            if (line instanceof Line.Heading heading && heading.profile().equals(profile)) {
                at = afterLastSetting(at);
                boolean gap = edited.isEmpty() || isBlank(edited.getLast());
                while (gap && at < lines.size() && isBlank(lines.get(at))) {
                    at++;
                }
            } else {
                edited.add(line);
                at++;
            }
        }
        return new ProfileText(kind, edited);
    }

    private static boolean isBlank(Line line) {
        return line instanceof Line.Other other && other.isBlank();
    }

    private ProfileText added(String profile) {
        List<Line> edited = new ArrayList<>(lines);
        String lineEnd = lineEnd();
        if (!edited.isEmpty()) {
            edited.set(edited.size() - 1, closed(edited.getLast()));
            if (!edited.getLast().text().isBlank()) {
                edited.add(new Line.Other(lineEnd));
            }
        }
        String heading = kind.heading(profile);
        edited.add(new Line.Heading(heading + lineEnd, profile, heading.startsWith("[profile ")));
        return new ProfileText(kind, edited);
    }

    /** Where the profile is headed; of the default profile's two headings the longer one counts, as with the SDKs. */
    private List<Integer> headings(String profile) {
        List<Integer> all = new ArrayList<>();
        List<Integer> prefixed = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            if (lines.get(at) instanceof Line.Heading heading
                    && heading.profile().equals(profile)) {
                all.add(at);
                if (heading.prefixed()) {
                    prefixed.add(at);
                }
            }
        }
        return prefixed.isEmpty() ? all : prefixed;
    }

    /** Where what is headed here ends: the next heading, or the end. */
    private int end(int heading) {
        int at = heading + 1;
        while (at < lines.size() && !(lines.get(at) instanceof Line.Heading)) {
            at++;
        }
        return at;
    }

    /** Behind the last line of the setting that begins here. */
    private int afterSetting(int property) {
        int after = property + 1;
        for (int at = property + 1; at < lines.size(); at++) {
            switch (lines.get(at)) {
                case Line.Continuation _ -> after = at + 1;
                case Line.Other other when other.isPassedOver() -> {}
                case Line.Other _, Line.Property _, Line.Heading _ -> {
                    return after;
                }
            }
        }
        return after;
    }

    private int afterLastSetting(int heading) {
        int after = heading + 1;
        for (int at = heading + 1; at < end(heading); at++) {
            if (!(lines.get(at) instanceof Line.Other)) {
                after = at + 1;
            }
        }
        return after;
    }

    private static Line property(String key, String value, String lineEnd) {
        return new Line.Property(key + " = " + value + lineEnd, key, value);
    }

    /** The line end that the file has; that of its first line. */
    private String lineEnd() {
        return lines.isEmpty() || !lines.getFirst().text().endsWith("\r\n") ? "\n" : "\r\n";
    }

    private String ending(int at) {
        String text = lines.get(at).text();
        return text.endsWith("\r\n") ? "\r\n" : text.endsWith("\n") ? "\n" : "";
    }

    /** The line with a line end, which a file's last one may lack. */
    private Line closed(Line line) {
        if (line.text().endsWith("\n")) {
            return line;
        }
        String text = line.text() + lineEnd();
        return switch (line) {
            case Line.Heading heading -> new Line.Heading(text, heading.profile(), heading.prefixed());
            case Line.Property property -> new Line.Property(text, property.key(), property.value());
            case Line.Continuation _ -> new Line.Continuation(text);
            case Line.Other _ -> new Line.Other(text);
        };
    }

    @Override
    public String toString() {
        return "ProfileText" + profiles();
    }
}
