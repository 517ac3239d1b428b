package io.claviger.operations;

import io.claviger.access.Caller;
import io.claviger.access.Circumstances;
import io.claviger.operations.gate.Call;
import java.time.Instant;

/** Where a request comes from, apart from who sends it and when. */
record Peer(String region, String sourceIp, boolean secureTransport, String userAgent, String referer) {

    static final Peer USUAL =
            new Peer("us-east-1", "192.0.2.7", true, "aws-cli/2.30.0", "https://console.example.org/");

    Peer from(String address) {
        return new Peer(region, address, secureTransport, userAgent, referer);
    }

    Peer inTheClear() {
        return new Peer(region, sourceIp, false, userAgent, referer);
    }

    Call call(Caller caller, Instant time) {
        return new Call(caller, circumstances(time));
    }

    Circumstances circumstances(Instant time) {
        return new Circumstances(time, region, sourceIp, secureTransport, userAgent, referer);
    }
}
