package io.claviger.server.quarantine;

import static io.claviger.server.command.Arguments.flag;

import io.claviger.iam.Partition;
import io.claviger.iam.Quarantine;
import io.claviger.server.command.Arguments;
import io.claviger.server.command.Command;
import io.claviger.server.command.Surroundings;
import io.claviger.server.command.UnusableSetting;
import io.claviger.server.command.Variables;
import java.util.List;
import org.apache.commons.cli.Options;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;

/**
 * {@code claviger quarantine}: attaches the policy that denies everything to a user or a role, or detaches it again. It is
 * the call of an administrator, whose own policies must allow it.
 */
public final class QuarantineCommand implements Command {

    private final Surroundings system;

    public QuarantineCommand(Surroundings system) {
        this.system = system;
    }

    @Override
    public String name() {
        return "quarantine";
    }

    @Override
    public String summary() {
        return "Denies a user or a role everything from the next request on, by a call of a running server.";
    }

    @Override
    public String details() {
        return "USER|ROLE is user/NAME, role/NAME, or an ARN as the audit trail shows it. The policy "
                + Quarantine.POLICY
                + " is attached to them: it denies everything, also to their sessions and to the sessions of other"
                + " roles that they have made, so none of them can detach it. You need the right to do so yourself.";
    }

    @Override
    public List<String> operands() {
        return List.of("USER|ROLE");
    }

    @Override
    public Options options() {
        return IamConnection.options(new Options().addOption(flag("lift", "End the quarantine: detach the policy")))
                .addOption(flag("help", "Shows this"));
    }

    @Override
    public int run(Arguments arguments) {
        Variables.check(system.environment());
        Suspect suspect = Suspect.of(arguments.operand(0));
        IamConnection iam = IamConnection.of(system, arguments);
        suspect.arn().ifPresent(arn -> mustBeHere(iam, suspect, arn));
        String policy = Quarantine.policyArn(Partition.ofRegion(iam.region()));
        boolean isLifted = arguments.has("lift");
        AwsResponse _ =
                iam.call(client -> isLifted ? lifted(client, suspect, policy) : impose(client, suspect, policy));
        system.out()
                .println(
                        isLifted
                                ? suspect + " is not quarantined any more."
                                : suspect + " is quarantined: it, its sessions and those that it has made are denied"
                                        + " everything from now on.");
        return 0;
    }

    /** A name is looked for in the account of the caller, so an ARN of another one would hit somebody else. */
    private static void mustBeHere(IamConnection iam, Suspect suspect, Suspect.Arn wanted) {
        String found = switch (suspect.kind()) {
            case USER ->
                iam.call(client -> client.getUser(user -> user.userName(suspect.name())))
                        .user()
                        .arn();
            case ROLE ->
                iam.call(client -> client.getRole(role -> role.roleName(suspect.name())))
                        .role()
                        .arn();
        };
        boolean isHere =
                wanted.isSession() ? found.contains(":" + wanted.accountId() + ":") : found.equals(wanted.text());
        if (!isHere) {
            boolean isSameAccount = found.contains(":" + wanted.accountId() + ":");
            throw new UnusableSetting(wanted.text() + " is not here: "
                    + (isSameAccount
                            ? "the " + suspect.kind().word() + " of this name is "
                            : "your credentials are of the account of ")
                    + found);
        }
    }

    private static AwsResponse impose(IamClient client, Suspect suspect, String policy) {
        return switch (suspect.kind()) {
            case USER ->
                client.attachUserPolicy(
                        attach -> attach.userName(suspect.name()).policyArn(policy));
            case ROLE ->
                client.attachRolePolicy(
                        attach -> attach.roleName(suspect.name()).policyArn(policy));
        };
    }

    private static AwsResponse lifted(IamClient client, Suspect suspect, String policy) {
        try {
            return lift(client, suspect, policy);
        } catch (NoSuchEntityException e) {
            if (e.awsErrorDetails().errorMessage().contains(policy)) {
                throw new UnusableSetting(suspect + " is not quarantined");
            }
            throw e;
        }
    }

    private static AwsResponse lift(IamClient client, Suspect suspect, String policy) {
        return switch (suspect.kind()) {
            case USER ->
                client.detachUserPolicy(
                        detach -> detach.userName(suspect.name()).policyArn(policy));
            case ROLE ->
                client.detachRolePolicy(
                        detach -> detach.roleName(suspect.name()).policyArn(policy));
        };
    }
}
