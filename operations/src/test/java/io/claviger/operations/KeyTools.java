package io.claviger.operations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Keys and certificates that OpenSSL and OpenSSH make. A test that needs a tool which is not there is skipped. */
final class KeyTools {

    private static final List<String> PLACES = List.of("/usr/bin", "/usr/local/bin", "/opt/homebrew/bin");

    private final Path directory;

    /** Keeps its files in a directory. */
    KeyTools(Path directory) {
        this.directory = directory;
    }

    /** A private key and its certificate, both in PEM, by the names of their files. */
    record Pair(String name, String privateKey, String certificate) {}

    /** A certificate that its own key signs. */
    Pair selfSigned(String name, String... algorithm) {
        openssl(Stream.concat(
                Stream.of("req", "-x509", "-nodes", "-days", "3650", "-subj", "/CN=" + name, "-keyout", key(name)),
                Stream.concat(Stream.of("-out", certificate(name)), Stream.of(algorithm))));
        return pair(name);
    }

    /** The same with an RSA key of 2048 bits. */
    Pair selfSigned(String name) {
        return selfSigned(name, "-newkey", "rsa:2048");
    }

    /** A certificate that another one's key signs. */
    Pair signedBy(Pair issuer, String name) {
        openssl(Stream.of(
                "req",
                "-new",
                "-nodes",
                "-newkey",
                "rsa:2048",
                "-subj",
                "/CN=" + name,
                "-keyout",
                key(name),
                "-out",
                name + ".csr"));
        openssl(Stream.of(
                "x509",
                "-req",
                "-in",
                name + ".csr",
                "-CA",
                certificate(issuer.name()),
                "-CAkey",
                key(issuer.name()),
                "-days",
                "3650",
                "-out",
                certificate(name)));
        return pair(name);
    }

    private Pair pair(String name) {
        return new Pair(name, read(key(name)), read(certificate(name)));
    }

    private static String key(String name) {
        return name + ".key";
    }

    private static String certificate(String name) {
        return name + ".crt";
    }

    /** A public key for SSH, in OpenSSH's form with a comment. */
    String sshKey(String name, String... algorithm) {
        run(
                "ssh-keygen",
                Stream.concat(Stream.of("-q", "-N", "", "-C", "her laptop", "-f", name), Stream.of(algorithm)));
        return read(name + ".pub");
    }

    /** The same key in another form, such as {@code PKCS8}. */
    String exported(String name, String form) {
        return run("ssh-keygen", Stream.of("-e", "-m", form, "-f", name + ".pub"));
    }

    /** The MD5 that ssh-keygen shows of a key. */
    String fingerprint(String name) {
        String shown = run("ssh-keygen", Stream.of("-l", "-E", "md5", "-f", name + ".pub"));
        return shown.substring(shown.indexOf("MD5:") + "MD5:".length(), shown.indexOf(' ', shown.indexOf("MD5:")));
    }

    /** What OpenSSL prints when it is given these words. */
    String openssl(Stream<String> arguments) {
        return run("openssl", arguments);
    }

    private String read(String file) {
        try {
            return Files.readString(directory.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String run(String tool, Stream<String> arguments) {
        Path program = PLACES.stream()
                .map(place -> Path.of(place, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
        assumeTrue(program != null, tool + " is not installed");
        List<String> command =
                Stream.concat(Stream.of(String.valueOf(program)), arguments).toList();
        try {
            Process process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), UTF_8);
            assertThat(process.waitFor()).as(String.join(" ", command)).isZero();
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
