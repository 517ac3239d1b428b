package io.claviger.operations;

import io.claviger.iam.access.Caller;
import java.time.Instant;

/** Under which circumstances a request comes, who sends it aside. */
record Circumstances(String region, String sourceIp, boolean secureTransport, String userAgent, String referer) {

    static final Circumstances USUAL =
            new Circumstances("us-east-1", "192.0.2.7", true, "aws-cli/2.30.0", "https://console.example.org/");

    Circumstances from(String address) {
        return new Circumstances(region, address, secureTransport, userAgent, referer);
    }

    Circumstances inTheClear() {
        return new Circumstances(region, sourceIp, false, userAgent, referer);
    }

    Call call(Caller caller, Instant time) {
        return new Call(caller, time, region, sourceIp, secureTransport, userAgent, referer);
    }
}
