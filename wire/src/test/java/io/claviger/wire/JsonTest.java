package io.claviger.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;
import software.amazon.awssdk.services.iam.model.CreateUserResponse;
import software.amazon.awssdk.services.iam.model.DeleteUserResponse;
import software.amazon.awssdk.services.iam.model.GetAccountSummaryResponse;
import software.amazon.awssdk.services.iam.model.GetUserPolicyResponse;
import software.amazon.awssdk.services.iam.model.ListUsersResponse;
import software.amazon.awssdk.services.iam.model.User;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers as JSON. */
class JsonTest {

    private static final JsonMapper MAPPER = new JsonMapper();

    static Stream<OperationModel> operations() {
        return Arrays.stream(Service.values()).flatMap(service -> ServiceModel.of(service).operations().stream());
    }

    @Test
    void aResponseIsWhatAwsSends() {
        GetCallerIdentityResponse response = GetCallerIdentityResponse.builder()
                .userId("AIDA")
                .account("123456789012")
                .arn("arn:aws:iam::123456789012:user/Bob")
                .build();
        assertThat(text(Service.STS, "GetCallerIdentity", response)).isEqualTo("""
                        {"GetCallerIdentityResponse":{"GetCallerIdentityResult":{"Account":"123456789012",\
                        "Arn":"arn:aws:iam::123456789012:user/Bob","UserId":"AIDA"},\
                        "ResponseMetadata":{"RequestId":"id"}}}""");
    }

    @Test
    void listsAreArraysMomentsAreSecondsAndWhatIsNotSetIsNull() {
        User user = User.builder()
                .userName("Bob \"&\" co")
                .createDate(Instant.parse("2026-11-22T10:00:00.999Z"))
                .build();
        ListUsersResponse response =
                ListUsersResponse.builder().users(user).isTruncated(false).build();
        assertThat(text(Service.IAM, "ListUsers", response)).isEqualTo("""
                        {"ListUsersResponse":{"ListUsersResult":{"IsTruncated":false,"Marker":null,"Users":[\
                        {"Arn":null,"CreateDate":1795341600,"PasswordLastUsed":null,"Path":null,\
                        "PermissionsBoundary":null,"Tags":null,"UserId":null,"UserName":"Bob \\"&\\" co"}]},\
                        "ResponseMetadata":{"RequestId":"id"}}}""");
    }

    @Test
    void mapsAreObjectsAndEmptyListsEmptyArrays() {
        assertThat(text(
                        Service.IAM,
                        "GetAccountSummary",
                        GetAccountSummaryResponse.builder()
                                .summaryMapWithStrings(Map.of("Users", 3))
                                .build()))
                .contains("{\"SummaryMap\":{\"Users\":3}}");
        assertThat(text(
                        Service.IAM,
                        "ListUsers",
                        ListUsersResponse.builder().users(new User[0]).build()))
                .contains("\"Users\":[]}");
    }

    @Test
    void anOperationWithoutOutputHasNoResult() {
        assertThat(text(Service.IAM, "DeleteUser", DeleteUserResponse.builder().build()))
                .isEqualTo("{\"DeleteUserResponse\":{\"ResponseMetadata\":{\"RequestId\":\"id\"}}}");
    }

    @Test
    void policiesArePercentEncodedAsInXml() {
        assertThat(text(
                        Service.IAM,
                        "GetUserPolicy",
                        GetUserPolicyResponse.builder()
                                .policyDocument("{\"a\": \"é\"}")
                                .build()))
                .contains("\"PolicyDocument\":\"%7B%22a%22%3A%20%22%C3%A9%22%7D\"");
    }

    @Test
    void anErrorIsWhatAwsSends() {
        byte[] json = ResponseWriter.error(
                AnswerFormat.JSON, Service.STS, new WireError("Throttling", 400, "Rate exceeded"), "7a62c49f");
        assertThat(new String(json, StandardCharsets.UTF_8)).isEqualTo("""
                        {"Error":{"Code":"Throttling","Message":"Rate exceeded","Type":"Sender"},\
                        "RequestId":"7a62c49f"}""");
    }

