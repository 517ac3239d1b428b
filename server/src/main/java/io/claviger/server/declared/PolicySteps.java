package io.claviger.server.declared;

import io.claviger.server.declared.Declaration.Group;
import io.claviger.server.declared.Declaration.Policy;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.GetGroupResponse;
import software.amazon.awssdk.services.iam.model.PolicyVersion;

/** The steps for managed policies and for groups. */
record PolicySteps(Steps steps) {

    private static final int MOST_VERSIONS = 5;

    void policy(Policy wanted) {
        IamClient iam = steps.iam();
        String arn = steps.names().arn(wanted);
        String shown = "policy " + wanted.name();
        Optional<software.amazon.awssdk.services.iam.model.Policy> present =
                Steps.present(() -> iam.getPolicy(get -> get.policyArn(arn)).policy());
        if (present.isEmpty()) {
            steps.add(
                    wanted.place(),
                    "create " + shown,
                    () -> iam.createPolicy(create -> create.policyName(wanted.name())
                            .path(wanted.path())
                            .description(wanted.description())
                            .policyDocument(wanted.document())
                            .tags(Steps.tags(wanted.tags()))));
            return;
        }
        Steps.unchangeable(wanted.place(), shown, "description", present.get().description(), wanted.description());
        String document = Holder.decoded(iam.getPolicyVersion(
                        get -> get.policyArn(arn).versionId(present.get().defaultVersionId()))
                .policyVersion()
                .document());
        if (!JsonText.areEqual(document, wanted.document())) {
            change(wanted, arn, shown);
        }
        steps.tags(
                wanted.place(),
                shown,
                present.get().tags(),
                wanted.tags(),
                tags -> iam.tagPolicy(tag -> tag.policyArn(arn).tags(tags)),
                keys -> iam.untagPolicy(untag -> untag.policyArn(arn).tagKeys(keys)));
    }

    private void change(Policy wanted, String arn, String shown) {
        IamClient iam = steps.iam();
        List<PolicyVersion> versions =
                iam.listPolicyVersions(list -> list.policyArn(arn)).versions();
        if (versions.size() >= MOST_VERSIONS) {
            PolicyVersion oldest = versions.stream()
                    .filter(version -> !version.isDefaultVersion())
                    .min(Comparator.comparing(PolicyVersion::createDate)
                            .thenComparingInt(version ->
                                    Integer.parseInt(version.versionId().substring(1))))
                    .orElseThrow();
            if (!steps.prune()) {
                throw wanted.place()
                        .wrong(shown + " has " + MOST_VERSIONS
                                + " versions, and cannot have another: delete one, such as " + oldest.versionId()
                                + ", or declare prune: true");
            }
            steps.add(
                    wanted.place(),
                    "delete version " + oldest.versionId() + " of " + shown,
                    () -> iam.deletePolicyVersion(
                            delete -> delete.policyArn(arn).versionId(oldest.versionId())));
        }
        steps.add(
                wanted.place(),
                "change " + shown,
                () -> iam.createPolicyVersion(create ->
                        create.policyArn(arn).policyDocument(wanted.document()).setAsDefault(true)));
    }

    void group(Group wanted) {
        IamClient iam = steps.iam();
        String shown = "group " + wanted.name();
        Optional<GetGroupResponse> present = Steps.present(
                () -> iam.getGroup(get -> get.groupName(wanted.name()).maxItems(1)));
        if (present.isEmpty()) {
            steps.add(
                    wanted.place(),
                    "create " + shown,
                    () -> iam.createGroup(
                            create -> create.groupName(wanted.name()).path(wanted.path())));
        } else if (!present.get().group().path().equals(wanted.path())) {
            steps.add(
                    wanted.place(),
                    "move " + shown + " to " + wanted.path(),
                    () -> iam.updateGroup(
                            update -> update.groupName(wanted.name()).newPath(wanted.path())));
        }
        steps.rights(wanted.place(), shown, new Holder.OfGroup(iam, wanted.name()), present.isEmpty(), wanted.rights());
    }
}
