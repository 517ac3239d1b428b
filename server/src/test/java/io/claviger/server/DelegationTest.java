package io.claviger.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.iam.ExchangeToken;
import io.claviger.server.composition.DataLocation;
import io.claviger.server.composition.RunningServer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A delegation request on the wire: nested parameters go in, and the token comes in a header of its own. */
class DelegationTest {

    private static final Pattern ID = Pattern.compile("<DelegationRequestId>([^<]+)</DelegationRequestId>");
    private static final Pattern HEADER = Pattern.compile("(?im)^x-claviger-exchange-token: (\\S+)");

    private static String call(RunningServer server, String body) throws Exception {
        return Samples.call(
                server.endpoint(), Samples.NOW, Samples.KEY_ID, Samples.SECRET, "iam", body + "&Version=2010-05-08");
    }

    @Test
    void aTokenIsInTheAnswerThatSendsItAndInNoOther() throws Exception {
        try (RunningServer server = Samples.start(Samples.settings(new DataLocation.InMemory(), Optional.empty()))) {
            String account = Samples.ACCOUNT;
            String created = call(
                    server,
                    "Action=CreateDelegationRequest&Description=d&RequestorWorkflowId=workflow&SessionDuration=3600"
                            + "&NotificationChannel=arn%3Aaws%3Asns%3Aus-east-1%3A" + account + "%3Atopic"
                            + "&Permissions.PolicyTemplateArn=arn%3Aaws%3Aiam%3A%3Aaws%3Apolicy%2FReadOnlyAccess");
            assertThat(created).startsWith("HTTP/1.1 200 ").contains("<ConsoleDeepLink>");
            Matcher id = ID.matcher(created);
            assertThat(id.find()).isTrue();

            for (String step : new String[] {"Associate", "Update", "Accept"}) {
                assertThat(call(server, "Action=" + step + "DelegationRequest&DelegationRequestId=" + id.group(1)))
                        .startsWith("HTTP/1.1 200 ")
                        .doesNotContainIgnoringCase("x-claviger-exchange-token");
            }
            String sent = call(server, "Action=SendDelegationToken&DelegationRequestId=" + id.group(1));
            Matcher token = HEADER.matcher(sent);
            assertThat(token.find()).as(sent).isTrue();
            assertThat(ExchangeToken.parse(token.group(1)))
                    .hasValueSatisfying(parsed -> assertThat(parsed.requestId()).isEqualTo(id.group(1)));
            assertThat(call(server, "Action=GetDelegationRequest&DelegationRequestId=" + id.group(1)))
                    .contains("<State>FINALIZED</State>", "<OnlySendByOwner>false</OnlySendByOwner>")
                    .doesNotContainIgnoringCase("x-claviger-exchange-token")
                    .doesNotContain(token.group(1));
            assertThat(call(server, "Action=ListDelegationRequests"))
                    .contains("<DelegationRequests><member>", "<isTruncated>false</isTruncated>");
        }
    }
}
