package io.claviger.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SharedProfilesTest {

    private static SharedProfiles of(String credentials, String config) {
        return SharedProfiles.of(
                new SharedProfiles.Source(Path.of("credentials"), ProfileText.parse(FileKind.CREDENTIALS, credentials)),
                Optional.of(new SharedProfiles.Source(Path.of("config"), ProfileText.parse(FileKind.CONFIG, config))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "[profile a] | a",
                "[profile  a ] | a",
                "[profile \"a b\"] | a b",
                "[profile 'a b'] | a b",
                "[profile a\\ b] | a b",
                "[profile \"a\\\"b\"] | a\"b",
                "[profile a b] | a b",
                "[profile o'brien] | o'brien",
                "[profile a]b] | a]b",
                "  [profile a] # remark | a",
                "[default] | default",
                "[profile default] | default"
            })
    void aHeadingOfTheConfigFileNamesAProfile(String heading, String name) {
        assertThat(of("", heading + "\nk = v\n").profile(name).orElseThrow().value("k"))
                .contains("v");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[a]",
                "[PROFILE a]",
                "[profiles a]",
                "[profile]",
                "[profile ]",
                "[]",
                "[ ]",
                "[sso-session a]",
                "[a"
            })
    void anyOtherHeadsNone(String heading) {
        assertThat(of("", "[profile b]\n" + heading + "\nk = v\n").names()).containsExactly("b");
        assertThat(of("", "[profile b]\n" + heading + "\nk = v\n").setting("b", "k"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[a]~  k = v~  l = w | v",
                "[a]~k = v # not a remark | v # not a remark",
                "[a]~k = v~  more~l = w | v~more",
                "[a]~k = v~# remark~~  more | v~~more",
                "[a]~    l = w~  k = v | v",
                "[a]~K: v=w | v=w",
                "[a]^k = v^l = w | v",
                "[a]~k =~  l = w~  m = x | ~l = w~m = x"
            })
    void aSettingsValueIsWhatAwsCliReads(String text, String value) {
        assertThat(of(text.replace('~', '\n').replace('^', '\r'), "")
                        .profile("a")
                        .orElseThrow()
                        .value("k"))
                .contains(value.replace('~', '\n'));
    }

    @Test
    void aLineThatSpoilsAProfileIsNamedWithoutWhatStandsInIt() {
        SharedProfiles profiles =
                of("[a]\nk = v\nSECRET\n[b]\nk = v\n", "[profile b]\nk = 1\nK = 2\nl = 3\n[profile c]\n");
        assertThatThrownBy(() -> profiles.profile("a"))
                .isInstanceOf(UnusableProfile.class)
                .hasMessage("The profile 'a' cannot be used: line 3 of credentials is not a setting.");
        assertThatThrownBy(() -> profiles.profile("b"))
                .hasMessage("The profile 'b' cannot be used: line 3 of config sets a key for the second time.");
        assertThat(profiles.profile("c")).isPresent();
        assertThat(profiles.names()).containsExactly("a", "b", "c");
        assertThat(profiles.setting("a", "k")).contains("v");
        assertThat(profiles.setting("b", "l")).contains("3");
        assertThatThrownBy(() -> profiles.setting("b", "k")).isInstanceOf(UnusableProfile.class);
    }

    @Test
    void aSectionOfServicesHasBlocks() {
        SharedProfiles profiles =
                of("", "[services s]\n  iam =\n    ENDPOINT_URL = x\n  sts =\n    a = b\n[services t]\nno\n");
        ProfileSettings services = profiles.services("s").orElseThrow();
        assertThat(services.inBlock("iam", "endpoint_url")).contains("x");
        assertThat(services.inBlock("sts", "endpoint_url")).isEmpty();
        assertThat(profiles.services("u")).isEmpty();
        assertThatThrownBy(() -> profiles.services("t")).hasMessageContaining("line 7 of config");
    }

    @Test
    void secretsAreNotShown() {
        assertThat(of("[a]\nk = SECRET\n", "").profile("a").orElseThrow().toString())
                .isEqualTo("ProfileSettings[k]");
    }
}
