package io.claviger.federation.saml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Responses that are good, in all the shapes that providers send, and responses that are not what they should be. */
class SamlConditionsTest extends DraftedResponses {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://signin.aws.amazon.com/saml",
                "https://eu-central-1.signin.aws.amazon.com/saml",
                "https://signin.aws.amazon.com/static/saml",
                "https://us-east-1.signin.aws.amazon.com/saml/acs/SAMLSPEXAMPLE"
            })
    void awssAddressesAreTakenAsRecipientDestinationAndAudience(String address) throws Exception {
        assertThat(accept(draft().but(it -> {
                                    it.recipient = address;
                                    it.destination = "Destination=\"" + address + "\"";
                                    it.audience =
                                            "<saml:AudienceRestriction><saml:Audience>https://other.example</saml:Audience>"
                                                    + "<saml:Audience>" + address
                                                    + "</saml:Audience></saml:AudienceRestriction>";
                                })
                                .signed())
                        .recipient())
                .isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://signin.aws.amazon.com.evil.example/saml",
                "https://signin.aws.amazon.com/saml/acs/SAMLSPOTHER",
                "http://signin.aws.amazon.com/saml",
                "https://evil.example/saml",
                "urn:amazon:webservices",
                ""
            })
    void otherAddressesAreNot(String address) {
        refuse(draft().but(it -> it.recipient = address).signed(), "Response contains an invalid recipient");
        refuse(
                draft().but(it -> it.destination = "Destination=\"" + address + "\"")
                        .signed(),
                "Response contains an invalid destination");
    }

    @Test
    void aResponseWithoutADestinationIsTaken() throws Exception {
        assertThat(accept(draft().but(it -> it.destination = "").signed()).subject())
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<saml:AudienceRestriction></saml:AudienceRestriction>",
                "<saml:AudienceRestriction><saml:Audience>https://other.example</saml:Audience>"
                        + "</saml:AudienceRestriction>",
                "<saml:AudienceRestriction><saml:Audience>urn:amazon:webservices</saml:Audience>"
                        + "</saml:AudienceRestriction><saml:AudienceRestriction><saml:Audience>https://other.example"
                        + "</saml:Audience></saml:AudienceRestriction>"
            })
    void everyRestrictionOfTheAudienceMustNameAws(String audience) {
        refuse(draft().but(it -> it.audience = audience).signed(), "Response does not contain the required audience.");
    }

    @Test
    void aConditionThatNobodyKnowsIsRefused() {
        refuse(
                draft().but(it -> it.audience += "<x:OnlyOnSundays xmlns:x=\"urn:x\"/>")
                        .signed(),
                "Your request included an invalid SAML response");
    }

    @Test
    void anotherIssuerIsRefusedWhereverItStands() {
        String text = "Issuer not present in specified provider";
        refuse(draft().but(it -> it.issuer = "https://evil.example").signed(), text);
        refuse(draft().but(it -> it.responseIssuer = "https://evil.example").signed(), text);
        refuse(ResponseDraft.of(HOLDER, NOW).signed(), text);
    }

    @Test
    void anAssertionIsTakenForFiveMinutes() throws Exception {
        String response = draft().issuedAt(NOW.minusSeconds(300)).signed();
        refuse(response, AssertionRefused.Reason.EXPIRED, "Token must be redeemed within 5 minutes of issuance");
        assertThat(accept(draft().issuedAt(NOW.minusSeconds(299)).signed()).until())
                .isEqualTo(NOW.plusSeconds(1));
    }

    @Test
    void timesHoldWithAMinuteOfSkew() throws Exception {
        accept(draft().but(it -> it.notOnOrAfter = NOW.minusSeconds(59)).signed());
        refuse(
                draft().but(it -> it.notOnOrAfter = NOW.minusSeconds(60)).signed(),
                AssertionRefused.Reason.EXPIRED,
                "Response has expired");
        refuse(
                draft().but(it -> it.confirmedUntil = NOW.minusSeconds(60)).signed(),
                AssertionRefused.Reason.EXPIRED,
                "Response has expired");
        refuse(draft().sessionEndsAt(NOW).signed(), AssertionRefused.Reason.EXPIRED, "Response has expired");
        accept(draft().but(it -> it.notBefore = NOW.plusSeconds(60)).signed());
        refuse(draft().but(it -> it.notBefore = NOW.plusSeconds(61)).signed(), "Response is not yet valid");
        refuse(draft().issuedAt(NOW.plusSeconds(61)).signed(), "Response is not yet valid");
    }

    @Test
    void metadataThatHaveEndedVouchForNobody() throws Exception {
        SamlMetadata ended = SamlMetadata.parse(PROVIDER.metadata("validUntil=\"" + NOW + "\""))
                .orElseThrow();
        AssertionRefused refused = catchThrowableOfType(
                AssertionRefused.class,
                () -> SamlResponse.verify(
                        draft().signed(), new SamlResponse.Provider("SAMLSP", ended, List.of(), false), NOW));
        assertThat(refused.text()).isEqualTo("The metadata of the specified provider has expired");
    }
}
