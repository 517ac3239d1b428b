package io.claviger.access;

import io.claviger.policy.request.ContextValue;
import org.jspecify.annotations.Nullable;

/** The condition keys that describe what a request acts on, and those that the request itself adds. */
final class ResourceKeys {

    private static final String TAG = "aws:resourcetag/";
    private static final String IAM_TAG = "iam:resourcetag/";

    private ResourceKeys() {}

    /** The key's value; null if it is no such key, or the resource has no value for it. */
    static @Nullable ContextValue value(Resource resource, String key) {
        if (key.equals("aws:resourceaccount")) {
            return KeyValues.text(resource.ownerId());
        }
        if (key.startsWith(TAG)) {
            return KeyValues.tag(resource.tags(), key.substring(TAG.length()));
        }
        if (key.startsWith(IAM_TAG)) {
            return KeyValues.tag(resource.tags(), key.substring(IAM_TAG.length()));
        }
        return resource.keys().get(key);
    }
}
