package io.claviger.powershell.shell;

import io.claviger.powershell.command.CmdletDescription;
import io.claviger.powershell.command.Parameter;
import io.claviger.powershell.format.Colours;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Asks the user for mandatory parameters that are missing.
 *
 * @param screen where it asks
 */
record MandatoryPrompts(Screen screen) {

    /** The answers by parameter name; none if no one can be asked. */
    Map<String, @Nullable Object> ask(CmdletDescription description, List<Parameter> missing, int place) {
        Console console = screen.console();
        if (!console.interactive() || console.silent()) {
            return Map.of();
        }
        console.out("\n"
                + Colours.prompt(
                        console.coloured(),
                        "cmdlet " + description.name() + " at command pipeline position " + (place + 1))
                + "\nSupply values for the following parameters:\n");
        Map<String, @Nullable Object> answers = new LinkedHashMap<>();
        for (Parameter parameter : missing) {
            answers.put(parameter.name(), answer(parameter));
        }
        return answers;
    }

    private @Nullable Object answer(Parameter parameter) {
        if (!parameter.type().array()) {
            return screen.prompts().line(parameter.name() + ": ");
        }
        List<@Nullable Object> items = new ArrayList<>();
        while (true) {
            String item = screen.prompts().line(parameter.name() + "[" + items.size() + "]: ");
            if (item.isEmpty()) {
                return items;
            }
            items.add(item);
        }
    }
}
