package io.claviger.cmdlets.credentials;

import io.claviger.cmdlets.value.ObjectType;
import io.claviger.cmdlets.value.ShellObject;
import io.claviger.cmdlets.value.Text;
import io.claviger.cmdlets.value.View;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** Credentials as objects of the pipeline. They carry their keys; none is a property, so none is printed. */
final class StoredCredentials {

    static final String VARIABLE = "StoredAWSCredentials";

    private static final ObjectType TYPE = ObjectType.viewed(
            "Amazon.PowerShell.Common.AWSPSCredentials", View.ofProperties(List.of("Name", "SourceType")));

    /** Keys, and the profile that they are of; its name is empty when they are of none. */
    record Source(AwsCredentialsProvider keys, String profile) {}

    private StoredCredentials() {}

    /** Keys in the hand. */
    static AwsCredentialsProvider keys(String id, String secret, Optional<String> token) {
        AwsCredentials keys = token.<AwsCredentials>map(one -> AwsSessionCredentials.create(id, secret, one))
                .orElseGet(() -> AwsBasicCredentials.create(id, secret));
        return StaticCredentialsProvider.create(keys);
    }

    /** The object that carries keys. */
    static ShellObject object(AwsCredentialsProvider keys, String profile, String source) {
        return new ShellObject(TYPE)
                .with("Name", profile)
                .with("SourceType", source)
                .carrying(new Source(keys, profile));
    }

    /** Whether an object is or has keys. */
    static boolean is(ShellObject object) {
        return of(object).isPresent();
    }

    /** The keys of an object: those that it carries, or those that STS's answers have as properties. */
    static Optional<Source> of(ShellObject object) {
        if (object.carried(Source.class).isPresent()) {
            return object.carried(Source.class);
        }
        Object id = object.get("AccessKeyId");
        Object secret = object.get("SecretAccessKey");
        Object token = object.get("SessionToken");
        return id == null || secret == null
                ? Optional.empty()
                : Optional.of(new Source(
                        keys(
                                Text.of(id),
                                Text.of(secret),
                                Optional.ofNullable(token).map(Text::of)),
                        ""));
    }
}
