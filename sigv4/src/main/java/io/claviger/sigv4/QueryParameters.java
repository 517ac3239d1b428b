package io.claviger.sigv4;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A query string, decoded and encoded again: "URI-encode each query parameter name and value; sort the parameters in
 * alphabetical order by key name after encoding". A plus sign stands for a space, as in every form. Immutable.
 */
final class QueryParameters {

    private static final QueryParameters NONE = new QueryParameters(List.of());

    private static final Comparator<Parameter> ORDER =
            Comparator.comparing(Parameter::name).thenComparing(Parameter::value);

    /** Sorted, and encoded the canonical way. */
    private final List<Parameter> parameters;

    private QueryParameters(List<Parameter> parameters) {
        this.parameters = parameters;
    }

    private record Parameter(String name, String value) {}

    /** Reads a raw query string; refuses one whose escapes are broken. */
    static Step<QueryParameters> parse(String query) {
        if (query.isEmpty()) {
            return new Step.Done<>(NONE);
        }
        List<Parameter> parameters = new ArrayList<>();
        for (int from = 0; from <= query.length(); ) {
            int to = query.indexOf('&', from);
            to = to < 0 ? query.length() : to;
            if (to > from) {
                if (parameters.size() == Bounds.QUERY_PARAMETERS) {
                    return new Step.Stopped<>(Refusals.tooLarge("number of parameters", Bounds.QUERY_PARAMETERS));
                }
                int equals = query.indexOf('=', from);
                boolean valueless = equals < 0 || equals >= to;
                String name = canonical(query, from, valueless ? to : equals);
                String value = valueless ? "" : canonical(query, equals + 1, to);
                if (name == null || value == null) {
                    return new Step.Stopped<>(Refusals.malformedQueryString());
                }
                parameters.add(new Parameter(name, value));
            }
            from = to + 1;
        }
        parameters.sort(ORDER);
        return new Step.Done<>(new QueryParameters(parameters));
    }

    /** Whether a parameter is there; auth parameters need no encoding, so their names are what is asked for. */
    boolean has(String name) {
        return count(name) > 0;
    }

    int count(String name) {
        int count = 0;
        for (Parameter parameter : parameters) {
            count += parameter.name.equals(name) ? 1 : 0;
        }
        return count;
    }

    /** The decoded value of the first parameter of a name, or null. */
    @Nullable
    String value(String name) {
        for (Parameter parameter : parameters) {
            if (parameter.name.equals(name)) {
                return UriEncoding.decode(parameter.value);
            }
        }
        return null;
    }

    /** The canonical query string of all parameters. */
    String canonical() {
        return canonicalWithout(Set.of());
    }

    /** The canonical query string, without the parameters of some names. */
    String canonicalWithout(Set<String> names) {
        if (parameters.isEmpty()) {
            return "";
        }
        StringBuilder canonical = new StringBuilder(256);
        for (Parameter parameter : parameters) {
            if (!names.contains(parameter.name)) {
                canonical.append(canonical.isEmpty() ? "" : "&");
                canonical.append(parameter.name).append('=').append(parameter.value);
            }
        }
        return canonical.toString();
    }

    private static @Nullable String canonical(String query, int from, int to) {
        int i = from;
        while (i < to && UriEncoding.isUnreserved(query.charAt(i))) {
            i++;
        }
        if (i == to) {
            return query.substring(from, to);
        }
        StringBuilder out = new StringBuilder(to - from + 16).append(query, from, i);
        while (i < to) {
            switch (query.charAt(i)) {
                case '+' -> {
                    out.append("%20");
                    i++;
                }
                case '%' -> i = i + 2 < to ? UriEncoding.appendEscape(out, query, i) : -1;
                default -> i = UriEncoding.appendEncoded(out, query, i);
            }
            if (i < 0) {
                return null;
            }
        }
        return out.toString();
    }
}
