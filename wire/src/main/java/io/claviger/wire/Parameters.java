package io.claviger.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request's decoded parameters in the order of their arrival. Immutable as long as nobody keeps the map given to the
 * constructor. Its text form shows names only, since values may be secrets.
 *
 * @param values from name to value; no name twice
 */
public record Parameters(Map<String, String> values) {

    /** The most parameters of one request; the largest real ones, policy simulations, have a few hundred. */
    public static final int MAX_PARAMETERS = 2_048;

    /** The longest name, in characters; the longest of the service models has about a hundred. */
    public static final int MAX_NAME_LENGTH = 512;

    private static final byte[] LEADING_ACTION = "Action=".getBytes(StandardCharsets.US_ASCII);

    /** Wraps the map. */
    public Parameters {
        values = Collections.unmodifiableMap(values);
    }

    /**
     * The action that a form begins with, as every AWS client writes it; null if the form begins otherwise. It is a hint
     * about a request that has not been read yet, and costs next to nothing.
     */
    public static @Nullable String leadingAction(byte[] formBody) {
        int end = LEADING_ACTION.length;
        if (formBody.length < end || !Arrays.equals(formBody, 0, end, LEADING_ACTION, 0, end)) {
            return null;
        }
        while (end < formBody.length && formBody[end] != '&') {
            if (++end - LEADING_ACTION.length > MAX_NAME_LENGTH) {
                return null;
            }
        }
        return new String(formBody, LEADING_ACTION.length, end - LEADING_ACTION.length, StandardCharsets.US_ASCII);
    }

    /** The value under that name; null when there is none. */
    public @Nullable String get(String name) {
        return values.get(name);
    }

    /** The operation that is asked for; null when none is. */
    public @Nullable String action() {
        return values.get("Action");
    }

    /** The version of the API that is asked for; null when none is. */
    public @Nullable String version() {
        return values.get("Version");
    }

    /** The names only. */
    @Override
    public String toString() {
        return "Parameters" + values.keySet();
    }
}
