package io.claviger.powershell.value;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A property that {@code Add-Member} gives to one object, and whose value is made when somebody asks for it. */
public sealed interface ScriptMember {

    /** The value that the object's property has now. */
    @Nullable
    Object of(ShellObject owner);

    /**
     * {@code AliasProperty}: another name.
     *
     * @param property the property's own name
     */
    record Alias(String property) implements ScriptMember {

        @Override
        public @Nullable Object of(ShellObject owner) {
            return owner.get(property);
        }
    }

    /**
     * {@code ScriptProperty}: what a block writes.
     *
     * @param block it finds the object in {@code $this}
     */
    record Script(ScriptBlock block) implements ScriptMember {

        @Override
        public @Nullable Object of(ShellObject owner) {
            return call(block, owner, List.of());
        }
    }

    /** {@code ScriptMethod}: what a block writes that finds the object in {@code $this}, and arguments. */
    static @Nullable Object call(ScriptBlock block, ShellObject owner, List<? extends @Nullable Object> arguments) {
        List<@Nullable Object> written = new ArrayList<>();
        block.invokeOn(owner, arguments, written::add);
        return switch (written.size()) {
            case 0 -> null;
            case 1 -> written.getFirst();
            default -> written;
        };
    }
}
