package io.claviger.operations.role;

import io.claviger.iam.Arns;
import io.claviger.iam.Attachment;
import io.claviger.iam.InlinePolicy;
import io.claviger.iam.Role;
import io.claviger.iam.RoleOrigin;
import io.claviger.iam.UniqueIds;
import io.claviger.iam.store.Reading;
import io.claviger.iam.store.Slice;
import io.claviger.iam.store.Writing;
import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.Check;
import io.claviger.operations.gate.EntityView;
import io.claviger.operations.gate.ErrorCode;
import io.claviger.operations.gate.Execution;
import io.claviger.operations.gate.Operation;
import io.claviger.operations.gate.Refused;
import io.claviger.operations.gate.Target;
import io.claviger.operations.request.NamedRole;
import io.claviger.operations.request.PolicyArns;
import io.claviger.operations.template.CanonicalDocument;
import io.claviger.operations.template.RenderedRole;
import io.claviger.operations.template.RoleTemplate;
import io.claviger.operations.template.RoleTemplateFile;
import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.document.PolicyType;
import io.claviger.policy.parse.PolicyParser;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.model.AcquireRoleRequest;
import software.amazon.awssdk.services.iam.model.AcquireRoleResponse;

/**
 * Roles that are made of a template, or are there already as the template makes them.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_AcquireRole.html">AcquireRole</a>
 */
public final class AcquiredRoles {

    private static final String TEMPLATE_ARN = "iam:roletemplatearn";
    private static final String POLICY_ARN = "iam:policyarn";
    private static final Pattern NAME = Pattern.compile("[\\w+=,.@-]{1,64}");

    private final Roles roles;
    private final UniqueIds uniqueIds;
    private final int trustPolicySize;

    /** Adds roles within the quotas of these. */
    public AcquiredRoles(Roles roles, UniqueIds uniqueIds, int trustPolicySize) {
        this.roles = roles;
        this.uniqueIds = uniqueIds;
        this.trustPolicySize = trustPolicySize;
    }

    /** Its rows of the catalog. */
    public Stream<Operation<?>> operations() {
        return Stream.of(
                Operation.needing("iam:AcquireRole", AcquireRoleRequest.class, AcquiredRoles::checks, this::acquire));
    }

    /** There is no right to acquire: what it does is checked. What cannot be rendered is refused when it is executed. */
    private static List<Check> checks(EntityView view, Call call, AcquireRoleRequest request) {
        String arn = request.templateArn();
        List<Check> checks = new ArrayList<>();
        checks.add(new Check("iam:GetRoleTemplateVersion", RoleTemplates.target(call, arn, "role template ")));
        rendered(request).ifPresent(role -> {
            Optional<Role> present = view.ask(reading -> reading.roles().named(call.accountId(), role.name()));
            if (present.isPresent()) {
                checks.add(new Check(
                        "iam:GetRole", NamedRole.target(present.get(), call).with(TEMPLATE_ARN, arn)));
            } else {
                checks.addAll(creationChecks(call, role));
            }
        });
        return checks;
    }

    private static Optional<RenderedRole> rendered(AcquireRoleRequest request) {
        try {
            return RoleTemplateFile.find(request.templateArn(), request.templateMinorVersion())
                    .map(template -> RenderedRole.of(template, values(request)));
        } catch (Refused notRendered) {
            return Optional.empty();
        }
    }

    private static Map<String, List<String>> values(AcquireRoleRequest request) {
        Map<String, List<String>> values = new HashMap<>();
        request.replacementValues().forEach((name, entry) -> values.put(name, entry.values()));
        return values;
    }

    private static List<Check> creationChecks(Call call, RenderedRole role) {
        String arn = Arns.role(call.partition(), call.accountId(), role.path(), role.name());
        String template = role.template().arn();
        Target changed = Target.shownAs(arn, "role/" + role.name(), call).with(TEMPLATE_ARN, template);
        List<Check> checks = new ArrayList<>();
        checks.add(new Check("iam:CreateRole", Target.arn(arn, call).with(TEMPLATE_ARN, template)));
        role.template()
                .managedPolicyArns()
                .forEach(policy -> checks.add(new Check("iam:AttachRolePolicy", changed.with(POLICY_ARN, policy))));
        if (!role.inlinePolicies().isEmpty()) {
            checks.add(new Check("iam:PutRolePolicy", changed));
        }
        return checks;
    }

