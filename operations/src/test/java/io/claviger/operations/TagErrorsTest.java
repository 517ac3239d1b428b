package io.claviger.operations;

import static io.claviger.operations.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.services.iam.model.Tag;

/** Every operation of IAM that takes tags refuses those that cannot be. */
class TagErrorsTest extends OnAWorkbench {

    private static final int MOST = 50;

    @BeforeEach
    void createTargets() {
        createUsers(MinimalRequests.USER);
        createOtherTargets();
    }

    @Test
    void aKeyStandsOnceWhateverItsCase() {
        List<AwsRequest> requests = requestsWith(tag("Team"), tag("team"));

        assertThat(requests).hasSizeGreaterThan(15);
        assertThat(requests)
                .allSatisfy(request -> assertRefused(
                        () -> bench.administrator().call(request),
                        "InvalidInput",
                        "Duplicate tag keys found. Please note that Tag keys are case insensitive."));
    }

    @Test
    void keysThatBeginWithAwsAreAwss() {
        assertThat(requestsWith(tag("aws:team")))
                .allSatisfy(request -> assertRefused(
                        () -> bench.administrator().call(request),
                        "InvalidInput",
                        "Tag keys that begin with aws: are reserved for system use."));
    }

    @Test
    void nothingHasMoreThanFiftyTags() {
        Tag[] most = IntStream.range(0, MOST).mapToObj(i -> tag("k" + i)).toArray(Tag[]::new);
        requestsWith(most).stream()
                .filter(TagErrorsTest::isOfSomethingThere)
                .forEach(request -> bench.administrator().call(request));

        assertThat(requestsWith(tag("more")).stream().filter(TagErrorsTest::isOfSomethingThere))
                .hasSizeGreaterThan(7)
                .allSatisfy(request -> assertRefused(
                        () -> bench.administrator().call(request),
                        "LimitExceeded",
                        "The number of tags has reached the maximum limit."));
    }

    private static boolean isOfSomethingThere(AwsRequest request) {
        return Models.nameOf(request.getClass()).startsWith("Tag");
    }

    private static Tag tag(String key) {
        return Tag.builder().key(key).value("v").build();
    }

    /** A request of each operation, with these tags. */
    private List<AwsRequest> requestsWith(Tag... tags) {
        return MinimalRequests.byOperation(policy(), "AKIA").values().stream()
                .flatMap(request -> with(request, List.of(tags)))
                .toList();
    }

    private String policy() {
        return admin.listPolicies(list -> list.scope("Local")).policies().stream()
                .map(policy -> policy.arn())
                .findAny()
                .orElseGet(() -> ownPolicy("target-policy"));
    }

    private static Stream<AwsRequest> with(AwsRequest request, List<Tag> tags) {
        AwsRequest.Builder builder = request.toBuilder();
        for (SdkField<?> field : request.sdkFields()) {
            if (field.locationName().equals("Tags")
                    && request.getClass().getPackage().equals(Tag.class.getPackage())) {
                field.set(builder, tags);
                return Stream.of(builder.build());
            }
        }
        return Stream.empty();
    }
}
