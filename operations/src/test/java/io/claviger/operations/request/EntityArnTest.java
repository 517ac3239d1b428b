package io.claviger.operations.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityArnTest {

    private static final Pattern FORM =
            Pattern.compile("arn:aws[a-z-]*:iam::([0-9]{12}):(user|group|role)/(?:[!-.0-~]*/)*([\\w+=,.@-]+)");

    @Test
    void takesApartWhatNamesAnEntity() {
        assertThat(EntityArn.parse("arn:aws:iam::123456789012:user/alice"))
                .contains(new EntityArn(
                        "arn:aws:iam::123456789012:user/alice", "123456789012", EntityArn.Kind.USER, "alice"));
        assertThat(EntityArn.parse("arn:aws-us-gov:iam::000000000001:role/a//b/R+=,.@-_9"))
                .hasValueSatisfying(arn -> {
                    assertThat(arn.kind()).isEqualTo(EntityArn.Kind.ROLE);
                    assertThat(arn.accountId()).isEqualTo("000000000001");
                    assertThat(arn.name()).isEqualTo("R+=,.@-_9");
                });
        assertThat(EntityArn.parse("arn:aws:iam::123456789012:group//g").map(EntityArn::kind))
                .contains(EntityArn.Kind.GROUP);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "arn",
                "arn:aws",
                "arn:aws:",
                "arn:aws:iam::",
                "arn:aws:iam::123456789012",
                "arn:aws:iam::123456789012:",
                "arn:aws:iam::123456789012:role",
                "arn:aws:iam::123456789012:role/",
                "arn:aws:iam::123456789012:role/path/",
                "arn:aws:iam::12345678901:role/r",
                "arn:aws:iam::1234567890123:role/r",
                "arn:aws:iam::12345678901x:role/r",
                "arn:aws:iam::123456789012:root/r",
                "arn:aws:sts::123456789012:role/r",
                "arn:AWS:iam::123456789012:role/r",
                "arn:aws:iam::123456789012:role/pa th/r",
                "arn:aws:iam::123456789012:role/r\n",
                "arn:aws:iam::123456789012:role/r:s",
                "/arn:aws:iam::123456789012:role/r",
                "arn:aws/:iam::123456789012:role/r"
            })
    void namesNoEntity(String text) {
        assertThat(EntityArn.parse(text)).isEmpty();
    }

    @Test
    void agreesWithTheGrammarOnDamagedTexts() {
        Random random = new Random(7);
        String[] whole = {
            "arn:aws:iam::123456789012:role/r",
            "arn:aws-cn:iam::123456789012:user/a/b/c",
            "arn:aws:iam::999999999999:group/x/"
        };
        String alphabet = "arn:/x0-~!é \u007f_A";
        int named = 0;
        for (int i = 0; i < 200_000; i++) {
            StringBuilder text = new StringBuilder(whole[random.nextInt(whole.length)]);
            for (int j = random.nextInt(3); j > 0; j--) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.deleteCharAt(at);
                    case 1 -> text.insert(at, alphabet.charAt(random.nextInt(alphabet.length())));
                    default -> text.setCharAt(at, alphabet.charAt(random.nextInt(alphabet.length())));
                }
            }
            Matcher form = FORM.matcher(text);
            Optional<EntityArn> arn = EntityArn.parse(text.toString());
            assertThat(arn.isPresent()).as(text.toString()).isEqualTo(form.matches());
            if (arn.isPresent()) {
                named++;
                assertThat(arn.get().accountId()).isEqualTo(form.group(1));
                assertThat(arn.get().kind().name()).isEqualToIgnoringCase(form.group(2));
                assertThat(arn.get().name()).isEqualTo(form.group(3));
            }
        }
        assertThat(named).isGreaterThan(10_000);
    }
}
