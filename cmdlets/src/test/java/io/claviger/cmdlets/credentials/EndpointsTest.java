package io.claviger.cmdlets.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Of all that say where a service's calls go, the first in the order counts. */
class EndpointsTest {

    /** Who says it: a line of the session, settings of the profile, or what the command adds. Each names a path. */
    enum Place {
        PARAMETER("", "", " -EndpointUrl <url>/parameter"),
        SERVICES_VARIABLE("$env:AWS_ENDPOINT_URL_<service> = '<url>/services_variable'", "", ""),
        VARIABLE("$env:AWS_ENDPOINT_URL = '<url>/variable'", "", ""),
        KEYS("Set-AWSCredential -ProfileName work -EndpointUrl <url>/keys", "", ""),
        SECTION("", "services = mine", ""),
        PROFILE("", "endpoint_url = <url>/profile", ""),
        SOURCES_SECTION("", "source_profile = base\nrole_arn = arn:aws:iam::123456789012:role/r", ""),
        SOURCE("", "source_profile = plain\nrole_arn = arn:aws:iam::123456789012:role/r", "");

        private final String line;
        private final String setting;
        private final String parameter;

        Place(String line, String setting, String parameter) {
            this.line = line;
            this.setting = setting;
            this.parameter = parameter;
        }
    }

    private static final List<String> COMMANDS =
            List.of("Get-IAMUser -Region us-east-1", "Get-STSCallerIdentity -Region us-east-1");

    private static final String SECTIONS = """
            [services mine]
            s3 =
              endpoint_url = <url>/s3
            iam =
              # a remark
              signature = v4
              endpoint_url = <url>/section
            STS =
              ENDPOINT_URL=<url>/section
            [services sources]
            iam =
              endpoint_url = <url>/sources_section
            sts =
              endpoint_url = <url>/sources_section
            [services other]
            s3 =
              endpoint_url = <url>/s3
            [profile base]
            services = sources
            endpoint_url = <url>/source
            aws_access_key_id = AKIABASE
            aws_secret_access_key = s
            [profile plain]
            endpoint_url = <url>/source
            aws_access_key_id = AKIABASE
            aws_secret_access_key = s
            """;

    @TempDir
    private Path home;

    private TestSession desk;

