package io.claviger.operations;

import static io.claviger.operations.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.ListPolicyTagsResponse;
import software.amazon.awssdk.services.iam.model.Tag;

class PolicyTagsTest extends OnAWorkbench {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void tagsAreListedByKeyInPages(int size) {
        String arn = admin.createPolicy(create -> create.policyName("own")
                        .policyDocument(Documents.ALLOW_ALL)
                        .tags(tag("b", "2"), tag("C", "3"), tag("a", "")))
                .policy()
                .arn();

        assertThat(admin.listPolicyTagsPaginator(list -> list.policyArn(arn).maxItems(size)).tags().stream())
                .containsExactly(tag("a", ""), tag("b", "2"), tag("C", "3"));
    }

    @Test
    void aPolicyWithoutTagsHasAnEmptyList() {
        ListPolicyTagsResponse empty = ListPolicyTagsResponse.builder()
                .tags(List.of())
                .isTruncated(false)
                .build();

        assertThat(list(ownPolicy("own"))).isEqualTo(empty);
        assertThat(list(READ_ONLY)).isEqualTo(empty);
    }

    @Test
    void tagsAreLaidOverThoseThatThereAreAndRemoved() {
        String arn = ownPolicy("own");

        admin.tagPolicy(request -> request.policyArn(arn).tags(tag("Team", "red"), tag("stage", "")));
        admin.tagPolicy(request -> request.policyArn(arn).tags(tag("TEAM", "blue")));
        assertThat(list(arn).tags()).containsExactly(tag("stage", ""), tag("TEAM", "blue"));
        assertThat(admin.getPolicy(get -> get.policyArn(arn)).policy().tags())
                .containsExactlyInAnyOrder(tag("stage", ""), tag("TEAM", "blue"));

        admin.untagPolicy(request -> request.policyArn(arn).tagKeys("team", "none"));
        assertThat(list(arn).tags()).containsExactly(tag("stage", ""));
    }

    @Test
    void tagsStayWithinTheirBounds() {
        String arn = ownPolicy("own");
        List<Tag> many = IntStream.range(0, 50).mapToObj(i -> tag("k" + i, "")).toList();
        admin.tagPolicy(request -> request.policyArn(arn).tags(many));

        assertRefused(
                () -> admin.tagPolicy(request -> request.policyArn(arn).tags(tag("more", ""))),
                "LimitExceeded",
                "The number of tags has reached the maximum limit.");
        assertRefused(
                () -> admin.tagPolicy(request -> request.policyArn(arn).tags(tag("a", ""), tag("A", ""))),
                "InvalidInput",
                "Duplicate tag keys found. Please note that Tag keys are case insensitive.");
        assertRefused(
                () -> admin.tagPolicy(request -> request.policyArn(arn).tags(tag("aws:x", ""))),
                "InvalidInput",
                "Tag keys that begin with aws: are reserved for system use.");
    }

    @Test
    void awssPoliciesAreNotTagged() {
        String text = "Tags not supported for policies in this domain";

        assertRefused(
                () -> admin.tagPolicy(request -> request.policyArn(READ_ONLY).tags(tag("k", "v"))),
                "InvalidInput",
                text);
        assertRefused(
                () -> admin.untagPolicy(request -> request.policyArn(READ_ONLY).tagKeys("k")), "InvalidInput", text);
    }

    @Test
    void aPolicyThatIsNotThereIsNotTagged() {
        String text = "Policy " + ARN + "policy/none was not found.";

        assertRefused(
                () -> admin.tagPolicy(
                        request -> request.policyArn(ARN + "policy/none").tags(tag("k", "v"))),
                "NoSuchEntity",
                text);
        assertRefused(
                () -> admin.untagPolicy(
                        request -> request.policyArn(ARN + "policy/none").tagKeys("k")),
                "NoSuchEntity",
                text);
    }

    @Test
    void theRightToTagCanDependOnTheTagsAndOnThosePresent() {
        String arn = ownPolicy("own");
        admin.tagPolicy(request -> request.policyArn(arn).tags(tag("Team", "blue")));
        IamClient bob = bench.user("bob", Documents.policy("""
                        {"Effect":"Allow","Action":["iam:TagPolicy","iam:UntagPolicy"],"Resource":"*","Condition":\
                        {"StringEquals":{"aws:ResourceTag/Team":"blue"},\
                        "ForAllValues:StringEquals":{"aws:TagKeys":["Stage","Team"]}}}""")).iam();

        bob.tagPolicy(request -> request.policyArn(arn).tags(tag("Stage", "test")));
        String denied = "User: " + ARN + "user/bob is not authorized to perform: iam:%s on resource: policy " + arn
                + " because no identity-based policy allows the iam:%1$s action";
        assertRefused(
                () -> bob.tagPolicy(request -> request.policyArn(arn).tags(tag("Cost", "1"))),
                "AccessDenied",
                denied.formatted("TagPolicy"));
        bob.untagPolicy(request -> request.policyArn(arn).tagKeys("Team"));
        assertRefused(
                () -> bob.untagPolicy(request -> request.policyArn(arn).tagKeys("Stage")),
                "AccessDenied",
                denied.formatted("UntagPolicy"));
    }

    @ParameterizedTest
    @CsvSource({
        "arn:aws:iam::123456789012:policy/none, NoSuchEntity, Policy %s was not found.",
        "arn:aws:iam::aws:policy/None, NoSuchEntity, Policy %s was not found.",
        "arn:aws:iam::123456789012:user/bob, InvalidInput, ARN %s is not valid.",
        "arn:aws-cn:iam::123456789012:policy/own, ValidationError, Invalid ARN partition"
    })
    void whatIsNoPolicyHasNoTags(String arn, String code, String text) {
        assertRefused(() -> list(arn), code, text.formatted(arn));
    }

    private ListPolicyTagsResponse list(String arn) {
        return admin.listPolicyTags(list -> list.policyArn(arn));
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }
}
