package io.claviger.server.composition;

import io.claviger.federation.oidc.OpenIdConnect;
import io.claviger.iam.Partition;
import io.claviger.iam.Quotas;
import io.claviger.operations.issuer.IssuerUrls;
import io.claviger.server.audit.AuditDirectory;
import io.claviger.server.console.Console;
import io.claviger.sigv4.Regions;
import io.claviger.sigv4.ServiceRules;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an operator decides about a server.
 *
 * @param regions those that signatures may name, the home region first; none for any region
 * @param cached how many callers, and how many users that are looked at, are kept in memory
 * @param audit empty for no audit trail
 * @param publicUrl where everybody reaches the server, without a slash at its end; empty for where it listens
 * @param openIdConnect which issuers of OpenID Connect may be asked, and whose keys come from files
 * @param console whether the web console is there, and where
 * @param encodedDenials whether denials bring all their reasons, for those who may decode them
 */
public record Settings(
        DataLocation data,
        List<String> regions,
        Quotas quotas,
        int cached,
        boolean metrics,
        Optional<AuditDirectory.Settings> audit,
        FirstStart.Given firstStart,
        Optional<URI> publicUrl,
        OpenIdConnect.Settings openIdConnect,
        Console.Settings console,
        boolean encodedDenials) {

    /** Of a server that has no network: nobody finds it there. */
    private static final URI NOWHERE = URI.create("http://claviger.invalid");

    public Settings {
        regions = List.copyOf(regions);
    }

    /** Settings with the console as usual, and denials that say what AWS's say. */
    public Settings(
            DataLocation data,
            List<String> regions,
            Quotas quotas,
            int cached,
            boolean metrics,
            Optional<AuditDirectory.Settings> audit,
            FirstStart.Given firstStart,
            Optional<URI> publicUrl,
            OpenIdConnect.Settings openIdConnect) {
        this(
                data,
                regions,
                quotas,
                cached,
                metrics,
                audit,
                firstStart,
                publicUrl,
                openIdConnect,
                Console.Settings.USUAL,
                false);
    }

    /** Settings without a URL of its own, for issuers on the internet. */
    public Settings(
            DataLocation data,
            List<String> regions,
            Quotas quotas,
            int cached,
            boolean metrics,
            Optional<AuditDirectory.Settings> audit,
            FirstStart.Given firstStart) {
        this(data, regions, quotas, cached, metrics, audit, firstStart, Optional.empty(), OpenIdConnect.Settings.USUAL);
    }

    /** The same for a server that listens there, if no other URL is given. */
    public Settings listeningAt(URI endpoint) {
        return new Settings(
                data,
                regions,
                quotas,
                cached,
                metrics,
                audit,
                firstStart,
                Optional.of(publicUrl.orElse(endpoint)),
                openIdConnect,
                console,
                encodedDenials);
    }

    /** The same on other data, and without an audit trail. */
    public Settings on(DataLocation other) {
        return new Settings(
                other, regions, quotas, cached, metrics, Optional.empty(), firstStart, publicUrl, openIdConnect);
    }

    /** Where issuers of tokens are. */
    public IssuerUrls issuerUrls() {
        return new IssuerUrls(publicUrl.orElse(NOWHERE));
    }

    /** The region of what has none of its own: {@code us-east-1} if any region is taken. */
    public String homeRegion() {
        return HomeRegion.of(regions).name();
    }

    /** The partition that the accounts are in: that of the home region. */
    public Partition partition() {
        return HomeRegion.of(regions).partition();
    }

    /** Which signatures are taken. */
    public ServiceRules serviceRules() {
        if (regions.isEmpty()) {
            return ServiceRules.queryService(Map.of("iam", Regions.any(), "sts", Regions.any()));
        }
        Set<String> iam = new LinkedHashSet<>(regions);
        iam.add(HomeRegion.OF_IAM.name());
        return ServiceRules.queryService(
                Map.of("iam", new Regions.Only(iam), "sts", new Regions.Only(Set.copyOf(regions))));
    }
}
