package io.claviger.clients.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.clients.Commands;
import io.claviger.clients.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A checkout with the real launcher and programs of a line each, which its Maven copies into their libraries and its Java
 * prints, with the words that it was given. Maven waits while there is a file {@code hold}, and fails if a source says
 * {@code error}.
 *
 * @param folder where it is
 * @param tools where its Maven and its JDKs are, and what the launcher printed
 */
record Checkout(Path folder, Path tools) {

    private static final int PATIENCE_SECONDS = 60;

    /**
     * How to start what shall hear signals: a shell leaves Ctrl-C ignored in what it runs in the background, nohup the
     * hang-up, and each process hands that on to those that it starts.
     */
    private static final List<String> SIGNALS = Commands.firstThatWorks(
                    List.of(List.of("env", "--default-signal=HUP,INT,TERM", "true")))
            .map(command -> command.subList(0, 2))
            .orElse(List.of());

    private static final List<String> MODULES = List.of("server", "cmdlets", "policy-cli");

    private static final String MAVEN = """
            #!/bin/sh
            echo "[INFO] Building Claviger [1/1]"
            : > maven-works
            while [ -e hold ]; do sleep 0.05; done
            rm -f maven-works
            echo "$@" >> maven-was-called
            if grep -q error */src/main/*; then
                echo "[ERROR] a source has an error"
                exit 1
            fi
            for module in server cmdlets policy-cli; do
                mkdir -p $module/target/claviger/lib
                cat $module/src/main/* > $module/target/claviger/lib/claviger-$module-1.jar
            done
            """;

    private static final String JAVA = """
            #!/bin/sh
            for word; do
                case $word in
                    -XX:AOTCacheOutput=*)
                        while [ -e "${0%/*}/hold" ]; do sleep 0.05; done
                        echo cache > "${word#*=}"
                        exit
                        ;;
                    -XX:AOTCache=*) [ -z "$SHOW_CACHE" ] || echo "with a cache" ;;
                esac
            done
            while [ $# != 0 ] && [ "$1" != -cp ]; do shift; done
            [ $# != 0 ] || exit 0
            cat "${2%%:*}"
            shift 3
            printf '<%s>' "$@"
            echo
            """;

    /** What came of a command line. */
    record Outcome(int status, String out, String err) {}

    /** A checkout of which nothing is built, in a folder of this name. */
    static Checkout in(Path parent, String name) throws IOException {
        Checkout made = new Checkout(parent.resolve(name), Files.createDirectories(parent.resolve("tools")));
        Path repository = Commands.module().resolveSibling("");
        copy(repository.resolve("bin"), made.folder.resolve("bin"));
        Files.copy(repository.resolve("claviger"), made.folder.resolve("claviger"), StandardCopyOption.COPY_ATTRIBUTES);
        // The JDKs of this machine are not those that the tests are about.
        Path java = made.folder.resolve("bin/java.sh");
        Files.writeString(
                java,
                Files.readString(java)
                        .replace("/usr/lib/jvm", made.tools.resolve("jvm").toString()));
        Files.writeString(made.folder.resolve("pom.xml"), "<project/>");
        for (String module : MODULES) {
            Files.createDirectories(made.folder.resolve(module).resolve("src/main"));
            made.write(module, "old " + module);
        }
        executable(made.tools.resolve("maven/mvn"), MAVEN);
        made.jdk("jdk", "25.0.1");
        return made;
    }

    /** A JDK of a version, in a folder of this name beside Maven. */
    Path jdk(String name, String version) throws IOException {
        Path jdk = tools.resolve(name);
        executable(jdk.resolve("bin/java"), JAVA);
        executable(jdk.resolve("bin/javac"), "#!/bin/sh\n");
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        return jdk;
    }

    /** Has another Maven, which is this script of a shell. */
    void maven(String script) throws IOException {
        executable(tools.resolve("maven/mvn"), "#!/bin/sh\n" + script);
    }

    /** Changes the source of a module. */
    void write(String module, String text) throws IOException {
        Files.writeString(folder.resolve(module).resolve("src/main/Program.java"), text + "\n");
    }

    /** How often Maven came to its end. */
    int builds() throws IOException {
        Path calls = folder.resolve("maven-was-called");
        return Files.exists(calls) ? Files.readAllLines(calls).size() : 0;
    }

    /** Lets Maven wait. */
    void hold() throws IOException {
        Files.createFile(folder.resolve("hold"));
    }

    /** Lets Maven go on. */
    void release() throws IOException {
        Files.delete(folder.resolve("hold"));
    }

    /** Waits until Maven waits. */
    void awaitMaven() throws Exception {
        Files.delete(awaitFile("maven-works"));
    }

    /** Waits until there is a file of this name. */
    Path awaitFile(String name) throws Exception {
        Path file = folder.resolve(name);
        for (int i = 0; i < PATIENCE_SECONDS * 50 && !Files.exists(file); i++) {
            Thread.sleep(20);
        }
        assertThat(file).exists();
        return file;
    }

    /** Runs the launcher to its end. */
    Outcome run(String... words) throws Exception {
        return run(Map.of(), words);
    }

    /** Runs the launcher to its end, with further variables. */
    Outcome run(Map<String, String> environment, String... words) throws Exception {
        List<String> command =
                new ArrayList<>(List.of(folder.resolve("claviger").toString()));
        command.addAll(List.of(words));
        return runs(environment, folder.resolveSibling(""), command);
    }

    /** Runs any command line to its end. */
    Outcome runs(Map<String, String> environment, Path directory, List<String> command) throws Exception {
        return ended(start(environment, directory, command), printed(command));
    }

    /** Starts the launcher. */
    Process start(String... words) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(folder.resolve("claviger").toString()));
        command.addAll(List.of(words));
        return start(Map.of(), folder, command);
    }

    private Process start(Map<String, String> more, Path directory, List<String> command) throws IOException {
        List<String> signalled = new ArrayList<>(SIGNALS);
        signalled.addAll(command);
        ProcessBuilder builder = Commands.process(tools, signalled).directory(directory.toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("CLAVIGER_") || name.equals("TESTED_CLAVIGER"));
        environment.put("PATH", tools.resolve("maven") + ":" + environment.get("PATH"));
        environment.put("JAVA_HOME", tools.resolve("jdk").toString());
        environment.putAll(new HashMap<>(more));
        Path printed = printed(command);
        return builder.redirectOutput(printed.toFile())
                .redirectError(errors(printed).toFile())
                .start();
    }

    /** What came of a launcher that was started with these words. */
    Outcome ended(Process process, String... words) throws Exception {
        List<String> command =
                new ArrayList<>(List.of(folder.resolve("claviger").toString()));
        command.addAll(List.of(words));
        return ended(process, printed(command));
    }

    private static Outcome ended(Process process, Path printed) throws Exception {
        int status = Ended.of(process).status();
        return new Outcome(status, Files.readString(printed, UTF_8), Files.readString(errors(printed), UTF_8));
    }

    private Path printed(List<String> command) {
        return tools.resolve(Integer.toHexString(command.hashCode()) + ".out");
    }

    private static Path errors(Path printed) {
        return printed.resolveSibling(printed.getFileName() + ".err");
    }

    private static void executable(Path file, String text) throws IOException {
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.resolveSibling(""));
                Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }
}