    private AcquireRoleResponse acquire(Execution<AcquireRoleRequest> execution) {
        Call call = execution.call();
        AcquireRoleRequest request = execution.request();
        RoleTemplate template = RoleTemplateFile.find(request.templateArn(), request.templateMinorVersion())
                .orElseThrow(
                        () -> Refused.noSuchEntity("Role template not found in repository: " + request.templateArn()));
        RenderedRole rendered = RenderedRole.of(template, values(request));
        if (!NAME.matcher(rendered.name()).matches()) {
            throw Refused.invalidInput("The role name " + rendered.name() + " is not valid.");
        }
        return execution.write(writing -> {
            Role role = writing.roles()
                    .named(call.accountId(), rendered.name())
                    .map(present -> unchanged(writing, call, present, rendered))
                    .orElseGet(() -> made(writing, call, rendered));
            return AcquireRoleResponse.builder()
                    .role(RoleShapes.created(writing, call, role))
                    .build();
        });
    }

    private Role made(Writing writing, Call call, RenderedRole rendered) {
        Role role = new Role(
                call.accountId(),
                uniqueIds.role(),
                rendered.name(),
                rendered.path(),
                rendered.description(),
                call.time().truncatedTo(ChronoUnit.SECONDS),
                TrustDocument.stored(writing, call, rendered.trust(), trustPolicySize),
                RoleTemplates.SESSION,
                null,
                List.of());
        roles.add(writing, role);
        for (String arn : rendered.template().managedPolicyArns()) {
            writing.insert(
                    new Attachment(role.accountId(), role.id(), arn, PolicyArns.requireAttachable(writing, call, arn)));
        }
        rendered.inlinePolicies()
                .forEach((name, document) ->
                        writing.insert(new InlinePolicy(role.accountId(), role.id(), name, document, size(document))));
        writing.insert(new RoleOrigin(
                role.accountId(),
                role.id(),
                rendered.template().arn(),
                RoleTemplate.MINOR_VERSION,
                rendered.fingerprint()));
        return role;
    }

    private static int size(String document) {
        if (PolicyParser.parse(document, PolicyType.IDENTITY) instanceof PolicyDocument policy) {
            return policy.size();
        }
        throw new Refused(ErrorCode.MALFORMED_POLICY_DOCUMENT, "Syntax errors in policy.");
    }

    /** The role that is there, if it is as the template makes it with these values. */
    private static Role unchanged(Reading reading, Call call, Role role, RenderedRole rendered) {
        RoleOrigin origin = reading.roles()
                .origin(role.id())
                .orElseThrow(() -> new Refused(
                        ErrorCode.NAME_CONFLICT,
                        "A role with this name already exists in the account but was not created from this template."
                                + " Choose a different role name, or remove the existing role if it is no longer"
                                + " needed."));
        if (!origin.fingerprint().equals(rendered.fingerprint())) {
            throw new Refused(
                    ErrorCode.NAME_CONFLICT,
                    "A role with this name exists but was created with different parameters. Pass a unique roleName to"
                            + " create a new role.");
        }
        if (!isAsMade(reading, call, role, rendered)) {
            throw new Refused(
                    ErrorCode.ROLE_MODIFIED,
                    "Role " + role.name() + " has been modified since it was created and is no longer managed.");
        }
        return role;
    }

    /** Its description and the length of its sessions may be changed. */
    private static boolean isAsMade(Reading reading, Call call, Role role, RenderedRole rendered) {
        Set<String> attached = new HashSet<>();
        reading.attachments().ofOwner(role.id(), Slice.ALL).forEach(policy -> attached.add(policy.policyArn()));
        Map<String, String> inline = new HashMap<>();
        reading.inlinePolicies()
                .ofOwner(role.id(), Slice.ALL)
                .forEach(policy -> inline.put(policy.name(), CanonicalDocument.of(policy.document())));
        Map<String, String> asMade = new HashMap<>();
        rendered.inlinePolicies().forEach((name, document) -> asMade.put(name, CanonicalDocument.of(document)));
        return role.tags().isEmpty()
                && role.boundaryArn() == null
                && CanonicalDocument.of(TrustDocument.shown(reading, call, role.trustPolicy()))
                        .equals(CanonicalDocument.of(rendered.trust()))
                && attached.equals(new HashSet<>(rendered.template().managedPolicyArns()))
                && inline.equals(asMade);
    }
}
