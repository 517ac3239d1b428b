package io.claviger.policy;

import io.claviger.policy.pattern.AsciiCase;

/**
 * A request to decide. Immutable if its context is.
 *
 * @param action service and name in any case, such as {@code iam:CreateUser}
 * @param resource an ARN, or {@code *} for an action that has no resource; the letters of an ARN's first five parts are
 *     kept in lower case, since they have no case
 * @param context the condition keys
 */
public record AuthorizationRequest(String action, String resource, RequestContext context) {

    /** The longest action and resource, in characters. */
    public static final int MAX_LENGTH = 8_192;

    private static final int HEAD_COLONS = 5;

    /**
     * Checks the lengths.
     *
     * @throws IllegalArgumentException if action or resource is longer than {@link #MAX_LENGTH}
     */
    public AuthorizationRequest {
        if (action.length() > MAX_LENGTH || resource.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("action or resource longer than " + MAX_LENGTH + " characters");
        }
        resource = headInLowerCase(resource);
    }

    private static String headInLowerCase(String resource) {
        int colons = 0;
        boolean upper = false;
        for (int i = 0; i < resource.length(); i++) {
            char c = resource.charAt(i);
            upper |= c >= 'A' && c <= 'Z';
            if (c == ':' && ++colons == HEAD_COLONS) {
                return upper ? AsciiCase.lower(resource.substring(0, i)) + resource.substring(i) : resource;
            }
        }
        return resource;
    }
}
