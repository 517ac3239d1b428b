package io.claviger.operations;

import static io.claviger.operations.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.iam.AwsManagedPolicies;
import io.claviger.iam.AwsManagedPolicy;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;

class PolicyAttachmentsTest extends OnAWorkbench {

    @ParameterizedTest
    @EnumSource
    void policiesAreListedByNameOnesOwnBeforeAwssOfTheSameName(PolicyHolder holder) {
        holder.create(admin, "x");
        String same = ownPolicy("AdministratorAccess");
        String last = ownPolicy("Zebra");
        String longer = ownPolicy("AdministratorAccess-2");
        holder.attach(admin, "x", longer);
        holder.attach(admin, "x", last);
        holder.attach(admin, "x", ADMINISTRATOR_ACCESS);
        holder.attach(admin, "x", same);
        holder.attach(admin, "X", READ_ONLY);

        for (int size : new int[] {1, 2, 3, 4, 5, 6}) {
            assertThat(holder.attached(admin, "x", size, "/"))
                    .extracting(AttachedPolicy::policyArn)
                    .containsExactly(same, ADMINISTRATOR_ACCESS, longer, READ_ONLY, last);
        }
        assertThat(holder.attached(admin, "x", 9, "/"))
                .extracting(AttachedPolicy::policyName)
                .containsExactly(
                        "AdministratorAccess",
                        "AdministratorAccess",
                        "AdministratorAccess-2",
                        "ReadOnlyAccess",
                        "Zebra");
    }

    @ParameterizedTest
    @EnumSource
    void aListIsLimitedToAPath(PolicyHolder holder) {
        holder.create(admin, "x");
        holder.attach(admin, "x", READ_ONLY);
        holder.attach(admin, "x", "arn:aws:iam::aws:policy/job-function/Billing");

        assertThat(holder.attached(admin, "x", 9, "/job-function/"))
                .extracting(AttachedPolicy::policyName)
                .containsExactly("Billing");
    }

    @ParameterizedTest
    @EnumSource
    void attachingAgainChangesNothingAndDetachingAgainIsRefused(PolicyHolder holder) {
        holder.create(admin, "x");

        holder.attach(admin, "x", READ_ONLY);
        holder.attach(admin, "x", READ_ONLY);
        assertThat(holder.attached(admin, "x", 9, "/")).hasSize(1);
        holder.detach(admin, "X", READ_ONLY);
        assertThat(holder.attached(admin, "x", 9, "/")).isEmpty();
        assertRefused(
                () -> holder.detach(admin, "x", READ_ONLY), "NoSuchEntity", "Policy " + READ_ONLY + " was not found.");
    }

    @ParameterizedTest
    @EnumSource
    void tenPoliciesAreAttachedAtMost(PolicyHolder holder) {
        holder.create(admin, "x");
        List<String> arns = AwsManagedPolicies.all().stream()
                .filter(policy -> policy.path().equals("/"))
                .limit(11)
                .map(AwsManagedPolicy::arn)
                .toList();
        arns.stream().limit(10).forEach(arn -> holder.attach(admin, "x", arn));

        assertRefused(
                () -> holder.attach(admin, "x", arns.getLast()),
                "LimitExceeded",
                "Cannot exceed quota for " + holder.quotaName + ": 10");
        holder.attach(admin, "x", arns.getFirst());
        holder.detach(admin, "x", arns.getFirst());
        holder.attach(admin, "x", arns.getLast());
        assertThat(holder.attached(admin, "x", 3, "/")).hasSize(10);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotThereIsNotAttached(PolicyHolder holder) {
        holder.create(admin, "x");
        bench.otherAdministrator()
                .iam()
                .createPolicy(create -> create.policyName("theirs").policyDocument(Documents.ALLOW_ALL));

        for (String arn : List.of(
                ARN + "policy/none",
                ARN + "policy/theirs",
                "arn:aws:iam::" + Workbench.OTHER_ACCOUNT + ":policy/theirs",
                "arn:aws:iam::aws:policy/None")) {
            assertRefused(
                    () -> holder.attach(admin, "x", arn),
                    "NoSuchEntity",
                    "Policy " + arn + " does not exist or is not attachable.");
        }
        assertThat(holder.attached(admin, "x", 9, "/")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void policiesForAwssServicesAreNotAttached(PolicyHolder holder) {
        holder.create(admin, "x");

        assertRefused(
                () -> holder.attach(admin, "x", "arn:aws:iam::aws:policy/aws-service-role/AmazonECSServiceRolePolicy"),
                "PolicyNotAttachable",
                "Cannot attach a Service Role Policy to a Customer " + holder.title + ".");
        assertThat(holder.attached(admin, "x", 9, "/")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNoArnOfAPolicyIsInvalid(PolicyHolder holder) {
        holder.create(admin, "x");
        String twice = "arn:aws:iam::aws:policy/" + READ_ONLY;

        assertRefused(() -> holder.attach(admin, "x", twice), "InvalidInput", "ARN " + twice + " is not valid.");
        assertRefused(() -> holder.detach(admin, "x", twice), "InvalidInput", "ARN " + twice + " is not valid.");
        assertRefused(
                () -> holder.attach(admin, "x", "arn:aws-us-gov:iam::aws:policy/ReadOnlyAccess"),
                "ValidationError",
                "Invalid ARN partition");
    }

    @ParameterizedTest
    @EnumSource
    void nothingHangsOnWhoIsNotThere(PolicyHolder holder) {
        String text = "The " + holder.word + " with name x cannot be found.";

        assertRefused(() -> holder.attach(admin, "x", READ_ONLY), "NoSuchEntity", text);
        assertRefused(() -> holder.detach(admin, "x", READ_ONLY), "NoSuchEntity", text);
        assertRefused(() -> holder.attached(admin, "x", 9, "/"), "NoSuchEntity", text);
    }
}
