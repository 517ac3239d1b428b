package io.claviger.corecmdlets;

import io.claviger.powershell.command.Arguments;
import io.claviger.powershell.command.Cmdlet;
import io.claviger.powershell.command.CmdletContext;
import io.claviger.powershell.command.CmdletDescription;
import io.claviger.powershell.command.Parameter;
import io.claviger.powershell.command.ParameterType;
import io.claviger.powershell.operator.Members;
import io.claviger.powershell.operator.Methods;
import io.claviger.powershell.value.ScriptBlock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** ForEach-Object, with script blocks or with the name of a member. */
final class ForEachObject implements Cmdlet.Run {

    private final List<ScriptBlock> first = new ArrayList<>();
    private final List<ScriptBlock> each = new ArrayList<>();
    private final List<ScriptBlock> last = new ArrayList<>();
    private boolean begun;

    static Cmdlet cmdlet() {
        CmdletDescription description = CoreDescriptions.core("ForEach-Object", "Does something with each object.")
                .withAliases("foreach", "%")
                .with(
                        Parameter.of("Process", ParameterType.SCRIPT_BLOCK.many(), "Done for each object.")
                                .at(0)
                                .required()
                                .in("Script"),
                        Parameter.of("RemainingScripts", ParameterType.SCRIPT_BLOCK.many(), "Further ones.")
                                .rest()
                                .in("Script"),
                        Parameter.of("Begin", ParameterType.SCRIPT_BLOCK, "Done first.")
                                .in("Script"),
                        Parameter.of("End", ParameterType.SCRIPT_BLOCK, "Done last.")
                                .in("Script"),
                        Parameter.of(
                                        "MemberName",
                                        ParameterType.STRING,
                                        "The property to write, or the method to call.")
                                .at(0)
                                .required()
                                .in("Member"),
                        Parameter.of("ArgumentList", ParameterType.OBJECT.many(), "The method's arguments.")
                                .alias("Args")
                                .rest()
                                .in("Member"),
                        CoreDescriptions.input())
                .withExample("Get-IAMUserList | ForEach-Object { $_.UserName.ToUpper() }");
        return Cmdlet.remembering(description, ForEachObject::new);
    }

    @Override
    public void begin(Arguments arguments, CmdletContext context) {
        begun = true;
        arrange(arguments);
        first.forEach(block -> block.invokeInPlace(null, context::write));
    }

    /**
     * Finds the roles of blocks without names: of several, the first one is {@code -Begin}; of more than two, the last
     * is {@code -End}.
     */
    private void arrange(Arguments arguments) {
        arguments.typed("Begin", ScriptBlock.class).ifPresent(first::add);
        arguments.typed("End", ScriptBlock.class).ifPresent(last::add);
        for (String name : List.of("Process", "RemainingScripts")) {
            for (Object block : arguments.items(name)) {
                if (block instanceof ScriptBlock script) {
                    each.add(script);
                }
            }
        }
        if (first.isEmpty() && each.size() > 1) {
            first.add(each.removeFirst());
        }
        if (last.isEmpty() && each.size() > 1) {
            last.add(each.removeLast());
        }
    }

    @Override
    public void process(Arguments arguments, CmdletContext context) {
        if (!begun || !arguments.has(CoreDescriptions.INPUT)) {
            return;
        }
        @Nullable Object item = arguments.get(CoreDescriptions.INPUT);
        each.forEach(script -> script.invokeInPlace(item, context::write));
        arguments.text("MemberName").ifPresent(name -> {
            boolean property = item != null && Members.has(item, name) && !arguments.has("ArgumentList");
            context.writeAll(
                    property || item == null
                            ? Members.get(item, name)
                            : arguments.has("ArgumentList")
                                    ? Methods.call(item, name, arguments.items("ArgumentList"))
                                    : methodOrNothing(item, name));
        });
    }

    private static @Nullable Object methodOrNothing(Object item, String name) {
        try {
            return Methods.call(item, name, List.of());
        } catch (io.claviger.powershell.value.TerminatingError _) {
            return null;
        }
    }

    @Override
    public void end(Arguments arguments, CmdletContext context) {
        last.forEach(block -> block.invokeInPlace(null, context::write));
    }
}
