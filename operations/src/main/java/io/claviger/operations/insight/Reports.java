package io.claviger.operations.insight;

import io.claviger.iam.ActionUse;
import io.claviger.iam.store.Reading;
import io.claviger.operations.insight.Snapshot.LastUse;
import io.claviger.operations.insight.Snapshot.Tracked;
import io.claviger.policy.catalog.Action;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Makes reports of what policies may allow and of what was used. */
final class Reports {

    private final Predicate<String> tracked;

    /** Of actions whose use is known; they have their prefixes. */
    Reports(Predicate<String> tracked) {
        this.tracked = tracked;
    }

    /** The report on a subject; without the uses of long ago. */
    Snapshot of(Reading reading, ReportSubject subject, Instant now, boolean withActions) {
        List<ActionUse> uses = subject.entities().stream()
                .flatMap(entity -> reading.access().of(entity.id()).stream())
                .filter(use -> use.date().isAfter(now.minus(AccessJobs.TRACKED)))
                .toList();
        Map<String, List<ActionUse>> byService = uses.stream().collect(Collectors.groupingBy(ActionUse::service));
        List<Snapshot.Service> services = new ArrayList<>();
        new PotentialAccess(subject.policies()).services().forEach((namespace, actions) -> {
            List<ActionUse> here = byService.getOrDefault(namespace, List.of());
            services.add(new Snapshot.Service(
                    namespace, latestOfEach(here), withActions ? tracked(actions, here) : List.of()));
        });
        return new Snapshot(List.copyOf(subject.entities()), services);
    }

    private static List<LastUse> latestOfEach(List<ActionUse> uses) {
        Map<String, LastUse> latest = uses.stream()
                .map(Reports::last)
                .collect(Collectors.toMap(
                        LastUse::entityId,
                        use -> use,
                        (one, other) -> one.date().isBefore(other.date()) ? other : one));
        return latest.values().stream()
                .sorted(Comparator.comparing(LastUse::entityId))
                .toList();
    }

    private List<Tracked> tracked(List<Action> actions, List<ActionUse> uses) {
        return actions.stream()
                .filter(action -> tracked.test(action.qualifiedName()))
                .map(Action::name)
                .map(name -> new Tracked(
                        name,
                        uses.stream()
                                .filter(use -> use.action().equals(name))
                                .max(Comparator.comparing(ActionUse::date))
                                .map(Reports::last)
                                .orElse(null)))
                .toList();
    }

    private static LastUse last(ActionUse use) {
        return new LastUse(use.principalId(), use.date(), use.region());
    }
}
