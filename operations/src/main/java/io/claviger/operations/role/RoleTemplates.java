package io.claviger.operations.role;

import io.claviger.access.Resource;
import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.EntityView;
import io.claviger.operations.gate.Execution;
import io.claviger.operations.gate.Operation;
import io.claviger.operations.gate.Refused;
import io.claviger.operations.gate.Target;
import io.claviger.operations.request.RequestedArn;
import io.claviger.operations.template.RoleTemplate;
import io.claviger.operations.template.RoleTemplateFile;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.GetRoleTemplateVersionRequest;
import software.amazon.awssdk.services.iam.model.GetRoleTemplateVersionResponse;
import software.amazon.awssdk.services.iam.model.InlinePolicy;
import software.amazon.awssdk.services.iam.model.ManagedByTypeType;
import software.amazon.awssdk.services.iam.model.ParameterDefinition;
import software.amazon.awssdk.services.iam.model.RoleTemplateVersion;

/**
 * AWS's templates for roles: look at one.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRoleTemplateVersion.html">
 *     GetRoleTemplateVersion</a>
 */
public final class RoleTemplates {

    /** How long sessions of such roles last. */
    static final Duration SESSION = Duration.ofHours(1);

    /** Its rows of the catalog. */
    public Stream<Operation<?>> operations() {
        return Stream.of(Operation.on(
                "iam:GetRoleTemplateVersion",
                GetRoleTemplateVersionRequest.class,
                RoleTemplates::target,
                RoleTemplates::get));
    }

    private static Target target(EntityView view, Call call, GetRoleTemplateVersionRequest request) {
        return target(call, request.templateArn(), "role-template ");
    }

    /** Every account may read AWS's templates, if its policies allow it. */
    static Target target(Call call, String arn, String word) {
        String _ = RequestedArn.required(call, arn);
        if (!RoleTemplate.isArn(arn)) {
            throw RequestedArn.ofAnotherKind(arn);
        }
        return new Target(Resource.of(arn, call.accountId()), word + arn);
    }

    private static GetRoleTemplateVersionResponse get(Execution<GetRoleTemplateVersionRequest> execution) {
        GetRoleTemplateVersionRequest request = execution.request();
        RoleTemplate template = RoleTemplateFile.find(request.templateArn(), request.minorVersion())
                .orElseThrow(
                        () -> Refused.noSuchEntity("Role Template " + request.templateArn() + " cannot be found."));
        return GetRoleTemplateVersionResponse.builder()
                .roleTemplateVersion(shape(template))
                .build();
    }

    private static RoleTemplateVersion shape(RoleTemplate template) {
        return RoleTemplateVersion.builder()
                .templateArn(template.arn())
                .templateName(template.name())
                .templateVersionId(template.versionId())
                .description(template.description())
                .majorVersion(RoleTemplate.MAJOR_VERSION)
                .defaultMinorVersion(RoleTemplate.MINOR_VERSION)
                .managedByType(ManagedByTypeType.SERVICE)
                .managedByValue(template.service())
                .enabled(true)
                .minorVersion(RoleTemplate.MINOR_VERSION)
                .roleNamePattern("@{" + RoleTemplate.ROLE_NAME + "}")
                .rolePathPattern(template.path().equals("/") ? null : template.path())
                .roleDescriptionPattern(template.roleDescription())
                .assumeRolePolicyDocumentTemplate(template.trust())
                .inlinePolicyTemplates(inline(template))
                .managedPolicyArns(template.managedPolicyArns().isEmpty() ? null : template.managedPolicyArns())
                .parametersDefinition(template.parameters().stream()
                        .map(RoleTemplates::parameter)
                        .toList())
                .maxSessionDuration(Math.toIntExact(SESSION.toSeconds()))
                .versionEnabled(true)
                .createTimestamp(template.created())
                .updateTimestamp(template.created())
                .build();
    }

    private static @Nullable List<InlinePolicy> inline(RoleTemplate template) {
        return template.inlinePolicies().isEmpty()
                ? null
                : template.inlinePolicies().entrySet().stream()
                        .map(policy -> InlinePolicy.builder()
                                .policyName(policy.getKey())
                                .policyDocument(policy.getValue())
                                .build())
                        .toList();
    }

    private static ParameterDefinition parameter(RoleTemplate.Parameter parameter) {
        return ParameterDefinition.builder()
                .name(parameter.name())
                .type(parameter.isList() ? "StringList" : "String")
                .description(parameter.description())
                .isRequired(parameter.isRequired())
                .defaultValue(parameter.defaultValue())
                .immutable(false)
                .build();
    }
}
