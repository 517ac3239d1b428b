package io.claviger.cmdlets.aws;

import io.claviger.powershell.command.CmdletDescription.Impact;
import java.util.List;

/**
 * A row of the table: an operation and the cmdlet that calls it.
 *
 * @param name the operation, as AWS spells it
 * @param javaName how the SDK for Java spells it in class names
 * @param cmdlet {@code Verb-Noun}
 * @param select the member of the response that is written: {@code *} for all of it, {@code -} for nothing
 * @param target the parameter that a confirmation names, {@code -} for none
 * @param pages whether the cmdlet fetches page after page
 * @param alias the cmdlet's older name, {@code -} for none
 */
record ServiceOperation(
        AwsService service,
        String name,
        String javaName,
        String cmdlet,
        String select,
        Impact impact,
        String target,
        boolean pages,
        String alias,
        List<Input> inputs) {

    ServiceOperation {
        inputs = List.copyOf(inputs);
    }

    /**
     * A parameter of the cmdlet.
     *
     * @param alias its other name, {@code -} for none
     * @param type its .NET type, with {@code []} for an array
     * @param position from 0; -1 for none
     * @param member the member of the request that it fills; a structure's member behind an underscore
     */
    record Input(
            String name,
            String alias,
            String type,
            boolean mandatory,
            int position,
            boolean fromPipeline,
            String member) {}

    /** The .NET class of the cmdlet. */
    String cmdletType() {
        return "Amazon.PowerShell.Cmdlets." + service + "." + cmdlet.replace("-", "") + "Cmdlet";
    }

    /** How a confirmation names it. */
    String action() {
        return cmdlet + " (" + name + ")";
    }
}
