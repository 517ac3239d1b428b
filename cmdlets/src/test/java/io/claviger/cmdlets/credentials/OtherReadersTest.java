package io.claviger.cmdlets.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.profiles.FileKind;
import io.claviger.profiles.ProfileText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.profiles.ProfileFile;

/** What is written here is what the SDK and aws-cli read, and the other way round. */
class OtherReadersTest {

    private static final List<String> NAMES = List.of("default", "a", "work.x/y");
    private static final List<String> KEYS = List.of("region", "aws_access_key_id", "external_id");

    @TempDir
    private Path home;

    private TestSession desk;

    @BeforeEach
    void open() throws IOException {
        desk = new TestSession(home);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private static Map<String, Map<String, String>> sdk(FileKind kind, String text) {
        ProfileFile file = ProfileFile.builder()
                .content(text)
                .type(kind == FileKind.CONFIG ? ProfileFile.Type.CONFIGURATION : ProfileFile.Type.CREDENTIALS)
                .build();
        Map<String, Map<String, String>> profiles = new TreeMap<>();
        file.profiles().forEach((name, profile) -> profiles.put(name, new TreeMap<>(profile.properties())));
        return profiles;
    }

    private static String one(Random random, List<String> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static String file(FileKind kind, Random random) {
        StringBuilder text = new StringBuilder();
        String end = random.nextBoolean() ? "\n" : "\r\n";
        for (int i = 0; i < random.nextInt(5); i++) {
            String name = one(random, NAMES);
            text.append(kind == FileKind.CREDENTIALS || name.equals("default") ? "[" : "[profile ")
                    .append(name)
                    .append("]")
                    .append(end);
            for (int j = 0; j < random.nextInt(5); j++) {
                text.append(
                                switch (random.nextInt(5)) {
                                    case 0 -> "# remark";
                                    case 1 -> "";
                                    case 2 -> "s3 =" + end + "  size = " + random.nextInt(10);
                                    default -> one(random, KEYS) + " = " + random.nextInt(100);
                                })
                        .append(end);
            }
        }
        return text.toString();
    }

    @ParameterizedTest
    @EnumSource(FileKind.class)
    void theSdkReadsWhatWasEditedAndTheRestAsBefore(FileKind kind) {
        for (int seed = 0; seed < 3_000; seed++) {
            Random random = new Random(seed);
            String text = file(kind, random);
            String name = one(random, NAMES);
            String key = one(random, KEYS);
            ProfileText before = ProfileText.parse(kind, text);

            Map<String, Map<String, String>> wanted = sdk(kind, text);
            wanted.computeIfAbsent(name, _ -> new TreeMap<>()).put(key, "new");
            assertThat(sdk(kind, before.with(name, Map.of(key, "new")).text()))
                    .as(text)
                    .isEqualTo(wanted);

            Map<String, Map<String, String>> without = sdk(kind, text);
            without.remove(name);
            assertThat(sdk(kind, before.withoutProfile(name).text())).as(text).isEqualTo(without);
        }
    }

    private String aws(String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of("aws"));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        Map<String, String> environment = new HashMap<>(builder.environment());
        environment.keySet().removeIf(variable -> variable.startsWith("AWS_"));
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment()
                .put("AWS_SHARED_CREDENTIALS_FILE", desk.credentials().toString());
        builder.environment().put("AWS_CONFIG_FILE", home.resolve(".aws/config").toString());
        Process process;
        try {
            process = builder.start();
        } catch (IOException _) {
            String message =
                    "NOT TESTED: aws-cli is not installed, so nobody knows whether it reads what is written here";
            System.err.println(message);
            Assumptions.abort(message);
            throw new AssertionError(message);
        }
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said.strip();
    }

    @Test
    void awsCliReadsWhatIsWrittenHere() throws Exception {
        assertThat(desk.run(
                        "Set-AWSCredential -AccessKey AKIAIOSFODNN7EXAMPLE -SecretKey 'a/+=b' -StoreAs work",
                        "Initialize-AWSDefaultConfiguration -ProfileName work -Region eu-central-1"))
                .isZero();
        assertThat(aws("configure", "get", "aws_access_key_id", "--profile", "work"))
                .isEqualTo("AKIAIOSFODNN7EXAMPLE");
        assertThat(aws("configure", "get", "aws_secret_access_key", "--profile", "work"))
                .isEqualTo("a/+=b");
        assertThat(aws("configure", "get", "region")).isEqualTo("eu-central-1");
    }

    @Test
    void whatAwsCliWritesIsReadHereAndStaysItsOwn() throws Exception {
        aws("configure", "set", "aws_access_key_id", "AKIAOFTHECLI", "--profile", "cli");
        aws("configure", "set", "aws_secret_access_key", "s", "--profile", "cli");
        aws("configure", "set", "region", "eu-west-1", "--profile", "cli");
        assertThat(desk.run(
                        "Set-AWSCredential -AccessKey AKIAOTHER -SecretKey s -StoreAs other",
                        "Get-IAMUser -ProfileName cli -EndpointUrl " + desk.url(),
                        "(Get-AWSCredential -ListProfileDetail).ProfileName"))
                .as(desk.err())
                .isZero();
        assertThat(desk.calls.getFirst().key()).isEqualTo("AKIAOFTHECLI");
        assertThat(desk.calls.getFirst().region()).isEqualTo("eu-west-1");
        assertThat(desk.out()).isEqualTo("cli\nother\n");
        assertThat(Files.readString(home.resolve(".aws/config"))).startsWith("[profile cli]\n");
        assertThat(aws("configure", "get", "aws_access_key_id", "--profile", "cli"))
                .isEqualTo("AKIAOFTHECLI");
    }
}
