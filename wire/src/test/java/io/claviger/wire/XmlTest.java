package io.claviger.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;
import software.amazon.awssdk.services.iam.model.CreateUserResponse;
import software.amazon.awssdk.services.iam.model.DeleteUserResponse;
import software.amazon.awssdk.services.iam.model.GetRoleResponse;
import software.amazon.awssdk.services.iam.model.GetUserPolicyResponse;
import software.amazon.awssdk.services.iam.model.ListUsersResponse;
import software.amazon.awssdk.services.iam.model.User;

class XmlTest {

    private static final OperationModel CREATE_USER = WireTexts.operation(Service.IAM, "CreateUser");

    @Test
    void aResponseIsWhatAwsSends() {
        User user = User.builder()
                .userName("Bob & co")
                .path("/")
                .createDate(Instant.parse("2026-11-22T10:00:00.999Z"))
                .build();
        assertThat(text(CREATE_USER, CreateUserResponse.builder().user(user).build()))
                .isEqualTo("""
                        <CreateUserResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><CreateUserResult><User>\
                        <Path>/</Path><UserName>Bob &amp; co</UserName><CreateDate>2026-11-22T10:00:00Z</CreateDate>\
                        </User></CreateUserResult><ResponseMetadata><RequestId>id</RequestId></ResponseMetadata>\
                        </CreateUserResponse>
                        """);
    }

    @Test
    void anOperationWithoutOutputHasNoResult() {
        assertThat(text(
                        WireTexts.operation(Service.IAM, "DeleteUser"),
                        DeleteUserResponse.builder().build()))
                .isEqualTo("""
                        <DeleteUserResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><ResponseMetadata>\
                        <RequestId>id</RequestId></ResponseMetadata></DeleteUserResponse>
                        """);
    }

    @Test
    void aSetEmptyListIsAnElementAndAnUnsetOneIsNot() {
        OperationModel listUsers = WireTexts.operation(Service.IAM, "ListUsers");
        ListUsersResponse set = ListUsersResponse.builder().users(new User[0]).build();
        assertThat(text(listUsers, set)).contains("<Users></Users>");
        assertThat(text(listUsers, ListUsersResponse.builder().build())).doesNotContain("Users>");
    }

    @Test
    void policiesArePercentEncoded() {
        String policy = "{\"Version\": \"2012-10-17\", \"x\":\"\u00e9~*+\"}";
        String encoded = "%7B%22Version%22%3A%20%222012-10-17%22%2C%20%22x%22%3A%22%C3%A9~%2A%2B%22%7D";
        assertThat(text(
                        WireTexts.operation(Service.IAM, "GetUserPolicy"),
                        GetUserPolicyResponse.builder().policyDocument(policy).build()))
                .contains("<PolicyDocument>" + encoded + "</PolicyDocument>");
        assertThat(text(
                        WireTexts.operation(Service.IAM, "GetRole"),
                        GetRoleResponse.builder()
                                .role(role -> role.assumeRolePolicyDocument(policy))
                                .build()))
                .contains("<AssumeRolePolicyDocument>" + encoded + "</AssumeRolePolicyDocument>");
    }

    @ParameterizedTest
    @CsvSource({
        "1970-01-01T00:00:00Z,1970-01-01T00:00:00Z",
        "0001-02-03T04:05:06.7Z,0001-02-03T04:05:06Z",
        "9999-12-31T23:59:59Z,9999-12-31T23:59:59Z",
        "+10000-01-01T00:00:00Z,+10000-01-01T00:00:00Z",
        "-0001-01-01T00:00:00Z,-0001-01-01T00:00:00Z"
    })
    void momentsAreIso8601InWholeSeconds(String moment, String written) {
        XmlBuffer xml = new XmlBuffer();
        xml.timestamp(Instant.parse(moment));
        assertThat(new String(xml.toByteArray(), StandardCharsets.UTF_8)).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anyTextWhateverIsWellFormed(long seed) throws Exception {
        Random random = new Random(seed);
        for (int round = 0; round < 1_500; round++) {
            String text = random.ints(random.nextInt(1, 40), 0, 0x10000)
                    .map(c -> random.nextInt(3) == 0 ? c : random.nextInt(4) == 0 ? 0xD7F0 + c % 0x820 : c % 0x80)
                    .mapToObj(c -> String.valueOf((char) c))
                    .collect(Collectors.joining());
            User user = User.builder().userName(text).build();
            byte[] response = ResponseWriter.response(
                    AnswerFormat.XML,
                    Service.IAM,
                    CREATE_USER,
                    CreateUserResponse.builder().user(user).build(),
                    text);
            Document parsed = parse(response);
            assertThat(parsed.getElementsByTagName("UserName").item(0).getTextContent())
                    .isEqualTo(sayable(text));
            Document error =
                    parse(ResponseWriter.error(AnswerFormat.XML, Service.STS, WireError.validation(text), text));
            assertThat(error.getElementsByTagName("Message").item(0).getTextContent())
                    .isEqualTo(sayable(text));
        }
    }

    @Test
    void aResponseOfAnotherOperationIsAFault() {
        org.assertj.core.api.Assertions.assertThatIllegalArgumentException()
                .isThrownBy(() -> ResponseWriter.response(
                        AnswerFormat.XML,
                        Service.IAM,
                        CREATE_USER,
                        DeleteUserResponse.builder().build(),
                        "id"));
    }

    private static String sayable(String text) {
        return text.codePoints()
                .map(c -> c == '\t'
                                || c == '\n'
                                || c == '\r'
                                || (c >= 0x20 && c < 0xD800)
                                || (c >= 0xE000 && c < 0xFFFE)
                                || c >= 0x10000
                        ? c
                        : 0xFFFD)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private static Document parse(byte[] xml) throws ParserConfigurationException, IOException, SAXException {
        return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(new ByteArrayInputStream(xml));
    }

    private static String text(OperationModel operation, software.amazon.awssdk.core.SdkPojo response) {
        return new String(
                ResponseWriter.response(AnswerFormat.XML, operation.service(), operation, response, "id"),
                StandardCharsets.UTF_8);
    }
}
