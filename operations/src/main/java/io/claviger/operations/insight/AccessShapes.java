package io.claviger.operations.insight;

import io.claviger.iam.Role;
import io.claviger.iam.User;
import io.claviger.iam.store.Reading;
import io.claviger.operations.gate.Call;
import io.claviger.operations.insight.Snapshot.Entity;
import io.claviger.operations.insight.Snapshot.LastUse;
import io.claviger.operations.insight.Snapshot.Tracked;
import io.claviger.policy.catalog.Service;
import io.claviger.policy.catalog.ServiceCatalog;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.EntityDetails;
import software.amazon.awssdk.services.iam.model.EntityInfo;
import software.amazon.awssdk.services.iam.model.PolicyOwnerEntityType;
import software.amazon.awssdk.services.iam.model.ServiceLastAccessed;
import software.amazon.awssdk.services.iam.model.TrackedActionLastAccessed;

/** What reports say, in the shapes of the wire. Entities that are gone are not named. */
final class AccessShapes {

    private AccessShapes() {}

    /** Times of reports have milliseconds. */
    static Instant millis(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS);
    }

    /** What AWS calls a service here: the name of its own reference, but for IAM, where that has an abbreviation. */
    static String name(String namespace) {
        Service service = ServiceCatalog.aws().service(namespace);
        return service == null ? namespace : service.name().replace(" (IAM)", "");
    }

    static ServiceLastAccessed service(Reading reading, Call call, Snapshot.Service service) {
        Optional<LastUse> last = service.uses().stream().max(Comparator.comparing(LastUse::date));
        return ServiceLastAccessed.builder()
                .serviceName(name(service.namespace()))
                .serviceNamespace(service.namespace())
                .lastAuthenticated(last.map(use -> millis(use.date())).orElse(null))
                .lastAuthenticatedEntity(
                        last.flatMap(use -> arn(reading, call, use)).orElse(null))
                .lastAuthenticatedRegion(last.map(LastUse::region).orElse(null))
                .totalAuthenticatedEntities(service.uses().size())
                .trackedActionsLastAccessed(
                        service.actions().isEmpty()
                                ? null
                                : service.actions().stream()
                                        .map(action -> tracked(reading, call, action))
                                        .toList())
                .build();
    }

    private static TrackedActionLastAccessed tracked(Reading reading, Call call, Tracked action) {
        LastUse last = action.last();
        return last == null
                ? TrackedActionLastAccessed.builder()
                        .actionName(action.action())
                        .build()
                : TrackedActionLastAccessed.builder()
                        .actionName(action.action())
                        .lastAccessedTime(millis(last.date()))
                        .lastAccessedEntity(arn(reading, call, last).orElse(null))
                        .lastAccessedRegion(last.region())
                        .build();
    }

    private static Optional<String> arn(Reading reading, Call call, LastUse use) {
        return reading.users()
                .byId(use.entityId())
                .map(user -> user.arn(call.partition()))
                .or(() -> reading.roles().byId(use.entityId()).map(role -> role.arn(call.partition())));
    }

    /** Those who may use a service, the latest to use it first; nobody if the report does not have it. */
    static List<EntityDetails> entities(Reading reading, Call call, Snapshot snapshot, String namespace) {
        Optional<Snapshot.Service> service = snapshot.services().stream()
                .filter(one -> one.namespace().equals(namespace))
                .findAny();
        if (service.isEmpty()) {
            return List.of();
        }
        Map<String, LastUse> uses =
                service.get().uses().stream().collect(Collectors.toMap(LastUse::entityId, Function.identity()));
        return snapshot.entities().stream()
                .flatMap(entity -> info(reading, call, entity).stream())
                .map(info -> details(info, uses.get(info.id())))
                .sorted(Comparator.comparing(AccessShapes::position))
                .toList();
    }

    private static EntityDetails details(EntityInfo info, @Nullable LastUse use) {
        return EntityDetails.builder()
                .entityInfo(info)
                .lastAuthenticated(use == null ? null : millis(use.date()))
                .build();
    }

    /** The later, the earlier in the list; those who never used it at the end, all by their ARNs. */
    static String position(EntityDetails details) {
        Instant last = details.lastAuthenticated();
        long back = Long.MAX_VALUE - (last == null ? 0 : last.toEpochMilli());
        return String.format("%019d %s", back, details.entityInfo().arn());
    }

    private static Optional<EntityInfo> info(Reading reading, Call call, Entity entity) {
        return entity.isRole()
                ? reading.roles().byId(entity.id()).map(role -> info(call, role))
                : reading.users().byId(entity.id()).map(user -> info(call, user));
    }

    private static EntityInfo info(Call call, User user) {
        return EntityInfo.builder()
                .arn(user.arn(call.partition()))
                .name(user.name())
                .type(PolicyOwnerEntityType.USER)
                .id(user.id())
                .path(user.path())
                .build();
    }

    private static EntityInfo info(Call call, Role role) {
        return EntityInfo.builder()
                .arn(role.arn(call.partition()))
                .name(role.name())
                .type(PolicyOwnerEntityType.ROLE)
                .id(role.id())
                .path(role.path())
                .build();
    }
}
