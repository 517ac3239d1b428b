package io.claviger.policy.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthorizationRequestTest {

    private static AuthorizationRequest request(String action, String resource) {
        return new AuthorizationRequest(action, resource, MapContext.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "ARN:aws:S3:::Bucket/Key, arn:aws:s3:::Bucket/Key",
        "arn:aws:s3:::Bucket/Key, arn:aws:s3:::Bucket/Key",
        "arn:aws:s3:eu-west-A:1:Bucket, arn:aws:s3:eu-west-a:1:Bucket",
        "arn:aws:s3:eu-west-Z:1:Bucket, arn:aws:s3:eu-west-z:1:Bucket",
        "arn:aws:S3:::B:Z:Z, arn:aws:s3:::B:Z:Z",
        "arn:aws:S3:B, arn:aws:S3:B",
        "Anything, Anything"
    })
    void theFirstFivePartsOfAnArnAreReadInLowerCase(String resource, String read) {
        assertThat(request("s3:GetObject", resource).resource()).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource({"s3:GetObject, 2", ":GetObject, 0", "GetObject, 9", "s3:Get:Object, 2"})
    void theServiceEndsBeforeTheFirstColon(String action, int length) {
        assertThat(request(action, "*").service()).isEqualTo(length);
    }

    @Test
    void itsPartsMayBeAsLongAsTheBound() {
        String longest = "a".repeat(AuthorizationRequest.MAX_LENGTH);
        assertThatCode(() -> request(longest, longest)).doesNotThrowAnyException();
        assertThatIllegalArgumentException().isThrownBy(() -> request(longest + "a", "*"));
        assertThatIllegalArgumentException().isThrownBy(() -> request("*", longest + "a"));
    }

    @Test
    void isShownAsActionAndResource() {
        assertThat(request("s3:GetObject", "arn:aws:s3:::b")).hasToString("s3:GetObject on arn:aws:s3:::b");
    }
}
