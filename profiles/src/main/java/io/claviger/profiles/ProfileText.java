package io.claviger.profiles;

import java.util.ArrayList;
import java.util.LinkedHashMap;
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
    private final Sections sections;

    private ProfileText(FileKind kind, List<Line> lines) {
        this.kind = kind;
        this.lines = List.copyOf(lines);
        sections = new Sections(this.lines);
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
        return sections.names(Section.Kind.PROFILE);
    }

    /** A profile's settings; of two of one key the last counts. A setting that goes on in further lines is left out. */
    public Map<String, String> settings(String profile) {
        Map<String, String> settings =
                new LinkedHashMap<>(content(profile).settings().values());
        settings.values().removeIf(value -> value.indexOf('\n') >= 0);
        return settings;
    }

    /** The keys that a profile sets more than once in one section, so that aws-cli and the SDK for .NET refuse it. */
    public Set<String> repeated(String profile) {
        return content(profile).unclear();
    }

    private Sections.Content content(String profile) {
        return sections.content(Section.Kind.PROFILE, profile);
    }

    Sections sections() {
        return sections;
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
            for (int at = sections.end(start) - 1; at > start; at--) {
                if (lines.get(at) instanceof Line.Property property
                        && property.key().equals(key)) {
                    int after = sections.afterSetting(at);
                    edited.subList(at, after).clear();
                    edited.add(
                            at,
                            property(
                                    property.indentation(),
                                    key,
                                    value,
                                    lines.get(after - 1).ending()));
                    return new ProfileText(kind, edited);
                }
            }
        }
        int place = sections.afterLastSetting(headings.getLast());
        edited.set(place - 1, closed(edited.get(place - 1)));
        edited.add(place, property(indentation(headings.getLast()), key, value, lineEnd()));
        return new ProfileText(kind, edited);
    }

    /** How far the last setting of what is headed here is indented, so that the next one is no part of it. */
    private String indentation(int heading) {
        String indentation = lines.get(heading).indentation();
        int end = sections.end(heading);
        for (int at = heading + 1; at < end; at++) {
            if (lines.get(at) instanceof Line.Property property) {
                indentation = property.indentation();
            }
        }
        return indentation;
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
                at = sections.afterSetting(at);
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
                at = sections.afterLastSetting(at);
                boolean gap = edited.isEmpty() || edited.getLast() instanceof Line.Blank;
                while (gap && at < lines.size() && lines.get(at) instanceof Line.Blank) {
                    at++;
                }
            } else {
                edited.add(line);
                at++;
            }
        }
        return new ProfileText(kind, edited);
    }

    private ProfileText added(String profile) {
        List<Line> edited = new ArrayList<>(lines);
        String lineEnd = lineEnd();
        if (!edited.isEmpty()) {
            edited.set(edited.size() - 1, closed(edited.getLast()));
            if (!(edited.getLast() instanceof Line.Blank)) {
                edited.add(new Line.Blank(lineEnd));
            }
        }
        String heading = kind.heading(profile);
        edited.add(new Line.Heading(
                heading + lineEnd, new Section(Section.Kind.PROFILE, profile, heading.startsWith("[profile "))));
        return new ProfileText(kind, edited);
    }

    private List<Integer> headings(String profile) {
        return sections.headings(Section.Kind.PROFILE, profile);
    }

    private static Line property(String indentation, String key, String value, String lineEnd) {
        return new Line.Property(indentation + key + " = " + value + lineEnd, key, value);
    }

    /** The line end that the file has; that of its first line. */
    private String lineEnd() {
        String first = lines.isEmpty() ? "" : lines.getFirst().ending();
        return first.isEmpty() ? "\n" : first;
    }

    /** The line with a line end, which a file's last one may lack. */
    private Line closed(Line line) {
        return line.ending().isEmpty() ? line.as(line.text() + lineEnd()) : line;
    }

    @Override
    public String toString() {
        return "ProfileText" + profiles();
    }
}
