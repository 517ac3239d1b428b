package io.claviger.policy.request;

import io.claviger.policy.pattern.AsciiCase;
import io.claviger.policy.pattern.FoldedTable;

/** A request to decide. Immutable if its context is. */
public final class AuthorizationRequest {

    /** The longest action and resource, in characters. */
    public static final int MAX_LENGTH = 8_192;

    private static final int HEAD_COLONS = 5;

    private final String action;
    private final String resource;
    private final RequestContext context;
    private final int service;
    private final int serviceHash;
    private final int actionHash;

    /**
     * Makes a request.
     *
     * @param action service and name in any case, such as {@code iam:CreateUser}
     * @param resource an ARN, or {@code *} for an action that has no resource; the letters of an ARN's first five parts
     *     are kept in lower case, since they have no case
     * @param context the condition keys
     * @throws IllegalArgumentException if action or resource is longer than {@link #MAX_LENGTH}
     */
    public AuthorizationRequest(String action, String resource, RequestContext context) {
        if (action.length() > MAX_LENGTH || resource.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("action or resource longer than " + MAX_LENGTH + " characters");
        }
        this.action = action;
        this.resource = headInLowerCase(resource);
        this.context = context;
        int colon = action.indexOf(':');
        this.service = colon < 0 ? action.length() : colon;
        this.serviceHash = FoldedTable.hash(action, service);
        this.actionHash = FoldedTable.hash(action, action.length());
    }

    /** Service and name, as given. */
    public String action() {
        return action;
    }

    /** The resource; the first five parts of an ARN are in lower case. */
    public String resource() {
        return resource;
    }

    /** The condition keys. */
    public RequestContext context() {
        return context;
    }

    /** The length of the action's service, which ends before the colon. */
    public int service() {
        return service;
    }

    /** The {@link FoldedTable#hash} of the service. */
    public int serviceHash() {
        return serviceHash;
    }

    /** The {@link FoldedTable#hash} of the action. */
    public int actionHash() {
        return actionHash;
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

    @Override
    public String toString() {
        return action + " on " + resource;
    }
}
