package io.claviger.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.iam.model.ListUsersRequest;
import software.amazon.awssdk.services.iam.model.Tag;
import software.amazon.awssdk.services.iam.model.TagUserRequest;
import software.amazon.awssdk.services.iam.model.UntagUserRequest;

class RequestDecoderTest {

    private static final OperationModel UNTAG_USER = WireTexts.operation(Service.IAM, "UntagUser");
    private static final UntagUserRequest UNTAGGED =
            UntagUserRequest.builder().userName("a").tagKeys("x", "y", "z").build();

    @ParameterizedTest
    @CsvSource({
        "TagKeys.member.1=x&TagKeys.member.2=y&TagKeys.member.3=z",
        "TagKeys.member.10=z&TagKeys.member.9=y&TagKeys.member.2=x",
        "TagKeys.3=z&TagKeys.1=x&TagKeys.2=y"
    })
    void aListIsReadInTheOrderOfItsNumbersInEitherForm(String list) {
        assertThat(RequestDecoder.decode(UNTAG_USER, WireTexts.form("UserName=a&" + list)))
                .isEqualTo(new Decoded.Request(UNTAGGED));
    }

    @Test
    void anEmptyParameterIsAnEmptyList() {
        TagUserRequest none =
                TagUserRequest.builder().userName("a").tags(List.<Tag>of()).build();
        assertThat(RequestDecoder.decode(
                        WireTexts.operation(Service.IAM, "TagUser"), WireTexts.form("UserName=a&Tags=")))
                .isEqualTo(new Decoded.Request(none));
    }

    @Test
    void unknownParametersAreIgnored() {
        String form = "Action=ListUsers&Version=2010-05-08&X-Amz-Algorithm=x&Nonsense=1&MaxItems=5&MaxItems.member.1=9";
        assertThat(RequestDecoder.decode(WireTexts.operation(Service.IAM, "ListUsers"), WireTexts.form(form)))
                .isEqualTo(new Decoded.Request(
                        ListUsersRequest.builder().maxItems(5).build()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ListUsers | MaxItems=abc | integer must follow xsd1.1 definition",
                "ListUsers | MaxItems= | integer must follow xsd1.1 definition",
                "ListUsers | MaxItems=99999999999 | integer must follow xsd1.1 definition",
                "ListUsers | MaxItems=%D9%A3 | integer must follow xsd1.1 definition",
                "ListPolicies | OnlyAttached=yes | boolean must follow xsd1.1 definition",
                "TagUser | UserName=a&Tags=x | Unexpected list element termination",
                "TagUser | UserName=a&Tags.member=x | Unexpected list element termination",
                "TagUser | UserName=a&Tags.member.1=x | Unexpected complex element termination",
                "TagUser | UserName=a&Tags.member.x.Key=y | Key x is not the number of a list's element",
                "UntagUser | UserName=a&TagKeys.member.1=x&TagKeys.member.01=y | Key 01 is not the number of a list's element",
                "UntagUser | UserName=a&TagKeys.member.1.x=y | Start of structure or map found where not expected.",
                "PutAccountProperties | Properties.entry.1.key=k | A map entry must have a key and a value",
                "PutAccountProperties | Properties.entry.1.key=k&Properties.entry.1.value=v&Properties.entry.2.key=k&Properties.entry.2.value=v | A map has a key twice"
            })
    void whatIsNotOfItsTypeIsMalformed(String operation, String form, String message) {
        assertThat(RequestDecoder.decode(WireTexts.operation(Service.IAM, operation), WireTexts.form(form)))
                .isEqualTo(new Decoded.Invalid(WireError.malformedInput(message)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Version=2010-05-08 | MissingAction | Missing Action",
                "Action=ListUsers | InvalidAction | Could not find operation ListUsers for version NO_VERSION_SPECIFIED",
                "Action=ListUsers&Version=2011-06-15 | InvalidAction | Could not find operation ListUsers for version 2011-06-15",
                "Action=listusers&Version=2010-05-08 | InvalidAction | Could not find operation listusers for version 2010-05-08"
            })
    void anOperationThatIsNotThereIsRefused(String form, String code, String message) {
        assertThat(ServiceModel.of(Service.IAM).requested(WireTexts.form(form)))
                .isEqualTo(new ServiceModel.Requested.Unknown(new WireError(code, 400, message)));
    }

    @Test
    void onlyTheTwoCallsWithATokenOfTheirOwnGoUnsigned() {
        assertThat(EveryOperationTest.operations()
                        .filter(operation -> !operation.isSigned())
                        .map(OperationModel::action))
                .containsExactlyInAnyOrder("sts:AssumeRoleWithSAML", "sts:AssumeRoleWithWebIdentity");
    }
}
