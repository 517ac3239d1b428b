package io.claviger.storage.sqlite;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Starts a Java program of the tests in a process of its own, so that it can be killed or looked into. */
final class ChildJvm {

    private ChildJvm() {}

    static Process start(Class<?> program, List<String> options, List<String> arguments) throws IOException {
        return start(program, options, arguments, Map.of());
    }

    /** The same, with more variables in its environment. */
    static Process start(
            Class<?> program, List<String> options, List<String> arguments, Map<String, String> environment)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path", ""), program.getName()));
        command.addAll(arguments);
        File errors = File.createTempFile("child", ".err");
        errors.deleteOnExit();
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors);
        builder.environment().putAll(environment);
        return builder.start();
    }
}
