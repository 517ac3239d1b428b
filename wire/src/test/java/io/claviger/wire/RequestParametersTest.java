package io.claviger.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.iam.model.ChangePasswordRequest;
import software.amazon.awssdk.services.iam.model.CreateUserRequest;
import software.amazon.awssdk.services.iam.model.ListUsersResponse;
import software.amazon.awssdk.services.iam.model.Tag;
import software.amazon.awssdk.services.sts.model.GetSessionTokenResponse;

class RequestParametersTest {

    private static final Pattern REDACTED = Pattern.compile("(\\w+)=\\*\\*\\* Sensitive Data Redacted \\*\\*\\*");

    @Test
    void aRequestIsShownAsCloudTrailShowsIt() {
        CreateUserRequest request = CreateUserRequest.builder()
                .userName("bob")
                .tags(Tag.builder().key("team").value("blue").build())
                .build();
        assertThat(RequestParameters.of(WireTexts.operation(Service.IAM, "CreateUser"), request))
                .isEqualTo(Map.of("userName", "bob", "tags", List.of(Map.of("key", "team", "value", "blue"))));
    }

    @Test
    void passwordsAreHidden() {
        ChangePasswordRequest request = ChangePasswordRequest.builder()
                .oldPassword("hunter2")
                .newPassword("hunter3")
                .build();
        assertThat(RequestParameters.of(WireTexts.operation(Service.IAM, "ChangePassword"), request))
                .containsEntry("oldPassword", RequestParameters.HIDDEN)
                .containsEntry("newPassword", RequestParameters.HIDDEN);
    }

    @Test
    void credentialsAreShownWithoutTheirSecrets() {
        GetSessionTokenResponse response = GetSessionTokenResponse.builder()
                .credentials(credentials -> credentials
                        .accessKeyId("ASIAEXAMPLE")
                        .secretAccessKey("wJalr")
                        .sessionToken("FwoG"))
                .build();
        assertThat(RequestParameters.responseElements(WireTexts.operation(Service.STS, "GetSessionToken"), response))
                .isEqualTo(Map.of(
                        "credentials", Map.of("accessKeyId", "ASIAEXAMPLE", "sessionToken", RequestParameters.HIDDEN)));
    }

    @Test
    void whatOnlyReadsHasNoResponseElements() {
        assertThat(RequestParameters.responseElements(
                        WireTexts.operation(Service.IAM, "ListUsers"),
                        ListUsersResponse.builder().isTruncated(false).build()))
                .isNull();
    }

    @ParameterizedTest
    @MethodSource("io.claviger.wire.EveryOperationTest#operations")
    void whateverTheSdkRedactsIsHidden(OperationModel operation) {
        RandomModels random = new RandomModels(11);
        Set<String> shown = new TreeSet<>();
        for (int round = 0; round < 8; round++) {
            collectShown(random.request(operation), operation.input().sensitive(), shown);
            collectShown(random.response(operation), Set.of(), shown);
        }
        assertThat(shown).isEmpty();
    }

    private static void collectShown(SdkPojo structure, Set<String> sensitive, Set<String> shown) {
        Set<String> redacted = new TreeSet<>();
        REDACTED.matcher(structure.toString()).results().forEach(match -> redacted.add(match.group(1)));
        for (SdkField<?> field : structure.sdkFields()) {
            String name = field.locationName();
            boolean hidden = sensitive.contains(name) || Quirks.isSecret(name) || Quirks.isUnmentioned(name);
            if (redacted.contains(field.memberName()) && !hidden) {
                shown.add(structure.getClass().getSimpleName() + "." + name);
            }
            if (field.getValueOrDefault(structure) instanceof SdkPojo inner) {
                collectShown(inner, sensitive, shown);
            } else if (field.getValueOrDefault(structure) instanceof List<?> list) {
                list.stream()
                        .filter(SdkPojo.class::isInstance)
                        .forEach(one -> collectShown((SdkPojo) one, sensitive, shown));
            }
        }
    }
}
