package io.claviger.corecmdlets;

import io.claviger.powershell.command.Arguments;
import io.claviger.powershell.command.Cmdlet;
import io.claviger.powershell.command.CmdletContext;
import io.claviger.powershell.command.Parameter;
import io.claviger.powershell.operator.Comparison;
import io.claviger.powershell.value.ShellObject;
import io.claviger.powershell.value.Text;
import io.claviger.powershell.value.TypeNames;
import org.jspecify.annotations.Nullable;

/** Get-Unique, which leaves out what is the same as the object before it. */
final class GetUnique implements Cmdlet.Run {

    private boolean some;
    private @Nullable Object last;

    static Cmdlet cmdlet() {
        return Cmdlet.remembering(
                CoreDescriptions.utility("Get-Unique", "Leaves out what is the same as the object before it.")
                        .withAliases("gu")
                        .with(
                                Parameter.flag("AsString", "Compares the objects' texts."),
                                Parameter.flag("OnType", "Compares the objects' types."),
                                Parameter.flag("CaseInsensitive", "Disregards case."),
                                CoreDescriptions.input())
                        .withExample("Get-IAMUserList | ForEach-Object Path | Sort-Object | Get-Unique"),
                GetUnique::new);
    }

    @Override
    public void process(Arguments arguments, CmdletContext context) {
        Object item = arguments.get(CoreDescriptions.INPUT);
        boolean caseSensitive = !arguments.flag("CaseInsensitive");
        if (!some || !same(item, arguments, caseSensitive)) {
            context.write(item);
        }
        some = true;
        last = item;
    }

    private boolean same(@Nullable Object item, Arguments arguments, boolean caseSensitive) {
        if (arguments.flag("OnType")) {
            return TypeNames.of(item).equals(TypeNames.of(last));
        }
        boolean texts = arguments.flag("AsString") || item instanceof ShellObject;
        return texts
                ? Comparison.equal(Text.of(item), Text.of(last), caseSensitive)
                : Comparison.equal(item, last, caseSensitive);
    }
}
