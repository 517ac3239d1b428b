package io.claviger.server.start;

import static io.claviger.server.command.Arguments.repeatable;

import io.claviger.server.command.Arguments;
import io.claviger.server.command.Misused;
import io.claviger.server.composition.HomeRegion;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.cli.Option;

/** The option {@code --region}, which may be given more than once. */
public final class RegionArguments {

    private static final String ANY = "any";
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,64}");

    private RegionArguments() {}

    /** The option of {@code start}, which says what signatures may name. */
    static Option ofStart() {
        return repeatable(
                "region", "NAME", "A region that clients may be set to, repeatable; \"any\" for all. Default: any");
    }

    /** The option of a command beside the server. */
    public static Option asForStart() {
        return repeatable(
                "region",
                "NAME",
                "As for start: the first one decides the partition of all ARNs. Default: any; ARNs are then of the partition aws");
    }

    /**
     * The regions; none for any.
     *
     * @throws Misused when one cannot be the name of a region
     */
    static List<String> read(Arguments arguments) {
        List<String> regions = arguments.texts("region");
        if (regions.contains(ANY)) {
            if (regions.size() > 1) {
                throw new Misused("--region " + ANY + " goes with no other --region");
            }
            return List.of();
        }
        for (String region : regions) {
            if (!NAME.matcher(region).matches()) {
                throw new Misused("--region " + region + " is not a region's name, such as eu-central-1");
            }
        }
        return regions;
    }

    /**
     * The home region of the server that is started with these regions.
     *
     * @throws Misused when one cannot be the name of a region
     */
    public static HomeRegion home(Arguments arguments) {
        return HomeRegion.of(read(arguments));
    }
}
