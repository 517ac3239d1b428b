package io.claviger.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.server.Visitor.Keys;
import io.claviger.server.composition.DataLocation;
import io.claviger.server.composition.RunningServer;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Asks the questions of the console, signed as an administrator or as a user. */
abstract class ConsoleAccessContract {

    static final Keys ADMINISTRATOR = new Keys(Samples.KEY_ID, Samples.SECRET, "");
    static final Pattern KEY =
            Pattern.compile("<AccessKeyId>([^<]+)</AccessKeyId>.*<SecretAccessKey>([^<]+)</", Pattern.DOTALL);
    static final String USER = "arn:aws:iam::123456789012:user/";

    final Path directory;
    final RunningServer server;
    final Visitor visitor;

    ConsoleAccessContract(@TempDir Path directory) {
        this.directory = directory;
        this.server =
                Samples.start(Samples.settings(new DataLocation.InMemory(), Optional.of(directory.resolve("audit"))));
        this.visitor = new Visitor(server.endpoint());
    }

    @BeforeEach
    void createAlice() throws Exception {
        iam("CreateUser&UserName=alice&Tags.member.1.Key=team&Tags.member.1.Value=red");
    }

    @AfterEach
    void stop() {
        visitor.close();
        server.close();
    }

    String iam(String call) throws Exception {
        return Samples.iam(server.endpoint(), Samples.NOW, call);
    }

    void inline(String owner, String name, String statement) throws Exception {
        iam("Put" + owner + "Policy&" + owner + "Name=" + name + "&PolicyName=own&PolicyDocument="
                + Samples.encoded("{\"Version\":\"2012-10-17\",\"Statement\":[" + statement + "]}"));
    }

    static String allow(String action, String resource) {
        return "{\"Sid\":\"Yes\",\"Effect\":\"Allow\",\"Action\":\"" + action + "\",\"Resource\":\"" + resource + "\"}";
    }

    /** A trust policy, encoded for a form. */
    static String trusting(String principal) {
        return Samples.encoded(
                "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"" + principal
                        + "\"},\"Action\":\"sts:AssumeRole\"}}");
    }

    Keys keysOf(String user) throws Exception {
        Matcher found = KEY.matcher(iam("CreateAccessKey&UserName=" + user));
        assertThat(found.find()).isTrue();
        return new Keys(found.group(1), found.group(2), "");
    }
}
