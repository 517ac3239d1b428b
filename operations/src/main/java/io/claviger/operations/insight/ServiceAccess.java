package io.claviger.operations.insight;

import io.claviger.iam.store.Reading;
import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.EntityView;
import io.claviger.operations.gate.Execution;
import io.claviger.operations.gate.Operation;
import io.claviger.operations.gate.Refused;
import io.claviger.operations.gate.Target;
import io.claviger.operations.request.EntityArn;
import io.claviger.operations.request.NamedGroup;
import io.claviger.operations.request.NamedRole;
import io.claviger.operations.request.NamedUser;
import io.claviger.operations.request.Page;
import io.claviger.operations.request.RequestedArn;
import io.claviger.policy.catalog.ServiceCatalog;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.model.ListPoliciesGrantingServiceAccessEntry;
import software.amazon.awssdk.services.iam.model.ListPoliciesGrantingServiceAccessRequest;
import software.amazon.awssdk.services.iam.model.ListPoliciesGrantingServiceAccessResponse;
import software.amazon.awssdk.services.iam.model.PolicyOwnerEntityType;

/**
 * Which policies give a user, a group or a role access to services. Only permissions policies count: boundaries, control
 * policies and denials do not.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListPoliciesGrantingServiceAccess.html">
 *     ListPoliciesGrantingServiceAccess</a>
 */
public final class ServiceAccess {

    /** Its rows of the catalog. */
    public Stream<Operation<?>> operations() {
        return Stream.of(Operation.on(
                "iam:ListPoliciesGrantingServiceAccess",
                ListPoliciesGrantingServiceAccessRequest.class,
                (view, call, request) -> target(view, call, request.arn()),
                ServiceAccess::list));
    }

    /** An entity of another account shows nothing of itself: the operation finds none. */
    static Target target(EntityView view, Call call, String text) {
        EntityArn arn = required(call, text);
        if (!arn.accountId().equals(call.accountId())) {
            return Target.shownAs("*", arn.text(), call);
        }
        return switch (arn.kind()) {
            case USER -> NamedUser.target(view, call, arn.name());
            case GROUP -> NamedGroup.target(view, call, arn.name());
            case ROLE -> NamedRole.target(view, call, arn.name());
        };
    }

    static EntityArn required(Call call, String text) {
        String _ = RequestedArn.required(call, text);
        return EntityArn.parse(text)
                .orElseThrow(() -> Refused.invalidInput("Invalid ARN provided in the request: " + text));
    }

    private static ListPoliciesGrantingServiceAccessResponse list(
            Execution<ListPoliciesGrantingServiceAccessRequest> execution) {
        Call call = execution.call();
        ListPoliciesGrantingServiceAccessRequest request = execution.request();
        Page.Request asked =
                new Page.Request("policies granting access " + request.arn(), null, request.marker(), null);
        String after = asked.slice().after();
        List<String> namespaces = new TreeSet<>(request.serviceNamespaces().stream()
                        .map(namespace -> namespace.toLowerCase(Locale.ROOT))
                        .toList())
                .stream()
                        .filter(namespace -> after == null || namespace.compareTo(after) > 0)
                        .limit(asked.slice().limit())
                        .toList();
        return execution.read(reading -> {
            GrantingPolicies policies = policies(reading, call, required(call, request.arn()));
            requireServices(request.serviceNamespaces());
            Page<ListPoliciesGrantingServiceAccessEntry> page = asked.of(namespaces, namespace -> namespace)
                    .map(namespace -> ListPoliciesGrantingServiceAccessEntry.builder()
                            .serviceNamespace(namespace)
                            .policies(policies.granting(namespace))
                            .build());
            return ListPoliciesGrantingServiceAccessResponse.builder()
                    .policiesGrantingServiceAccess(page.items())
                    .isTruncated(page.isTruncated())
                    .marker(page.nextMarker())
                    .build();
        });
    }

    private static void requireServices(List<String> namespaces) {
        List<String> unknown = namespaces.stream()
                .filter(namespace -> !ServiceCatalog.aws().prefixes().contains(namespace.toLowerCase(Locale.ROOT)))
                .toList();
        if (!unknown.isEmpty()) {
            throw invalidNamespaces(unknown);
        }
    }

    /** The refusal of services that AWS does not have. */
    static Refused invalidNamespaces(List<String> unknown) {
        return Refused.invalidInput("Invalid service namespace: " + unknown);
    }

    static GrantingPolicies policies(Reading reading, Call call, EntityArn arn) {
        String account = call.accountId();
        boolean isOwn = arn.accountId().equals(account);
        return switch (arn.kind()) {
            case USER ->
                reading.users()
                        .named(account, arn.name())
                        .filter(user -> isOwn)
                        .map(user -> GrantingPolicies.ofUser(reading, account, user.id(), user.name()))
                        .orElseThrow(() -> unknown(arn));
            case GROUP ->
                reading.groups()
                        .named(account, arn.name())
                        .filter(group -> isOwn)
                        .map(group -> GrantingPolicies.of(
                                reading, account, PolicyOwnerEntityType.GROUP, group.id(), group.name()))
                        .orElseThrow(() -> unknown(arn));
            case ROLE ->
                reading.roles()
                        .named(account, arn.name())
                        .filter(role -> isOwn)
                        .map(role -> GrantingPolicies.of(
                                reading, account, PolicyOwnerEntityType.ROLE, role.id(), role.name()))
                        .orElseThrow(() -> unknown(arn));
        };
    }

    private static Refused unknown(EntityArn arn) {
        return Refused.noSuchEntity("ARN " + arn.text() + " was not found.");
    }
}
