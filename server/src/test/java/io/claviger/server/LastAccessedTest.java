package io.claviger.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.server.composition.DataLocation;
import io.claviger.server.composition.RunningServer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What comes down the road is what reports on last accesses show. */
class LastAccessedTest {

    private static final Pattern JOB = Pattern.compile("<JobId>([^<]+)</JobId>");
    private static final int TRIES = 600;

    private static String call(RunningServer server, String body) throws Exception {
        return Samples.call(
                server.endpoint(), Samples.NOW, Samples.KEY_ID, Samples.SECRET, "iam", body + "&Version=2010-05-08");
    }

    @Test
    void aReportHasTheActionsThatWereCalled() throws Exception {
        try (RunningServer server = Samples.start(Samples.settings(new DataLocation.InMemory(), Optional.empty()))) {
            assertThat(call(server, "Action=ListUsers")).startsWith("HTTP/1.1 200 ");
            assertThat(call(server, "Action=MadeUp")).startsWith("HTTP/1.1 400 ");
            Matcher job = JOB.matcher(call(
                    server,
                    "Action=GenerateServiceLastAccessedDetails&Granularity=ACTION_LEVEL&Arn=arn%3Aaws%3Aiam%3A%3A"
                            + Samples.ACCOUNT + "%3Auser%2FAdministrator"));
            assertThat(job.find()).isTrue();
            String report = "";
            for (int i = 0; i < TRIES && !report.contains("<JobStatus>COMPLETED</JobStatus>"); i++) {
                Thread.sleep(100);
                report = call(server, "Action=GetServiceLastAccessedDetails&MaxItems=1000&JobId=" + job.group(1));
                assertThat(report).doesNotContain("<JobStatus>FAILED</JobStatus>");
            }
            assertThat(report)
                    .contains("<JobType>ACTION_LEVEL</JobType>")
                    .contains("<ActionName>ListUsers</ActionName><LastAccessedEntity>arn:aws:iam::" + Samples.ACCOUNT
                            + ":user/Administrator</LastAccessedEntity><LastAccessedTime>2026-11-22T10:00:00Z"
                            + "</LastAccessedTime><LastAccessedRegion>us-east-1</LastAccessedRegion>")
                    .contains("<member><ActionName>DeleteUser</ActionName></member>")
                    .doesNotContain("MadeUp");
        }
    }
}
