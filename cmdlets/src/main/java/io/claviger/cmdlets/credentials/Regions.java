package io.claviger.cmdlets.credentials;

import io.claviger.powershell.command.SessionValues;
import io.claviger.powershell.value.ObjectType;
import io.claviger.powershell.value.ShellObject;
import io.claviger.powershell.value.Text;
import io.claviger.powershell.value.View;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.RegionMetadata;

/** Regions as objects of the pipeline, and the session's region. */
final class Regions {

    /** The variable that holds it. */
    static final String VARIABLE = "StoredAWSRegion";

    private static final ObjectType TYPE = ObjectType.viewed(
            "Amazon.PowerShell.Common.AWSRegion", View.ofProperties(List.of("Region", "Name", "IsShellDefault")));

    private Regions() {}

    /** The session's region. */
    static Optional<String> stored(SessionValues session) {
        return Optional.ofNullable(session.variable(VARIABLE)).map(Regions::systemName);
    }

    /** The name of a region that is given as its name or as an object. */
    static @Nullable String systemName(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case ShellObject object when object.has("Region") -> Text.of(object.get("Region"));
            default -> Text.of(value);
        };
    }

    /** The region as an object. One that the SDK does not know is called an unknown region. */
    static ShellObject object(String systemName, boolean isDefault) {
        RegionMetadata known = RegionMetadata.of(Region.of(systemName));
        return new ShellObject(TYPE)
                .with("Region", systemName)
                .with("Name", known == null ? "Unknown" : known.description())
                .with("IsShellDefault", isDefault);
    }
}
