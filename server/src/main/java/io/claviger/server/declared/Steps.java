package io.claviger.server.declared;

import io.claviger.server.declared.Declaration.Rights;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;
import software.amazon.awssdk.services.iam.model.Tag;

/**
 * What makes an account as it is declared, collected step by step. What all kinds of entities have in common is here.
 *
 * @param prune whether what is not declared is taken away
 */
record Steps(IamClient iam, PolicyNames names, boolean prune, List<Step> collected) {

    Steps(IamClient iam, PolicyNames names, boolean prune) {
        this(iam, names, prune, new ArrayList<>());
    }

    void add(Place place, String text, Runnable act) {
        collected.add(new Step(place, text, act));
    }

    /** What is there; empty if nothing is. */
    static <T> Optional<T> present(Supplier<T> question) {
        try {
            return Optional.of(question.get());
        } catch (NoSuchEntityException none) {
            return Optional.empty();
        }
    }

    /**
     * The policies of a user, a group or a role.
     *
     * @param isNew whether it is not there yet
     */
    void rights(Place place, String shown, Holder holder, boolean isNew, Rights wanted) {
        List<String> arns =
                wanted.attached().stream().map(named -> names.arn(named, place)).toList();
        List<String> attached = isNew ? List.of() : holder.attached();
        arns.stream()
                .filter(arn -> !attached.contains(arn))
                .forEach(arn -> add(place, "attach " + arn + " to " + shown, () -> holder.attach(arn)));
        Map<String, String> inline = isNew ? Map.of() : holder.inline();
        wanted.inline().forEach((name, document) -> {
            String there = inline.get(name);
            if (there == null || !JsonText.areEqual(there, document)) {
                add(
                        place,
                        (there == null ? "give " : "change ") + "inline policy " + name + " of " + shown,
                        () -> holder.put(name, document));
            }
        });
        if (prune) {
            attached.stream()
                    .filter(arn -> !arns.contains(arn))
                    .forEach(arn -> add(place, "detach " + arn + " from " + shown, () -> holder.detach(arn)));
            inline.keySet().stream()
                    .filter(name -> !wanted.inline().containsKey(name))
                    .forEach(name ->
                            add(place, "delete inline policy " + name + " of " + shown, () -> holder.remove(name)));
        }
    }

    /** The tags of something that is there. */
    void tags(
            Place place,
            String shown,
            List<Tag> present,
            Map<String, String> wanted,
            Consumer<List<Tag>> set,
            Consumer<List<String>> remove) {
        Map<String, String> there = new LinkedHashMap<>();
        present.forEach(tag -> there.put(tag.key(), tag.value()));
        List<Tag> missing = tags(wanted).stream()
                .filter(tag -> !tag.value().equals(there.get(tag.key())))
                .toList();
        if (!missing.isEmpty()) {
            add(place, "tag " + shown + " with " + shown(missing), () -> set.accept(missing));
        }
        List<String> more =
                there.keySet().stream().filter(key -> !wanted.containsKey(key)).toList();
        if (prune && !more.isEmpty()) {
            add(place, "untag " + shown + " of " + String.join(", ", more), () -> remove.accept(more));
        }
    }

    private static String shown(List<Tag> tags) {
        return String.join(
                ", ", tags.stream().map(tag -> tag.key() + "=" + tag.value()).toList());
    }

    /** Tags as requests have them. */
    static List<Tag> tags(Map<String, String> tags) {
        return tags.entrySet().stream()
                .map(tag ->
                        Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
    }

    /** The permissions boundary of something that is there. */
    void boundary(
            Place place,
            String shown,
            @Nullable String present,
            @Nullable String wanted,
            Consumer<String> set,
            Runnable remove) {
        if (wanted != null && !wanted.equals(present)) {
            add(place, "bound " + shown + " by " + wanted, () -> set.accept(wanted));
        }
        if (wanted == null && present != null && prune) {
            add(place, "take the permissions boundary from " + shown, remove);
        }
    }

    /** Refuses a change that IAM has no operation for. */
    static void unchangeable(
            Place place, String shown, String what, @Nullable String present, @Nullable String wanted) {
        if (wanted != null && !wanted.equals(present == null ? "" : present)) {
            throw place.wrong(shown + " is there with the " + what + " " + (present == null ? "\"\"" : present)
                    + ", which cannot be changed: declare that one, or delete " + shown + " first");
        }
    }
}
