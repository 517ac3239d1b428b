package io.claviger.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.server.composition.DataLocation;
import io.claviger.server.composition.RunningServer;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Properties of accounts on the wire: maps go in and come out. */
class AccountPropertiesTest {

    private static String call(RunningServer server, String body) throws Exception {
        return Samples.call(server.endpoint(), Samples.NOW, Samples.KEY_ID, Samples.SECRET, "iam", body);
    }

    @Test
    void propertyThatIsPutIsThere() throws Exception {
        try (RunningServer server = Samples.start(Samples.settings(new DataLocation.InMemory(), Optional.empty()))) {
            assertThat(call(
                            server,
                            "Action=PutAccountProperties&Properties.entry.1.key=RoleManager%2FEnabled"
                                    + "&Properties.entry.1.value=true&Version=2010-05-08"))
                    .startsWith("HTTP/1.1 200 ")
                    .contains("<PutAccountPropertiesResponse ");
            assertThat(call(server, "Action=GetAccountProperties&Version=2010-05-08"))
                    .contains(
                            "<Properties><entry><key>RoleManager/Enabled</key><value>true</value></entry></Properties>");
            assertThat(call(server, "Action=PutAccountProperties&Version=2010-05-08"))
                    .startsWith("HTTP/1.1 400 ")
                    .contains("ValidationError");
        }
    }
}
