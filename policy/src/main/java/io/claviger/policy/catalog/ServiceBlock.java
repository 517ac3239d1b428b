package io.claviger.policy.catalog;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Reads what {@code scripts/action-catalog} wrote of one service; the script describes the form. */
final class ServiceBlock {

    private static final int RADIX = 36;

    private final String service;
    private final List<ConditionKey> keys = new ArrayList<>();
    private final List<ResourceType> types = new ArrayList<>();
    private final List<Action> actions = new ArrayList<>();

    private ServiceBlock(String service) {
        this.service = service;
    }

    static Service read(String prefix, String name, boolean boundByResourceControl, String text) {
        ServiceBlock block = new ServiceBlock(prefix);
        int from = 0;
        while (from < text.length()) {
            int end = text.indexOf('\n', from);
            block.line(text.substring(from, end).split("\t", -1));
            from = end + 1;
        }
        return new Service(prefix, name, boundByResourceControl, block.actions, block.types, block.keys);
    }

    private void line(String[] field) {
        switch (field[0]) {
            case "k" -> keys.add(Objects.requireNonNull(ConditionKey.of(field[1], field[2])));
            case "r" -> types.add(new ResourceType(field[1], field[2], keys(field[3])));
            default ->
                actions.add(new Action(
                        service, field[1], levels(field[2]), resources(field[3]), keys(field[4]), names(field[5])));
        }
    }

    private static Set<AccessLevel> levels(String letters) {
        Set<AccessLevel> levels = EnumSet.noneOf(AccessLevel.class);
        for (AccessLevel level : AccessLevel.values()) {
            if (letters.indexOf(level.name().charAt(0)) >= 0) {
                levels.add(level);
            }
        }
        return levels;
    }

    private List<ActionResource> resources(String text) {
        if (text.isEmpty()) {
            return List.of();
        }
        List<ActionResource> resources = new ArrayList<>();
        for (String taken : List.of(text.split(";"))) {
            int slash = taken.indexOf('/');
            String type = slash < 0 ? taken : taken.substring(0, slash);
            boolean required = type.endsWith("!");
            int position = Integer.parseInt(required ? type.substring(0, type.length() - 1) : type, RADIX);
            String limits = slash < 0 ? "" : taken.substring(slash + 1);
            resources.add(new ActionResource(types.get(position), required, keys(limits)));
        }
        return resources;
    }

    private List<ConditionKey> keys(String text) {
        if (text.isEmpty()) {
            return List.of();
        }
        List<ConditionKey> named = new ArrayList<>();
        for (String position : List.of(text.split(","))) {
            named.add(keys.get(Integer.parseInt(position, RADIX)));
        }
        return named;
    }

    private static List<String> names(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(","));
    }
}
