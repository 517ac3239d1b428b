package io.claviger.cmdlets.credentials;

import io.claviger.powershell.command.Cmdlet;
import io.claviger.powershell.command.Parameter;
import io.claviger.powershell.command.ParameterType;
import io.claviger.powershell.command.SessionValues;
import io.claviger.powershell.value.ObjectType;
import io.claviger.powershell.value.ShellObject;
import io.claviger.powershell.value.View;
import java.util.List;

/**
 * Whether secrets are shown in printed responses. They are, unless the session says otherwise: a new key's secret can
 * be seen only once.
 */
public final class SensitiveData {

    /** What is shown instead of a secret. */
    public static final String MASK = "*** sensitive data redacted from host ***";

    private static final String VARIABLE = "AWSPowerShell_Show_Sensitive_Data";

    private static final ObjectType CONFIGURATION = ObjectType.viewed(
            "Amazon.PowerShell.Common.SensitiveDataConfiguration", View.ofProperties(List.of("ShowSensitiveData")));

    private SensitiveData() {}

    /** Whether the session shows secrets. */
    public static boolean isShown(SessionValues session) {
        return !Boolean.FALSE.equals(session.variable(VARIABLE));
    }

    static List<Cmdlet> cmdlets() {
        return List.of(
                Cmdlet.of(
                        CommonModule.describe(
                                        "Set-AWSSensitiveDataConfiguration",
                                        "Says whether secrets are shown when what a cmdlet writes is printed.")
                                .with(
                                        Parameter.of(
                                                        "ShowSensitiveData",
                                                        ParameterType.BOOLEAN,
                                                        "$false to show a mask instead; the property keeps its value.")
                                                .required()
                                                .at(0),
                                        VariableScope.parameter())
                                .withExample("Set-AWSSensitiveDataConfiguration -ShowSensitiveData $false"),
                        (arguments, context) -> VariableScope.set(
                                arguments, context.session(), VARIABLE, arguments.flag("ShowSensitiveData"))),
                Cmdlet.of(
                        CommonModule.describe("Get-AWSSensitiveDataConfiguration", "Whether secrets are shown.")
                                .withExample("Get-AWSSensitiveDataConfiguration"),
                        (arguments, context) -> context.write(
                                new ShellObject(CONFIGURATION).with("ShowSensitiveData", isShown(context.session())))));
    }
}
