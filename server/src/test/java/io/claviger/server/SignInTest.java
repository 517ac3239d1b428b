package io.claviger.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.server.composition.DataLocation;
import io.claviger.server.composition.FirstStart;
import io.claviger.server.composition.RunningServer;
import io.claviger.server.composition.Settings;
import io.claviger.server.http.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignInTest extends SignInServer {

    private String post(String form) throws IOException {
        return Wire.exchange(
                server.endpoint(), Wire.request("POST /sign-in", "Content-Length: " + form.length()) + form);
    }

    private String attempt(String account, String password) throws IOException {
        return post("AccountId=" + account + "&UserName=root&Password=" + password);
    }

    private static String body(String answer) {
        return answer.substring(answer.indexOf("\r\n\r\n") + 4);
    }

    @Test
    void rightPasswordGivesTheRootUserAnHour() throws Exception {
        String answer = attempt(Samples.ACCOUNT, "correct+horse");
        assertThat(answer).startsWith("HTTP/1.1 200 ").contains("Cache-Control: no-store");
        Matcher credentials = CREDENTIALS.matcher(body(answer));
        assertThat(credentials.matches()).as(answer).isTrue();

        assertThat(callAs(credentials)).startsWith("HTTP/1.1 200 ").contains("arn:aws:iam::123456789012:root");
        now.set(Samples.NOW.plus(Duration.ofHours(1)));
        assertThat(callAs(credentials)).startsWith("HTTP/1.1 403 ").contains("ExpiredToken");
    }

    private String callAs(Matcher credentials) throws Exception {
        String body = "Action=GetCallerIdentity&Version=2011-06-15";
        Visitor.Keys keys = new Visitor.Keys(credentials.group(1), credentials.group(2), credentials.group(3));
        return Samples.call(server.endpoint(), now.get(), keys, "sts", body);
    }

    @Test
    void wrongPasswordUnknownAccountAndUnknownUserAreAnsweredAlike() throws IOException {
        String wrong = attempt(Samples.ACCOUNT, "wrong+horse");
        assertThat(wrong).startsWith("HTTP/1.1 403 ");
        assertThat(body(attempt("210987654321", "correct+horse"))).isEqualTo(body(wrong));
        assertThat(body(post("AccountId=123456789012&UserName=Administrator&Password=correct+horse")))
                .isEqualTo(body(wrong));
    }

    @Test
    void afterManyFailuresTheRightPasswordIsStillLetIn() throws IOException {
        for (int i = 0; i < 12; i++) {
            assertThat(attempt(Samples.ACCOUNT, "wrong+horse+" + i)).startsWith("HTTP/1.1 403 ");
        }
        assertThat(attempt(Samples.ACCOUNT, "correct+horse")).startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void ownerSignsInBesideSomebodyWhoFloods(boolean withOnePassword) throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger tried = new AtomicInteger();
        List<Thread> flood = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            flood.add(Thread.ofVirtual().start(() -> {
                while (!over.get()) {
                    try {
                        String password = "wrong+horse+" + (withOnePassword ? 0 : tried.get());
                        assertThat(attempt(Samples.ACCOUNT, password)).containsPattern("^HTTP/1.1 (403|429) ");
                        tried.incrementAndGet();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }
            }));
        }
        try {
            while (tried.get() < 5) {
                Thread.onSpinWait();
            }
            assertThat(attempt(Samples.ACCOUNT, "correct+horse")).startsWith("HTTP/1.1 200 ");
        } finally {
            over.set(true);
            for (Thread attacker : flood) {
                attacker.join();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%EF%BF%BD%EF%BF%BD%EF%BF%BD%EF%BF%BD%EF%BF%BD%EF%BF%BD%EF%BF%BD%EF%BF%BD",
                "correct%F6horse",
                "correct%C3horse",
                "%ED%A0%80correct+horse",
                "correct\u00ffhorse"
            })
    void passwordThatIsNoTextInUtf8IsRefused(String password) throws IOException {
        String form = "AccountId=123456789012&UserName=root&Password=" + password;
        byte[] request = (Wire.request("POST /sign-in", "Content-Length: " + form.length()) + form)
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThat(Wire.exchange(server.endpoint(), request))
                .startsWith("HTTP/1.1 400 ")
                .contains("ValidationError", "UTF-8");
    }

    @ParameterizedTest
    @CsvSource({
        "AccountId=123456789012&UserName=root, 'AccountId, UserName and Password are needed'",
        "AccountId=ACME&UserName=root&Password=p, AccountId is 12 digits",
        "AccountId=123456789012&UserName=root&Password=p&MFACode=abc, MFACode is six digits",
        "AccountId=123456789012&UserName=root&Password=p&NewPassword=, NewPassword has 1 to 128 characters"
    })
    void whatIsWrongWithAFormIsSaid(String form, String complaint) throws IOException {
        assertThat(post(form)).startsWith("HTTP/1.1 400 ").contains(complaint);
    }

    @Test
    void passwordBeyondAsciiIsTakenPercentEncodedRawComposedAndDecomposed() throws IOException {
        String password = "\u043f\u0430\u0440\u043e\u043b\u044c \u00e4\ud83d\udc34";
        Settings settings = Samples.settings(new DataLocation.InMemory(), Optional.empty());
        Settings beyond = new Settings(
                settings.data(),
                settings.regions(),
                settings.quotas(),
                settings.cached(),
                settings.metrics(),
                settings.audit(),
                new FirstStart.Given(Optional.of(Samples.ACCOUNT), Optional.empty(), Optional.of(password)));
        String decomposed = Normalizer.normalize(password, Normalizer.Form.NFD);
        try (RunningServer other = Samples.start(beyond)) {
            for (String typed : List.of(
                    URLEncoder.encode(password, StandardCharsets.UTF_8),
                    password.replace(' ', '+'),
                    URLEncoder.encode(decomposed, StandardCharsets.UTF_8))) {
                byte[] form =
                        ("AccountId=123456789012&UserName=root&Password=" + typed).getBytes(StandardCharsets.UTF_8);
                String head = Wire.request("POST /sign-in", "Content-Length: " + form.length);
                assertThat(Wire.exchange(
                                other.endpoint(),
                                (head + new String(form, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8)))
                        .as(typed)
                        .startsWith("HTTP/1.1 200 ");
            }
            String sameLength = URLEncoder.encode(
                    "\u0441\u043e\u0431\u0430\u043a\u0430 \u00f6\ud83d\udc34", StandardCharsets.UTF_8);
            String form = "AccountId=123456789012&UserName=root&Password=" + sameLength;
            assertThat(Wire.exchange(
                            other.endpoint(), Wire.request("POST /sign-in", "Content-Length: " + form.length()) + form))
                    .startsWith("HTTP/1.1 403 ");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "AccountId=123456789012",
                "AccountId=123456789012&UserName=root",
                "AccountId=1&UserName=root&Password=correct+horse",
                "AccountId=123456789012&UserName=&Password=correct+horse",
                "AccountId=123456789012&UserName=root&Password=%zz",
                "AccountId=123456789012&UserName=root&Password=p%E4%E4ssword",
                "AccountId=123456789012&UserName=root&Password=p%EF%BF%BDssword",
                "{\"AccountId\":\"123456789012\"}",
                "&&&=&="
            })
    void whatIsNotTheFormIsRefused(String form) throws IOException {
        assertThat(post(form)).startsWith("HTTP/1.1 400 ").contains("ValidationError");
    }
}
