package io.claviger.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;

/** Runs {@link ModelledTest} after all others, and knows whether all others ran. */
final class WholeRun implements ClassOrderer {

    private static volatile boolean whole;

    /** Whether all test classes of this package are in the run. */
    static boolean isWhole() {
        return whole;
    }

    @Override
    public void orderClasses(ClassOrdererContext context) {
        List<? extends ClassDescriptor> classes = context.getClassDescriptors();
        classes.sort(Comparator.comparing(test -> test.getTestClass() == ModelledTest.class));
        Set<String> running =
                classes.stream().map(test -> test.getTestClass().getName()).collect(Collectors.toSet());
        whole |= running.containsAll(all());
    }

    private static List<String> all() {
        try {
            Path root = Path.of(WholeRun.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            String folder = WholeRun.class.getPackageName().replace('.', '/');
            try (Stream<Path> files = Files.walk(root.resolve(folder))) {
                return files.map(file -> root.relativize(file).toString())
                        .filter(file -> file.endsWith("Test.class"))
                        .map(file ->
                                file.replace(".class", "").replace('/', '.').replace('\\', '.'))
                        .toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
