package io.claviger.operations.insight;

import io.claviger.iam.Organization;
import io.claviger.iam.ServiceUse;
import io.claviger.iam.store.Reading;
import io.claviger.operations.insight.Snapshot.LastUse;
import io.claviger.policy.catalog.ServiceCatalog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.iam.model.AccessDetail;
import software.amazon.awssdk.services.iam.model.SortKeyType;

/**
 * The report on accounts of an organization. Claviger's organization has one root, all accounts directly below it, and no
 * policies of its own, so every account may use every service.
 *
 * @param root the path of the organization's root, as it was asked for
 * @param snapshot of each service the accounts that used it, as entities
 */
record OrganizationReport(String root, Snapshot snapshot) {

    /** AWS's policy that allows everything, the only one that there is. */
    static final String FULL_ACCESS = "p-FullAWSAccess";

    private static final Pattern PATH = Pattern.compile("(?<root>o-[a-z0-9]+/r-[a-z0-9]+)(?:/(?<account>[0-9]{12}))?");

    /** The report on the entity of a path; empty if there is none. The root's does not count the management account. */
    static Optional<OrganizationReport> of(Reading reading, Organization organization, String path, Instant now) {
        Matcher form = PATH.matcher(path);
        if (!form.matches()) {
            return Optional.empty();
        }
        Set<String> members = new TreeSet<>();
        reading.organizations().members().forEach(member -> members.add(member.accountId()));
        String account = form.group("account");
        if (account == null) {
            return Optional.of(of(reading, form.group("root"), members, now));
        }
        boolean exists = members.contains(account) || account.equals(organization.accountId());
        return exists ? Optional.of(of(reading, form.group("root"), Set.of(account), now)) : Optional.empty();
    }

    private static OrganizationReport of(Reading reading, String root, Set<String> accounts, Instant now) {
        List<ServiceUse> uses = accounts.stream()
                .flatMap(account -> reading.access().inAccount(account).stream())
                .filter(use -> use.date().isAfter(now.minus(AccessJobs.TRACKED)))
                .toList();
        List<Snapshot.Service> services = ServiceCatalog.aws().prefixes().stream()
                .map(namespace -> new Snapshot.Service(
                        namespace,
                        uses.stream()
                                .filter(use -> use.service().equals(namespace))
                                .map(use -> new LastUse(use.accountId(), use.date(), use.region()))
                                .toList(),
                        List.of()))
                .toList();
        return new OrganizationReport(root, new Snapshot(List.of(), services));
    }

    String text() {
        return root + "\n" + snapshot.text();
    }

    static OrganizationReport read(String text) {
        int end = text.indexOf('\n');
        return new OrganizationReport(text.substring(0, end), Snapshot.read(text.substring(end + 1)));
    }

    /** All services in this order. Those that were never used are earlier than all others, by their namespaces. */
    List<AccessDetail> details(SortKeyType order) {
        List<AccessDetail> details =
                new ArrayList<>(snapshot.services().stream().map(this::detail).toList());
        Comparator<AccessDetail> byNamespace = Comparator.comparing(AccessDetail::serviceNamespace);
        Comparator<AccessDetail> byTime = Comparator.comparing(
                        AccessDetail::lastAuthenticatedTime, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
                .thenComparing(byNamespace);
        details.sort(
                switch (order) {
                    case SERVICE_NAMESPACE_DESCENDING -> byNamespace.reversed();
                    case LAST_AUTHENTICATED_TIME_ASCENDING -> byTime;
                    case LAST_AUTHENTICATED_TIME_DESCENDING -> byTime.reversed();
                    case SERVICE_NAMESPACE_ASCENDING, UNKNOWN_TO_SDK_VERSION -> byNamespace;
                });
        return details;
    }

    private AccessDetail detail(Snapshot.Service service) {
        Optional<LastUse> last = service.uses().stream().max(Comparator.comparing(LastUse::date));
        return AccessDetail.builder()
                .serviceName(AccessShapes.name(service.namespace()))
                .serviceNamespace(service.namespace())
                .region(last.map(LastUse::region).orElse(null))
                .entityPath(last.map(use -> root + "/" + use.entityId()).orElse(null))
                .lastAuthenticatedTime(
                        last.map(use -> AccessShapes.millis(use.date())).orElse(null))
                .totalAuthenticatedEntities(service.uses().size())
                .build();
    }
}
