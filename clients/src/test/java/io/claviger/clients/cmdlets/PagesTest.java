package io.claviger.clients.cmdlets;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.clients.Program;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A list of 25 users comes in pages, and no page is fetched that nobody wants. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesTest {

    private final Program program;
    private final Wiretap wiretap;
    private final Prompt prompt;

    PagesTest(@TempDir Path home) throws IOException {
        program = Program.start(home, Optional.empty());
        wiretap = new Wiretap(program.endpoint());
        prompt = new Prompt(
                Map.of(
                        "AWS_ENDPOINT_URL", wiretap.endpoint().toString(),
                        "AWS_ACCESS_KEY_ID", Program.ADMINISTRATOR.id(),
                        "AWS_SECRET_ACCESS_KEY", Program.ADMINISTRATOR.secret()),
                home);
    }

    @BeforeAll
    void makeUsers() {
        assertThat(prompt.type("New-IAMGroup -GroupName all | Out-Null; 11..35 | ForEach-Object {"
                        + " New-IAMUser -UserName u$_ -Path /pages/ } | Add-IAMUserToGroup -GroupName all"))
                .isEqualTo(new Typist.Shown("", "", 0));
    }

    @AfterAll
    void stop() {
        prompt.close();
        wiretap.close();
        program.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // what is typed | what it prints | the operation | how many times it is asked for
                "(Get-IAMUserList -PathPrefix /pages/).Count | 25 | ListUsers | 1",
                "(Get-IAMUserList -PathPrefix /pages/ -MaxItem 10).Count | 25 | ListUsers | 3",
                "(Get-IAMUserList -PathPrefix /pages/ -MaxItems 25).Count | 25 | ListUsers | 1",
                "Get-IAMUserList -PathPrefix /pages/ -MaxItem 10 ¦ Select-Object -First 1 -ExpandProperty UserName"
                        + " | u11 | ListUsers | 1",
                "(Get-IAMUserList -PathPrefix /pages/ -MaxItem 10 ¦ Select-Object -First 10).Count | 10 | ListUsers | 1",
                "(Get-IAMUserList -PathPrefix /pages/ -MaxItem 10 ¦ Where-Object UserName -like *2 ¦"
                        + " Select-Object -First 2).UserName -join '-' | u12-u22 | ListUsers | 2",
                "(Get-IAMUserList -PathPrefix /pages/ -MaxItem 10 -NoAutoIteration).Count | 10 | ListUsers | 1",
                "(Get-IAMUserList -PathPrefix /pages/ -MaxItem 10 -Marker $null).Count | 10 | ListUsers | 1",
                "$p = Get-IAMUserList -PathPrefix /pages/ -MaxItem 20 -NoAutoIteration -Select *;"
                        + " $p.IsTruncated, (Get-IAMUserList -PathPrefix /pages/ -NextToken $p.Marker).UserName[0] -join ' '"
                        + " | True u31 | ListUsers | 2",
                // an answer that is written whole is written page by page
                "(Get-IAMGroup all -MaxItem 10).Count | 3 | GetGroup | 3",
                "Get-IAMUserList -PathPrefix /pages/ -MaxItem 10 -Select ^PathPrefix | /pages/ | ListUsers | 3",
                "(Get-IAMUserList -PathPrefix /pages/ -MaxItem 10 -Select Users.UserName).Count | 25 | ListUsers | 3",
                "(Get-IAMUserList -PathPrefix /nobody/ ¦ Measure-Object).Count | 0 | ListUsers | 1",
            })
    void pagesAreFetchedAsTheyAreWanted(String line, String printed, String operation, int times) {
        wiretap.forget();

        assertThat(prompt.type(line.replace('¦', '|'))).isEqualTo(new Typist.Shown(printed + "\n", "", 0));
        assertThat(wiretap.actions()).isEqualTo(Collections.nCopies(times, operation));
    }
}
