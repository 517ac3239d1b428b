package io.claviger.server.declared;

import io.claviger.iam.Arns;
import io.claviger.iam.AwsManagedPolicies;
import io.claviger.iam.Role;
import io.claviger.server.command.UnusableSetting;
import io.claviger.server.declared.Declaration.Group;
import io.claviger.server.declared.Declaration.Policy;
import io.claviger.server.declared.Declaration.Rights;
import io.claviger.server.declared.Declaration.User;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what GetAccountAuthorizationDetails says of an account, as aws-cli prints it, as a declaration; and what of it
 * cannot be declared.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountAuthorizationDetails.html">
 *     GetAccountAuthorizationDetails</a>
 */
public final class AuthorizationDetailsFile {

    private static final Pattern ACCOUNT = Pattern.compile("arn:[a-z-]+:iam::([0-9]{12}):.*");

    private final Path file;
    private final Entry all;
    private final List<String> left = new ArrayList<>();
    private final Map<String, String> own = new LinkedHashMap<>();
    private UnaryOperator<String> rewriting = UnaryOperator.identity();

    private AuthorizationDetailsFile(Path file, Entry all) {
        this.file = file;
        this.all = all;
    }

    /**
     * What a file says of an account.
     *
     * @param accountId whose the account was; empty if nothing in the file says so
     * @param left what cannot be taken over, a sentence each
     */
    public record Details(Declaration declaration, Optional<String> accountId, List<String> left) {}

    /**
     * Reads a file.
     *
     * @param into the account that it is to be taken over into
     * @param isRewritten whether the account's number becomes that one in all documents
     * @throws UnusableSetting if it is no such file, or only the first page of the details
     */
    public static Details read(Path file, String into, boolean isRewritten) {
        return new AuthorizationDetailsFile(file, Entry.in(file)).details(into, isRewritten);
    }

    private Details details(String into, boolean isRewritten) {
        if (all.names().stream().noneMatch(name -> name.endsWith("DetailList"))) {
            throw new UnusableSetting(file + " is not what aws iam get-account-authorization-details prints: it has no"
                    + " UserDetailList, GroupDetailList or RoleDetailList");
        }
        if (all.isTrue("IsTruncated")) {
            throw new UnusableSetting(file + " is only a part of the details: let aws-cli fetch all pages");
        }
        Optional<String> account = account();
        if (isRewritten) {
            String from =
                    account.orElseThrow(() -> new UnusableSetting(file + " has no ARN that says whose account it was"));
            Pattern number = Pattern.compile("(?<![0-9])" + from + "(?![0-9])");
            rewriting = text -> number.matcher(text).replaceAll(into);
        }
        List<Policy> policies = all.entries("Policies").stream()
                .filter(policy -> !Arns.isAwsManagedPolicy(policy.required("Arn")))
                .map(this::policy)
                .toList();
        List<Group> groups =
                all.entries("GroupDetailList").stream().map(this::group).toList();
        List<User> users =
                all.entries("UserDetailList").stream().map(this::user).toList();
        List<Declaration.Role> roles = all.entries("RoleDetailList").stream()
                .filter(this::isTaken)
                .map(this::role)
                .toList();
        return new Details(
                new Declaration(
                        Optional.of(into), false, policies, groups, users, roles, List.of(), List.of(), List.of()),
                account,
                left);
    }

    /** From the first ARN that is the account's own. */
    private Optional<String> account() {
        return List.of("UserDetailList", "GroupDetailList", "RoleDetailList", "Policies").stream()
                .flatMap(kind -> all.entries(kind).stream())
                .flatMap(entity -> entity.text("Arn").stream())
                .map(ACCOUNT::matcher)
                .filter(Matcher::matches)
                .map(arn -> arn.group(1))
                .findFirst();
    }

    private Policy policy(Entry policy) {
        String name = policy.required("PolicyName");
        own.put(policy.required("Arn"), name);
        List<Entry> versions = policy.entries("PolicyVersionList");
        Entry inForce = versions.stream()
                .filter(version -> version.isTrue("IsDefaultVersion"))
                .findFirst()
                .orElseThrow(() -> policy.place().wrong("the policy " + name + " has no default version"));
        if (versions.size() > 1) {
            left.add("of the policy " + name + " the version in force is taken, and not the other "
                    + (versions.size() - 1));
        }
        return new Policy(
                policy.place(),
                name,
                policy.required("Path"),
                policy.text("Description").orElse(null),
                document(inForce, "Document"),
                tags(policy));
    }

    private Group group(Entry group) {
        String name = group.required("GroupName");
        return new Group(
                group.place(), name, group.required("Path"), rights(group, "group " + name, "GroupPolicyList"));
    }

    private User user(Entry user) {
        String name = user.required("UserName");
        return new User(
                user.place(),
                name,
                user.required("Path"),
                boundary(user, "user " + name),
                tags(user),
                user.texts("GroupList"),
                rights(user, "user " + name, "UserPolicyList"),
                List.of());
    }

    private boolean isTaken(Entry role) {
        boolean isLinked = role.required("Path").startsWith(Role.SERVICE_LINKED_PATH);
        if (isLinked) {
            left.add("the role " + role.required("RoleName")
                    + " is linked to a service: CreateServiceLinkedRole makes it if you need it");
        }
        return !isLinked;
    }

    private Declaration.Role role(Entry role) {
        String name = role.required("RoleName");
        for (Entry profile : role.entries("InstanceProfileList")) {
            left.add("the instance profile " + profile.required("InstanceProfileName") + " of the role " + name
                    + ": CreateInstanceProfile and AddRoleToInstanceProfile make it if you need it");
        }
        return new Declaration.Role(
                role.place(),
                name,
                role.required("Path"),
                null,
                document(role, "AssumeRolePolicyDocument"),
                null,
                boundary(role, "role " + name),
                tags(role),
                rights(role, "role " + name, "RolePolicyList"));
    }

    private Rights rights(Entry owner, String shown, String inlineList) {
        List<String> attached = new ArrayList<>();
        for (Entry policy : owner.entries("AttachedManagedPolicies")) {
            named(policy.required("PolicyArn"), "attached to the " + shown).ifPresent(attached::add);
        }
        Map<String, String> inline = new LinkedHashMap<>();
        for (Entry policy : owner.entries(inlineList)) {
            inline.put(policy.required("PolicyName"), document(policy, "PolicyDocument"));
        }
        return new Rights(attached, inline);
    }

    private @Nullable String boundary(Entry owner, String shown) {
        return owner.entry("PermissionsBoundary")
                .flatMap(boundary -> named(boundary.required("PermissionsBoundaryArn"), "the boundary of the " + shown))
                .orElse(null);
    }

    /** How a policy is declared: one of the account's own by its name, one of AWS's by its ARN. */
    private Optional<String> named(String arn, String use) {
        Optional<String> name = Arns.isAwsManagedPolicy(arn)
                ? AwsManagedPolicies.find(arn).map(policy -> arn)
                : Optional.ofNullable(own.get(arn));
        if (name.isEmpty()) {
            left.add("the policy " + arn + ", " + use + ", is not known"
                    + (Arns.isAwsManagedPolicy(arn) ? " to this version of Claviger" : ": it is not in the file"));
        }
        return name;
    }

    private static Map<String, String> tags(Entry owner) {
        Map<String, String> tags = new LinkedHashMap<>();
        owner.entries("Tags").forEach(tag -> tags.put(tag.required("Key"), tag.required("Value")));
        return tags;
    }

    private String document(Entry owner, String name) {
        return rewriting.apply(owner.written(name));
    }
}
