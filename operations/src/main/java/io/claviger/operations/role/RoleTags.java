package io.claviger.operations.role;

import io.claviger.iam.Quotas;
import io.claviger.iam.Role;
import io.claviger.iam.store.Reading;
import io.claviger.operations.gate.Execution;
import io.claviger.operations.gate.Operation;
import io.claviger.operations.request.NamedRole;
import io.claviger.operations.request.RequestedTags;
import io.claviger.operations.request.Tagging;
import java.util.function.Function;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.model.ListRoleTagsRequest;
import software.amazon.awssdk.services.iam.model.ListRoleTagsResponse;
import software.amazon.awssdk.services.iam.model.TagRoleRequest;
import software.amazon.awssdk.services.iam.model.TagRoleResponse;
import software.amazon.awssdk.services.iam.model.UntagRoleRequest;
import software.amazon.awssdk.services.iam.model.UntagRoleResponse;

/** Roles' tags. */
public final class RoleTags {

    private final Tagging<Role> tagging;

    /** Roles' tags within these quotas. */
    public RoleTags(Quotas quotas) {
        this.tagging = new Tagging<>(quotas.tagsPerEntity());
    }

    /** Its rows of the catalog. */
    public Stream<Operation<?>> operations() {
        return Stream.of(
                Operation.on(
                        "iam:TagRole",
                        TagRoleRequest.class,
                        NamedRole.target(TagRoleRequest::roleName).setting(tag -> RequestedTags.of(tag.tags())),
                        this::tag),
                Operation.on(
                        "iam:UntagRole",
                        UntagRoleRequest.class,
                        NamedRole.target(UntagRoleRequest::roleName).removing(UntagRoleRequest::tagKeys),
                        this::untag),
                Operation.on(
                        "iam:ListRoleTags",
                        ListRoleTagsRequest.class,
                        NamedRole.target(ListRoleTagsRequest::roleName),
                        this::list));
    }

    private TagRoleResponse tag(Execution<TagRoleRequest> execution) {
        TagRoleRequest request = execution.request();
        tagging.tag(execution, role(execution, request.roleName()), request.tags());
        return TagRoleResponse.builder().build();
    }

    private UntagRoleResponse untag(Execution<UntagRoleRequest> execution) {
        UntagRoleRequest request = execution.request();
        tagging.untag(execution, role(execution, request.roleName()), request.tagKeys());
        return UntagRoleResponse.builder().build();
    }

    private ListRoleTagsResponse list(Execution<ListRoleTagsRequest> execution) {
        ListRoleTagsRequest request = execution.request();
        var page = tagging.list(execution, role(execution, request.roleName()), request.marker(), request.maxItems());
        return ListRoleTagsResponse.builder()
                .tags(page.items())
                .isTruncated(page.isTruncated())
                .marker(page.nextMarker())
                .build();
    }

    private static Function<Reading, Role> role(Execution<?> execution, String name) {
        return reading -> NamedRole.in(reading, execution.call(), name);
    }
}
