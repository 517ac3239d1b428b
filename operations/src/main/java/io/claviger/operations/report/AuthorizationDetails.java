package io.claviger.operations.report;

import io.claviger.access.RoleUses;
import io.claviger.iam.Arns;
import io.claviger.iam.AwsManagedPolicies;
import io.claviger.iam.AwsManagedPolicy;
import io.claviger.iam.Group;
import io.claviger.iam.ManagedPolicy;
import io.claviger.iam.Role;
import io.claviger.iam.User;
import io.claviger.iam.store.Reading;
import io.claviger.iam.store.Slice;
import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.Execution;
import io.claviger.operations.gate.Finder;
import io.claviger.operations.gate.Operation;
import io.claviger.operations.gate.Refused;
import io.claviger.operations.request.Marker;
import io.claviger.operations.request.Page;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.EntityType;
import software.amazon.awssdk.services.iam.model.GetAccountAuthorizationDetailsRequest;
import software.amazon.awssdk.services.iam.model.GetAccountAuthorizationDetailsResponse;

/**
 * Who may do what in an account: users, roles, groups and policies with all that they allow, page by page. A page ends
 * early if its documents are many, so that memory is bounded however large an account is.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountAuthorizationDetails.html">
 *     GetAccountAuthorizationDetails</a>
 */
public final class AuthorizationDetails {

    private static final int READ_AT_ONCE = 100;

    /** The sections, in the order in which pages go through them. */
    private enum Section {
        USERS(EntityType.USER),
        ROLES(EntityType.ROLE),
        GROUPS(EntityType.GROUP),
        OWN_POLICIES(EntityType.LOCAL_MANAGED_POLICY),
        AWS_POLICIES(EntityType.AWS_MANAGED_POLICY);

        private final EntityType type;

        Section(EntityType type) {
            this.type = type;
        }

        static Set<Section> wanted(List<EntityType> filter) {
            Set<Section> wanted = EnumSet.allOf(Section.class);
            if (!filter.isEmpty()) {
                wanted.removeIf(section -> !filter.contains(section.type));
            }
            return wanted;
        }
    }

    /** How far a page goes: a section, and the name in it. */
    private record Position(Section section, @Nullable String name) {

        static Position parse(String text) {
            int end = text.indexOf(' ');
            return new Position(Section.valueOf(text.substring(0, end)), text.substring(end + 1));
        }

        String text() {
            return section + " " + name;
        }
    }

    private final RoleUses roleUses;

    /** Details that say when roles were last used. */
    public AuthorizationDetails(RoleUses roleUses) {
        this.roleUses = roleUses;
    }

    /** Its row of the catalog. */
    public Stream<Operation<?>> operations() {
        return Stream.of(Operation.on(
                "iam:GetAccountAuthorizationDetails",
                GetAccountAuthorizationDetailsRequest.class,
                Finder.anything(),
                this::get));
    }

    private GetAccountAuthorizationDetailsResponse get(Execution<GetAccountAuthorizationDetailsRequest> execution) {
        Call call = execution.call();
        GetAccountAuthorizationDetailsRequest request = execution.request();
        Set<Section> wanted = Section.wanted(request.filter());
        String scope = "authorization details " + call.accountId() + " " + wanted;
        int size = request.maxItems() == null ? Page.DEFAULT_MAX_ITEMS : request.maxItems();
        Optional<Position> after = Optional.ofNullable(request.marker())
                .map(marker -> Position.parse(read(marker, scope, wanted.size() == 1)));
        return execution.read(reading -> {
            DetailPage page = new DetailPage(roleUses, reading, call, size);
            Optional<Position> end = fill(page, reading, call, wanted, after);
            return page.response()
                    .isTruncated(end.isPresent())
                    .marker(end.map(position -> Marker.after(position.text(), scope))
                            .orElse(null))
                    .build();
        });
    }

    /** AWS has another text for a marker beside a filter of one kind. */
    private static String read(String marker, String scope, boolean isOfOneKind) {
        try {
            return Marker.read(marker, scope);
        } catch (Refused invalid) {
            throw isOfOneKind ? Refused.validation("Marker and Filter do not match") : invalid;
        }
    }

    /** Returns where the page ends; empty if everything is on it. */
    private static Optional<Position> fill(
            DetailPage page, Reading reading, Call call, Set<Section> wanted, Optional<Position> after) {
        Section first = after.map(Position::section).orElse(Section.USERS);
        Position end = after.orElse(new Position(Section.USERS, null));
        for (Section section : wanted) {
            if (section.compareTo(first) < 0) {
                continue;
            }
            String from = section == first ? end.name() : null;
            Filling filling = fill(page, reading, call, section, from);
            if (filling.last() != null) {
                end = new Position(section, filling.last());
            }
            if (filling.isCutOff()) {
                return Optional.of(end);
            }
        }
        return Optional.empty();
    }

    /**
     * What of a section went onto a page.
     *
     * @param last the last name that did; null for none
     * @param isCutOff whether there are more
     */
    private record Filling(@Nullable String last, boolean isCutOff) {}

    private static Filling fill(DetailPage page, Reading reading, Call call, Section section, @Nullable String after) {
        String account = call.accountId();
        return switch (section) {
            case USERS -> fill(page, after, slice -> reading.users().list(account, slice), User::name, page::add);
            case ROLES -> fill(page, after, slice -> reading.roles().list(account, slice), Role::name, page::add);
            case GROUPS -> fill(page, after, slice -> reading.groups().list(account, slice), Group::name, page::add);
            case OWN_POLICIES ->
                fill(page, after, slice -> reading.policies().list(account, slice), ManagedPolicy::name, page::add);
            case AWS_POLICIES ->
                fill(page, after, slice -> usedOfAws(reading, account, slice), AwsManagedPolicy::arn, page::add);
        };
    }

    private static <E> Filling fill(
            DetailPage page,
            @Nullable String after,
            Function<Slice, List<E>> list,
            Function<E, String> name,
            Consumer<E> add) {
        String last = null;
        while (true) {
            List<E> found = list.apply(new Slice("/", last == null ? after : last, READ_AT_ONCE));
            for (E entity : found) {
                if (page.isFull()) {
                    return new Filling(last, true);
                }
                add.accept(entity);
                last = name.apply(entity);
            }
            if (found.size() < READ_AT_ONCE) {
                return new Filling(last, false);
            }
        }
    }

    /** AWS's policies that are attached to somebody or bound somebody, by ARN. */
    private static List<AwsManagedPolicy> usedOfAws(Reading reading, String account, Slice slice) {
        String after = slice.after();
        return Stream.concat(
                        reading.policies().attachedArns(account).stream(),
                        reading.policies().boundingArns(account).stream())
                .filter(Arns::isAwsManagedPolicy)
                .filter(arn -> after == null || arn.compareTo(after) > 0)
                .sorted()
                .distinct()
                .flatMap(arn -> AwsManagedPolicies.find(arn).stream())
                .limit(slice.limit())
                .toList();
    }
}
