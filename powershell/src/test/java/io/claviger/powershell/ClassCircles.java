package io.claviger.powershell;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Circles of classes that need each other, found by Tarjan's algorithm. A nested class counts as the one that it stands in.
 * Used by one thread.
 */
public final class ClassCircles {

    private final Map<String, Set<String>> needs = new TreeMap<>();
    private final Map<String, Integer> order = new HashMap<>();
    private final Map<String, Integer> lowest = new HashMap<>();
    private final Deque<String> open = new ArrayDeque<>();
    private final Set<Set<String>> circles = new HashSet<>();

    private ClassCircles(JavaClasses classes, String root) {
        for (JavaClass one : classes) {
            Set<String> needed = needs.computeIfAbsent(top(one), missing -> new TreeSet<>());
            one.getDirectDependenciesFromSelf().stream()
                    .map(Dependency::getTargetClass)
                    .map(JavaClass::getBaseComponentType)
                    .filter(target -> target.getPackageName().startsWith(root))
                    .map(ClassCircles::top)
                    .forEach(needed::add);
        }
    }

    private static String top(JavaClass one) {
        String name = one.getName();
        int nested = name.indexOf('$');
        return nested < 0 ? name : name.substring(0, nested);
    }

    /**
     * The circles among the classes of the module whose tests run.
     *
     * @param root the package that all of them are in
     * @throws IllegalStateException when there are none to look at
     */
    public static Set<Set<String>> under(String root) {
        ClassCircles found = new ClassCircles(new ClassFileImporter().importPath(Path.of("target/classes")), root);
        if (found.needs.size() < 50) {
            throw new IllegalStateException("Only " + found.needs.size() + " classes under " + root);
        }
        for (String name : found.needs.keySet()) {
            if (!found.order.containsKey(name)) {
                found.visit(name);
            }
        }
        return found.circles;
    }

    private void visit(String name) {
        order.put(name, order.size());
        lowest.put(name, order.get(name));
        open.push(name);
        for (String next : needs.getOrDefault(name, Set.of())) {
            if (!order.containsKey(next)) {
                visit(next);
                lowest.merge(name, lowest.get(next), Math::min);
            } else if (open.contains(next)) {
                lowest.merge(name, order.get(next), Math::min);
            }
        }
        if (lowest.get(name).equals(order.get(name))) {
            Set<String> circle = new TreeSet<>();
            String last;
            do {
                last = open.pop();
                circle.add(last);
            } while (!last.equals(name));
            if (circle.size() > 1) {
                circles.add(circle);
            }
        }
    }
}
