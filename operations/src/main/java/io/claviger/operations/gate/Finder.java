package io.claviger.operations.gate;

import io.claviger.iam.Tag;
import java.util.List;
import java.util.function.Function;

/** How the one target of an operation is found. */
@FunctionalInterface
public interface Finder<Q> {

    /** The target of this request. */
    Target find(EntityView view, Call call, Q request);

    /** What no resource limits, in every request. */
    static <Q> Finder<Q> anything() {
        return (view, call, request) -> Target.anything(call);
    }

    /** What no resource limits, in a service whose refusals then name none. */
    static <Q> Finder<Q> unnamed() {
        return (view, call, request) -> Target.anything(call).unnamed();
    }

    /** The same target with a condition key whose value the request gives. */
    default Finder<Q> with(String key, Function<Q, String> value) {
        return (view, call, request) -> find(view, call, request).with(key, value.apply(request));
    }

    /** The same target for requests that set these tags. */
    default Finder<Q> setting(Function<Q, List<Tag>> tags) {
        return (view, call, request) -> find(view, call, request).setting(tags.apply(request));
    }

    /** The same target for requests that remove the tags of these keys. */
    default Finder<Q> removing(Function<Q, List<String>> tagKeys) {
        return (view, call, request) -> find(view, call, request).removing(tagKeys.apply(request));
    }
}
