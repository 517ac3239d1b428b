package io.claviger.access;

import io.claviger.policy.request.ContextValue;
import org.jspecify.annotations.Nullable;

/** The condition keys that describe the request itself. */
final class RequestKeys {

    private RequestKeys() {}

    /** The key's value; null if it is no such key, or the request has no value for it. */
    static @Nullable ContextValue value(Circumstances circumstances, String key) {
        return switch (key) {
            case "aws:currenttime" -> KeyValues.text(circumstances.time().toString());
            case "aws:epochtime" ->
                KeyValues.text(Long.toString(circumstances.time().getEpochSecond()));
            case "aws:sourceip" -> KeyValues.text(circumstances.sourceIp());
            case "aws:securetransport" -> KeyValues.text(Boolean.toString(circumstances.secureTransport()));
            case "aws:useragent" -> KeyValues.text(circumstances.userAgent());
            case "aws:referer" -> KeyValues.text(circumstances.referer());
            case "aws:requestedregion" -> KeyValues.text(circumstances.region());
            // AWS's services ask for nothing in the name of somebody else here.
            case "aws:viaawsservice" -> KeyValues.text("false");
            default -> null;
        };
    }
}
