package io.claviger.clients;

import software.amazon.awssdk.services.sts.StsClient;

/** Prints whose credentials the AWS SDK for Java finds by itself. */
final class JavaIdentity {

    private JavaIdentity() {}

    public static void main(String[] args) {
        try (StsClient sts = StsClient.create()) {
            System.out.println(sts.getCallerIdentity().arn());
        }
    }
}
