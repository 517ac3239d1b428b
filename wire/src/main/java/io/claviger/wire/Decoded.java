package io.claviger.wire;

import software.amazon.awssdk.awscore.AwsRequest;

/** What became of a request's parameters. */
public sealed interface Decoded {

    /**
     * They are a request that keeps every constraint of the model.
     *
     * @param typed of the operation's request class; may hold secrets, log it only through {@link RequestParameters}
     */
    record Request(AwsRequest typed) implements Decoded {}

    /** They are not. */
    record Invalid(WireError error) implements Decoded {}
}
