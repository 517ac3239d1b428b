package io.claviger.profiles;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The sections of a file: where each is headed, and what stands in it. */
final class Sections {

    private final List<Line> lines;
    private final Map<Section, List<Integer>> headings = new LinkedHashMap<>();

    Sections(List<Line> lines) {
        this.lines = lines;
        for (int at = 0; at < lines.size(); at++) {
            if (lines.get(at) instanceof Line.Heading heading) {
                headings.computeIfAbsent(heading.section(), _ -> new ArrayList<>())
                        .add(at);
            }
        }
    }

    /**
     * What a section has.
     *
     * @param unclear the keys that it sets more than once
     * @param flaw the first line that spoils it
     */
    record Content(ProfileSettings settings, Set<String> unclear, Optional<Flaw> flaw) {}

    /**
     * A line that readers stumble on.
     *
     * @param line its number, from 1
     * @param what what is wrong with it, to follow the line in a sentence
     */
    record Flaw(int line, String what) {}

    /** The names of the sections of a kind, in the order in which they first come. */
    Set<String> names(Section.Kind wanted) {
        Set<String> names = new LinkedHashSet<>();
        headings.keySet().stream()
                .filter(section -> section.kind() == wanted)
                .map(Section::name)
                .forEach(names::add);
        return names;
    }

    /** Where a section is headed; of {@code [default]} and {@code [profile default]} the last counts, as for aws-cli. */
    List<Integer> headings(Section.Kind wanted, String name) {
        List<Integer> bare = headings.getOrDefault(new Section(wanted, name, false), List.of());
        List<Integer> prefixed = headings.getOrDefault(new Section(wanted, name, true), List.of());
        if (bare.isEmpty() || prefixed.isEmpty()) {
            return bare.isEmpty() ? prefixed : bare;
        }
        return bare.getLast() > prefixed.getLast() ? bare : prefixed;
    }

    /** Where what is headed here ends: the next heading, or the end. */
    int end(int heading) {
        int at = heading + 1;
        while (at < lines.size() && !(lines.get(at) instanceof Line.Heading)) {
            at++;
        }
        return at;
    }

    /** Behind the last line of the setting that begins here. */
    int afterSetting(int property) {
        int after = property + 1;
        for (int at = property + 1; at < lines.size(); at++) {
            Line line = lines.get(at);
            if (line instanceof Line.Continuation) {
                after = at + 1;
            } else if (!(line instanceof Line.Blank) && !(line instanceof Line.Remark)) {
                return after;
            }
        }
        return after;
    }

    /** Behind the last setting of what is headed here; behind the heading if there is none. */
    int afterLastSetting(int heading) {
        int after = heading + 1;
        int end = end(heading);
        for (int at = heading + 1; at < end; at++) {
            if (lines.get(at) instanceof Line.Property || lines.get(at) instanceof Line.Continuation) {
                after = at + 1;
            }
        }
        return after;
    }

    /** What a section has; of a key that two headings of it have, the last counts. */
    Content content(Section.Kind wanted, String name) {
        Map<String, String> settings = new LinkedHashMap<>();
        Set<String> unclear = new HashSet<>();
        Optional<Flaw> flaw = Optional.empty();
        for (int start : headings(wanted, name)) {
            Set<String> here = new HashSet<>();
            int end = end(start);
            for (int at = start + 1; at < end; at++) {
                Optional<Flaw> found = Optional.empty();
                if (lines.get(at) instanceof Line.Property property) {
                    settings.put(property.key(), value(property, at));
                    if (here.add(property.key())) {
                        found = flawInBlock(property, at);
                    } else {
                        unclear.add(property.key());
                        found = Optional.of(new Flaw(at + 1, "sets a key for the second time"));
                    }
                } else if (lines.get(at) instanceof Line.Junk) {
                    found = Optional.of(new Flaw(at + 1, "is not a setting"));
                }
                flaw = flaw.isPresent() ? flaw : found;
            }
        }
        return new Content(new ProfileSettings(settings), unclear, flaw);
    }

    private String value(Line.Property property, int at) {
        StringBuilder value = new StringBuilder(property.value());
        int after = afterSetting(at);
        for (int line = at + 1; line < after; line++) {
            if (lines.get(line) instanceof Line.Continuation more) {
                value.append('\n').append(more.value());
            } else if (lines.get(line) instanceof Line.Blank) {
                value.append('\n');
            }
        }
        return value.toString();
    }

    /** A setting whose further lines are settings of their own has a value of its own or such lines only. */
    private Optional<Flaw> flawInBlock(Line.Property property, int at) {
        int after = property.value().isEmpty() ? afterSetting(at) : at;
        for (int line = at + 1; line < after; line++) {
            if (lines.get(line) instanceof Line.Continuation more
                    && more.value().indexOf('=') < 0) {
                return Optional.of(new Flaw(line + 1, "is not a setting"));
            }
        }
        return Optional.empty();
    }
}