    /** What is written is read again by another's reader, member for member. */
    @ParameterizedTest
    @MethodSource("operations")
    void everyResponseHasAllItsMembers(OperationModel operation) {
        RandomModels random = new RandomModels(operation.name().hashCode() + 2L);
        for (int round = 0; round < 6; round++) {
            AwsResponse response = random.response(operation);
            JsonNode read = MAPPER.readTree(
                    ResponseWriter.response(AnswerFormat.JSON, operation.service(), operation, response, "an-id"));
            JsonNode answer = read.path(operation.name() + "Response");
            assertThat(answer.path("ResponseMetadata").path("RequestId").asString())
                    .isEqualTo("an-id");
            if (!response.sdkFields().isEmpty()) {
                assertStructure(response, answer.path(operation.name() + "Result"));
            }
        }
    }

    private static void assertStructure(SdkPojo structure, JsonNode read) {
        List<String> names = structure.sdkFields().stream()
                .map(SdkField::locationName)
                .sorted()
                .toList();
        assertThat(List.copyOf(read.propertyNames())).isEqualTo(names);
        for (SdkField<?> field : structure.sdkFields()) {
            assertValue(field, field.getValueOrDefault(structure), read.get(field.locationName()));
        }
    }

    private static void assertValue(SdkField<?> field, @org.jspecify.annotations.Nullable Object value, JsonNode read) {
        if (value == null || value instanceof SdkAutoConstructList || value instanceof SdkAutoConstructMap) {
            assertThat(read.isNull()).isTrue();
            return;
        }
        switch (ValueKind.of(field)) {
            case STRING -> assertThat(read.asString()).isEqualTo(value);
            case INTEGER, LONG -> assertThat(read.asLong()).isEqualTo(((Number) value).longValue());
            case DOUBLE -> assertThat(read.asDouble()).isEqualTo(value);
            case BOOLEAN -> assertThat(read.asBoolean()).isEqualTo(value);
            case TIMESTAMP -> assertThat(read.asLong()).isEqualTo(((Instant) value).getEpochSecond());
            case BLOB -> assertThat(read.binaryValue()).isEqualTo(((SdkBytes) value).asByteArray());
            case STRUCTURE -> assertStructure((SdkPojo) value, read);
            case LIST -> {
                SdkField<?> element = field.getRequiredTrait(ListTrait.class).memberFieldInfo();
                assertThat(read.size()).isEqualTo(((List<?>) value).size());
                Iterator<JsonNode> elements = read.iterator();
                ((List<?>) value).forEach(one -> assertValue(element, one, elements.next()));
            }
            case MAP -> {
                SdkField<?> element = field.getRequiredTrait(MapTrait.class).valueFieldInfo();
                assertThat(read.size()).isEqualTo(((Map<?, ?>) value).size());
                ((Map<?, ?>) value).forEach((key, one) -> assertValue(element, one, read.get((String) key)));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anyTextWhateverIsWellFormed(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 1_500; round++) {
            String text = random.ints(random.nextInt(1, 40), 0, 0x10000)
                    .map(c -> random.nextInt(3) == 0 ? c : random.nextInt(4) == 0 ? 0xD7F0 + c % 0x820 : c % 0x80)
                    .mapToObj(c -> String.valueOf((char) c))
                    .collect(Collectors.joining());
            User user = User.builder().userName(text).build();
            JsonNode read = MAPPER.readTree(ResponseWriter.response(
                    AnswerFormat.JSON,
                    Service.IAM,
                    WireTexts.operation(Service.IAM, "CreateUser"),
                    CreateUserResponse.builder().user(user).build(),
                    text));
            assertThat(read.at("/CreateUserResponse/CreateUserResult/User/UserName")
                            .asString())
                    .isEqualTo(sayable(text));
            JsonNode error = MAPPER.readTree(
                    ResponseWriter.error(AnswerFormat.JSON, Service.STS, WireError.validation(text), text));
            assertThat(error.at("/Error/Message").asString()).isEqualTo(sayable(text));
        }
    }

    /** Half a surrogate pair is no character. */
    private static String sayable(String text) {
        return text.codePoints()
                .map(c -> c >= 0xD800 && c < 0xE000 ? 0xFFFD : c)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private static String text(Service service, String operation, SdkPojo response) {
        return new String(
                ResponseWriter.response(
                        AnswerFormat.JSON, service, WireTexts.operation(service, operation), response, "id"),
                StandardCharsets.UTF_8);
    }
}