    @BeforeEach
    void open() throws IOException {
        desk = new TestSession(home);
        desk.environment.put("AWS_PROFILE", "work");
        // A call that is sent to AWS comes no further than here.
        desk.environment.put("https_proxy", "http://127.0.0.1:1");
        desk.environment.put("AWS_MAX_ATTEMPTS", "1");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private void work(String... settings) throws IOException {
        boolean role = Stream.of(settings).anyMatch(one -> one.contains("role_arn"));
        desk.write(
                "config",
                SECTIONS + "[profile work]\n" + String.join("\n", settings) + "\n"
                        + (role ? "" : "aws_access_key_id = AKIAWORK\naws_secret_access_key = s\n"));
    }

    private String place(String command, List<Place> places) throws IOException {
        work(places.stream().map(place -> place.setting).toArray(String[]::new));
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(command);
        for (Place place : places) {
            lines.add(filled(place.line, command));
            line.append(filled(place.parameter, command));
        }
        lines.add(line.toString());
        assertThat(desk.run(lines.toArray(String[]::new))).as(desk.err()).isZero();
        return desk.calls.getLast().path().replace("/", "");
    }

    private String filled(String text, String command) {
        return text.replace("<url>", desk.url()).replace("<service>", command.contains("STS") ? "STS" : "IAM");
    }

    private static Stream<Arguments> each(List<List<Place>> places) {
        return COMMANDS.stream().flatMap(command -> places.stream().map(some -> Arguments.of(command, some)));
    }

    static Stream<Arguments> alone() {
        return each(Stream.of(Place.values()).map(List::of).toList());
    }

    @ParameterizedTest
    @MethodSource
    void alone(String command, List<Place> places) throws IOException {
        assertThat(place(command, places))
                .isEqualToIgnoringCase(places.getFirst().name());
    }

    static Stream<Arguments> theOneBeforeCounts() {
        return each(IntStream.range(1, Place.values().length - 1)
                .mapToObj(at -> List.of(Place.values()[at], Place.values()[at - 1]))
                .toList());
    }

    @ParameterizedTest
    @MethodSource
    void theOneBeforeCounts(String command, List<Place> neighbours) throws IOException {
        assertThat(place(command, neighbours))
                .isEqualToIgnoringCase(neighbours.getLast().name());
    }

    @ParameterizedTest
    @FieldSource("COMMANDS")
    void aSectionWithoutTheServiceLeavesItToTheProfile(String command) throws IOException {
        work("services = other", Place.PROFILE.setting);
        assertThat(desk.run(command)).as(desk.err()).isZero();
        assertThat(desk.calls.getLast().path()).startsWith("/profile");
    }

    @ParameterizedTest
    @FieldSource("COMMANDS")
    void aSectionThatIsMissingIsTold(String command) throws IOException {
        work("services = nowhere", Place.PROFILE.setting);
        assertThat(desk.run(command)).isOne();
        assertThat(desk.err()).contains("The section [services nowhere], which a profile names, could not be found");
        assertThat(desk.calls).isEmpty();
        assertThat(desk.run(command + " -EndpointUrl " + desk.url())).isZero();
    }

    /** What a role is asked of goes where its own profile says, and what is done with its keys too. */
    @Test
    void aRolesSectionHasItsCallsOfSts() throws IOException {
        work("services = mine", Place.SOURCES_SECTION.setting);
        assertThat(desk.run("Get-IAMUser")).as(desk.err()).isZero();
        assertThat(desk.calls)
                .extracting(call -> call.action() + " " + call.path().replace("/", ""))
                .containsExactly("AssumeRole section", "GetUser section");
    }

    @ParameterizedTest
    @CsvSource({
        "true, '', false",
        "TRUE, '', false",
        "false, '', true",
        "'', true, false",
        "'', True, false",
        "'', false, true",
        "'', '', true",
        "false, true, true",
        "true, false, false",
    })
    void whatIsConfiguredCanBeIgnored(String variable, String setting, boolean heard) throws IOException {
        work("services = mine", Place.PROFILE.setting, "ignore_configured_endpoint_urls = " + setting);
        desk.environment.put("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", variable);
        assertThat(desk.run("Get-IAMUser")).isEqualTo(heard ? 0 : 1);
        desk.environment.put("AWS_ENDPOINT_URL", desk.url());
        desk.environment.put("AWS_ENDPOINT_URL_IAM", desk.url());
        assertThat(desk.run("Get-IAMUser")).isEqualTo(heard ? 0 : 1);
        assertThat(desk.calls).hasSize(heard ? 2 : 0);
        assertThat(desk.run("Get-IAMUser -EndpointUrl " + desk.url())).isZero();
    }

    @Test
    void aRoleThatIgnoresThemIsNotAskedForWhereItsSourceIs() throws IOException {
        work(Place.SOURCE.setting, "ignore_configured_endpoint_urls = true");
        desk.environment.put("AWS_ENDPOINT_URL_STS", desk.url());
        assertThat(desk.run("Get-IAMUser -EndpointUrl " + desk.url())).isOne();
        assertThat(desk.err()).contains("The keys of the profile 'work' cannot be got: AWS's STS");
        assertThat(desk.calls).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Get-IAMUser -EndpointUrl http://me:hunter2@127.0.0.1:1",
                "Get-IAMUser -EndpointUrl me:hunter2@127.0.0.1",
                "$env:AWS_ENDPOINT_URL = 'http://me:hunter2@127.0.0.1:1'; Get-IAMUser",
                "Set-AWSCredential -ProfileName work -EndpointUrl http://me:hunter2@127.0.0.1:1",
            })
    void anAddressWithAPasswordIsNotRepeated(String line) throws IOException {
        work();
        assertThat(desk.run(line)).isOne();
        assertThat(desk.err()).contains("no password").doesNotContain("hunter2");
    }

    /** A profile may be there already, with another server's address. */
    @Test
    void keysThatAreStoredGoToTheirServerAlone() throws IOException {
        work("services = mine", "ignore_configured_endpoint_urls = true", "# kept", "output = json");
        assertThat(desk.run(
                        "New-IAMAccessKey alice -EndpointUrl " + desk.url() + "/keys | Set-AWSCredential -StoreAs work",
                        "Get-IAMUser -ProfileName work"))
                .as(desk.err())
                .isZero();
        assertThat(desk.calls.getLast().path()).startsWith("/keys");
        assertThat(desk.calls.getLast().key()).isEqualTo("AKIAIOSFODNN7EXAMPLE");
        assertThat(Files.readString(home.resolve(".aws/config"))).endsWith("[profile work]\n# kept\noutput = json\n");
    }
}
