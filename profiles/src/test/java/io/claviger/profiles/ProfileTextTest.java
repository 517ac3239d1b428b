package io.claviger.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileTextTest {

    private static final String FILE = """
            # mine
            [default]
            aws_access_key_id = AKIADEFAULT
            unknown=kept ; as it is

            # the next one
            [work]
            region = eu-central-1
            s3 =
              max_concurrent_requests = 20
              # within
              max_queue_size = 10

            # the end
            """;

    private static ProfileText credentials(String text) {
        return ProfileText.parse(FileKind.CREDENTIALS, text);
    }

    private static ProfileText config(String text) {
        return ProfileText.parse(FileKind.CONFIG, text);
    }

    @Test
    void aSettingIsReplacedWhereItStands() {
        assertThat(credentials(FILE)
                        .with("default", Map.of("aws_access_key_id", "AKIAOTHER"))
                        .text())
                .isEqualTo(FILE.replace("AKIADEFAULT", "AKIAOTHER"));
    }

    @Test
    void aNewSettingFollowsTheProfilesLast() {
        assertThat(credentials(FILE)
                        .with("work", Map.of("role_arn", "arn:aws:iam::1:role/r"))
                        .text())
                .isEqualTo(FILE.replace(
                        "max_queue_size = 10\n", "max_queue_size = 10\nrole_arn = arn:aws:iam::1:role/r\n"));
    }

    @Test
    void aNewProfileStandsAtTheEnd() {
        assertThat(credentials(FILE).with("ci", Map.of("region", "us-east-1")).text())
                .isEqualTo(FILE + "\n[ci]\nregion = us-east-1\n");
        assertThat(credentials("").with("ci", Map.of("region", "us-east-1")).text())
                .isEqualTo("[ci]\nregion = us-east-1\n");
    }

    @Test
    void configHeadsProfilesInItsOwnWay() {
        assertThat(config("")
                        .with("ci", Map.of("region", "us-east-1"))
                        .with("default", Map.of("region", "us-west-2"))
                        .text())
                .isEqualTo("[profile ci]\nregion = us-east-1\n\n[default]\nregion = us-west-2\n");
    }

    @Test
    void configsOtherSectionsAreNoProfiles() {
        ProfileText text =
                config("[sso-session ci]\nregion = a\n[services x]\n[profile  \"ci\"] # remark\nregion = b\n");
        assertThat(text.profiles()).containsExactly("ci");
        assertThat(text.settings("ci")).containsExactly(Map.entry("region", "b"));
        assertThat(text.withoutProfile("ci").text()).isEqualTo("[sso-session ci]\nregion = a\n[services x]\n");
    }

    @Test
    void ofTheDefaultProfilesTwoHeadingsTheLongerCounts() {
        ProfileText text = config("[default]\nregion = a\n[profile default]\nregion = b\n");
        assertThat(text.settings("default")).containsExactly(Map.entry("region", "b"));
        assertThat(text.with("default", Map.of("region", "c")).text())
                .isEqualTo("[default]\nregion = a\n[profile default]\nregion = c\n");
        assertThat(text.withoutProfile("default").text()).isEmpty();
    }

    @Test
    void aSettingGoesWithTheLinesThatBelongToIt() {
        assertThat(credentials(FILE).without("work", Set.of("s3")).text())
                .isEqualTo(
                        FILE.replace("s3 =\n  max_concurrent_requests = 20\n  # within\n  max_queue_size = 10\n", ""));
        assertThat(credentials(FILE).with("work", Map.of("s3", "x")).text())
                .isEqualTo(FILE.replace(
                        "s3 =\n  max_concurrent_requests = 20\n  # within\n  max_queue_size = 10\n", "s3 = x\n"));
    }

    @Test
    void aProfileGoesAndItsNeighboursRemarksStay() {
        assertThat(credentials(FILE).withoutProfile("default").text())
                .isEqualTo("# mine\n\n# the next one\n" + FILE.substring(FILE.indexOf("[work]")));
        assertThat(credentials(FILE).withoutProfile("work").text())
                .isEqualTo(FILE.substring(0, FILE.indexOf("[work]")) + "\n# the end\n");
    }

    @Test
    void ofTwoSettingsOfOneKeyTheLastIsReplacedAndBothGo() {
        ProfileText text = credentials("[a]\nk=1\nK = 2\n[b]\nk=0\n[a]\nx=1\n");
        assertThat(text.with("a", Map.of("k", "3")).text()).isEqualTo("[a]\nk=1\nk = 3\n[b]\nk=0\n[a]\nx=1\n");
        assertThat(text.without("a", Set.of("k")).text()).isEqualTo("[a]\n[b]\nk=0\n[a]\nx=1\n");
    }

    @Test
    void lineEndsAndAMissingLastOneAreKept() {
        assertThat(credentials("\uFEFF[a]\r\nk = 1").with("a", Map.of("k", "2")).text())
                .isEqualTo("\uFEFF[a]\r\nk = 2");
        assertThat(credentials("[a]\r\nk = 1").with("b", Map.of("k", "2")).text())
                .isEqualTo("[a]\r\nk = 1\r\n\r\n[b]\r\nk = 2\r\n");
        assertThat(credentials("[a]").with("a", Map.of("k", "2")).text()).isEqualTo("[a]\nk = 2\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "a]", "a\nb", "[a", "a#b", "a;b", "é", "\u0000"})
    void aNameThatReadersReadDifferentlyIsRefused(String name) {
        assertThatThrownBy(() -> credentials("").with(name, Map.of("k", "v"))).isInstanceOf(UnusableProfile.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\nb", "a\rb", "a\u0000b", "a\u0085b", "a\u2028b", " a", "a\t", "a #b", "a\t;b", "#a"})
    void aValueThatReadersReadDifferentlyIsRefusedAndNotRepeated(String value) {
        assertThatThrownBy(() -> credentials("").with("a", Map.of("k", value)))
                .isInstanceOf(UnusableProfile.class)
                .hasMessageStartingWith("The value of k ")
                .hasMessageNotContaining("a\nb");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "K", "a b", "a=b", "[a", "#a"})
    void aKeyThatReadersReadDifferentlyIsRefused(String key) {
        assertThatThrownBy(() -> credentials("").with("a", Map.of(key, "v"))).isInstanceOf(UnusableProfile.class);
    }

    @Test
    void secretsAreNotShown() {
        ProfileText text = credentials("[a]\naws_secret_access_key = wJalr\n");
        assertThat(text.toString()).isEqualTo("ProfileText[a]");
        assertThat(Line.of(FileKind.CREDENTIALS, text.text()).toString()).doesNotContain("wJalr =");
    }

    /** Whatever stands in a file, an edit changes what it names and nothing else. */
    @ParameterizedTest
    @EnumSource(FileKind.class)
    void editsChangeNothingElse(FileKind kind) {
        for (int seed = 0; seed < 20_000; seed++) {
            Random random = new Random(seed);
            String text = RandomFile.text(random);
            ProfileText before = ProfileText.parse(kind, text);
            assertThat(before.text()).isEqualTo(text);
            String profile = RandomFile.name(random);
            String key = RandomFile.key(random);
            others(before, before.with(profile, Map.of(key, "new")), profile, Map.of(key, "new"), text, "k = new");
            ProfileText without = before.without(profile, Set.of(key));
            assertThat(without.settings(profile)).doesNotContainKey(key);
            others(before, without, profile, Map.of(), text, "");
            ProfileText gone = before.withoutProfile(profile);
            assertThat(gone.profiles()).doesNotContain(profile);
            if (!gone.text().isEmpty()) {
                assertThat(lines(text)).containsSubsequence(lines(gone.text()));
            }
            for (String other : gone.profiles()) {
                assertThat(gone.settings(other)).isEqualTo(before.settings(other));
            }
        }
    }

    private static List<String> lines(String text) {
        return text.lines().toList();
    }

    private static void others(
            ProfileText before,
            ProfileText after,
            String edited,
            Map<String, String> set,
            String text,
            String description) {
        Stream.concat(before.profiles().stream(), after.profiles().stream()).forEach(profile -> {
            if (!profile.equals(edited)) {
                assertThat(after.settings(profile)).as(text).isEqualTo(before.settings(profile));
            }
        });
        Map<String, String> kept = new LinkedHashMap<>(before.settings(edited));
        kept.putAll(set);
        Map<String, String> now = new LinkedHashMap<>(after.settings(edited));
        if (set.isEmpty()) {
            kept.keySet().retainAll(now.keySet());
        }
        assertThat(now).as(text + description).isEqualTo(kept);
        if (set.isEmpty()) {
            assertThat(after.profiles()).isEqualTo(before.profiles());
            if (!after.text().isEmpty()) {
                assertThat(lines(text)).containsSubsequence(lines(after.text()));
            }
            return;
        }
        // One setting, with a heading and an empty line before it when the profile is new.
        List<String> added = new ArrayList<>(lines(after.text()));
        List<String> old = new ArrayList<>(lines(text));
        while (!added.isEmpty() && !old.isEmpty() && added.getFirst().equals(old.getFirst())) {
            added.removeFirst();
            old.removeFirst();
        }
        while (!added.isEmpty() && !old.isEmpty() && added.getLast().equals(old.getLast())) {
            added.removeLast();
            old.removeLast();
        }
        assertThat(old.stream().filter(line -> line.startsWith("[")))
                .as("%s%n->%n%s", text, after.text())
                .isEmpty();
        assertThat(added.size()).isLessThanOrEqualTo(3);
        assertThat(old.stream().filter(line -> !line.isBlank() && Character.isLetter(line.charAt(0))))
                .hasSizeLessThanOrEqualTo(1);
    }
}
