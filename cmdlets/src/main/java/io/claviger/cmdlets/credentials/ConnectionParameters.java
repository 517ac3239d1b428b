package io.claviger.cmdlets.credentials;

import io.claviger.cmdlets.keys.SharedFiles;
import io.claviger.powershell.command.Completion;
import io.claviger.powershell.command.Parameter;
import io.claviger.powershell.command.ParameterType;
import io.claviger.powershell.value.Conversion;
import io.claviger.powershell.value.ShellObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parameters that every cmdlet of a service has: for keys, region and endpoint. */
public final class ConnectionParameters {

    static final ParameterType CREDENTIALS =
            ParameterType.of("Amazon.Runtime.AWSCredentials", ConnectionParameters::credentials);

    static final ParameterType REGION = ParameterType.of("System.Object", Regions::systemName);

    static final Completion PROFILES = (bound, session) ->
            SharedFiles.of(session, bound.text("ProfileLocation")).names();

    private ConnectionParameters() {}

    /** All of them. */
    public static List<Parameter> all() {
        return List.of(
                text("AccessKey", "The access key's ID.").alias("AK"),
                text("SecretKey", "The secret access key.").alias("SK", "SecretAccessKey"),
                text("SessionToken", "The token that goes with temporary keys.").alias("ST"),
                text("ProfileName", "The profile whose keys are used.")
                        .alias("StoredCredentials", "AWSProfileName")
                        .offering(PROFILES),
                text("ProfileLocation", "The file in which the profile is looked for, and nowhere else.")
                        .alias("AWSProfilesLocation", "ProfilesLocation"),
                Parameter.of(
                                "Credential",
                                CREDENTIALS,
                                "Keys, as Use-STSRole, New-AWSCredential and others write them.")
                        .byPropertyName(),
                Parameter.of("Region", REGION, "The region's system name, such as us-east-1.")
                        .alias("RegionToCall")
                        .byPropertyName(),
                text("EndpointUrl", "The server's address, if it is not AWS's own."));
    }

    private static Parameter text(String name, String help) {
        return Parameter.of(name, ParameterType.STRING, help).byPropertyName();
    }

    private static @Nullable Object credentials(@Nullable Object value) {
        if (value == null || (value instanceof ShellObject object && StoredCredentials.is(object))) {
            return value;
        }
        throw Conversion.impossible(value, "Amazon.Runtime.AWSCredentials", "");
    }
}
