package io.claviger.corecmdlets;

import io.claviger.powershell.command.Arguments;
import io.claviger.powershell.command.Cmdlet;
import io.claviger.powershell.command.CmdletContext;
import io.claviger.powershell.command.Parameter;
import io.claviger.powershell.command.ParameterType;
import io.claviger.powershell.value.Conversion;
import io.claviger.powershell.value.ErrorCategory;
import io.claviger.powershell.value.Text;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Start-Sleep. Ctrl-C ends it. */
final class StartSleep {

    private static final int MOST_SECONDS = Integer.MAX_VALUE / 1000;

    private StartSleep() {}

    static Cmdlet cmdlet() {
        return Cmdlet.of(
                CoreDescriptions.utility("Start-Sleep", "Waits.")
                        .withAliases("sleep")
                        .with(
                                Parameter.of("Seconds", ParameterType.DOUBLE, "How long, in seconds.")
                                        .at(0)
                                        .required()
                                        .byValue()
                                        .in("Seconds"),
                                Parameter.of("Milliseconds", ParameterType.INTEGER, "How long, in milliseconds.")
                                        .alias("ms")
                                        .required()
                                        .in("Milliseconds"))
                        .withExample("Start-Sleep -Seconds 10"),
                StartSleep::sleep);
    }

    private static void sleep(Arguments arguments, CmdletContext context) {
        String unit = arguments.has("Milliseconds") ? "Milliseconds" : "Seconds";
        double most = unit.equals("Seconds") ? MOST_SECONDS : Integer.MAX_VALUE;
        double given = Conversion.toDouble(arguments.get(unit));
        if (!(given >= 0 && given <= most)) {
            boolean less = !(given > most);
            long bound = less ? 0 : (long) most;
            throw CoreDescriptions.problem(
                    ErrorCategory.INVALID_ARGUMENT,
                    "ParameterArgumentValidationError",
                    "Cannot validate argument on parameter '" + unit + "'. The " + Text.of(given) + " argument is "
                            + (less ? "less than the minimum" : "greater than the maximum") + " allowed range of "
                            + bound
                            + ". Supply an argument that is " + (less ? "greater" : "less") + " than or equal to "
                            + bound
                            + " and then try the command again.");
        }
        CountDownLatch stopped = new CountDownLatch(1);
        try (var _ = context.onStop(stopped::countDown)) {
            long milliseconds = Math.round(unit.equals("Seconds") ? given * 1000 : given);
            if (!context.isStopping() && stopped.await(milliseconds, TimeUnit.MILLISECONDS)) {
                context.writeDebug("The sleep was stopped.");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
