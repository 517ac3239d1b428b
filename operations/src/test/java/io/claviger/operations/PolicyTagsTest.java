package io.claviger.operations;

import static io.claviger.operations.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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
