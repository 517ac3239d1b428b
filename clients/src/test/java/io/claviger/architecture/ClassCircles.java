package io.claviger.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Circles of classes that need each other, found by Tarjan's algorithm. A nested class counts as the one that it stands in.
 * Used by one thread.
 */
final class ClassCircles {

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
     * The circles among classes: sets of at least two, by what their names have after the root.
     *
     * @param classes those to look at
     * @param root what the names of all of them begin with
     */
    static Set<Set<String>> in(JavaClasses classes, String root) {
        ClassCircles found = new ClassCircles(classes, root);
        for (String name : found.needs.keySet()) {
            if (!found.order.containsKey(name)) {
                found.visit(name);
            }
        }
        return found.circles.stream()
                .map(circle -> circle.stream()
                        .map(name -> name.substring(root.length()))
                        .collect(Collectors.toUnmodifiableSet()))
                .collect(Collectors.toUnmodifiableSet());
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
