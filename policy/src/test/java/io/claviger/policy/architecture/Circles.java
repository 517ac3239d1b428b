package io.claviger.policy.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds classes that need one another, at once or through others. Nested classes count as the class they stand in. */
public final class Circles {

    private final JavaClasses classes;
    private final String packages;
    private final Map<String, Set<String>> reached = new HashMap<>();

    private Circles(String packages) {
        this.packages = packages;
        this.classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .withImportOption(new ImportOption.DoNotIncludeArchives())
                .importPackages(packages);
        for (JavaClass one : classes) {
            of(topLevel(one.getName())).addAll(needed(one));
        }
        while (grows()) {
            // until nothing more is reached
        }
    }

    /**
     * The circles in a package and those below it, of classes that are neither tests nor in a jar.
     *
     * @return sets of at least two top-level classes, by their names below the package
     * @throws IllegalStateException if there are hardly any classes
     */
    public static Set<Set<String>> in(String packages) {
        Circles circles = new Circles(packages);
        if (circles.reached.size() < 30) {
            throw new IllegalStateException("hardly any classes in " + packages);
        }
        return circles.found();
    }

    private Set<String> of(String name) {
        return reached.computeIfAbsent(name, _ -> new HashSet<>());
    }

    private Set<String> needed(JavaClass one) {
        return one.getDirectDependenciesFromSelf().stream()
                .map(dependency ->
                        dependency.getTargetClass().getBaseComponentType().getName())
                .filter(classes::contain)
                .map(Circles::topLevel)
                .filter(name -> !name.equals(topLevel(one.getName())))
                .collect(Collectors.toSet());
    }

    private boolean grows() {
        boolean grown = false;
        for (Set<String> to : List.copyOf(reached.values())) {
            for (String next : List.copyOf(to)) {
                grown |= to.addAll(of(next));
            }
        }
        return grown;
    }

    private Set<Set<String>> found() {
        return reached.keySet().stream()
                .map(one -> of(one).stream()
                        .filter(other -> of(other).contains(one))
                        .map(name -> name.substring(packages.length() + 1))
                        .collect(Collectors.toSet()))
                .filter(circle -> circle.size() > 1)
                .collect(Collectors.toSet());
    }

    private static String topLevel(String name) {
        int nested = name.indexOf('$');
        return nested < 0 ? name : name.substring(0, nested);
    }
}
