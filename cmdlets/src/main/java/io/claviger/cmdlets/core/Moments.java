package io.claviger.cmdlets.core;

import io.claviger.cmdlets.command.Cmdlet;
import io.claviger.cmdlets.command.Parameter;
import io.claviger.cmdlets.command.ParameterType;
import io.claviger.cmdlets.operator.Methods;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Get-Date. */
final class Moments {

    private Moments() {}

    static Cmdlet date() {
        return Cmdlet.of(
                Describing.utility("Get-Date", "The time now, or a time made of text.")
                        .with(
                                Parameter.of("Date", ParameterType.DATE_TIME, "The time.")
                                        .at(0)
                                        .byValue(),
                                Parameter.of("Format", ParameterType.STRING, "Writes it as text in this format."),
                                Parameter.flag("AsUTC", "In UTC."))
                        .withExample("Get-Date -Format yyyy-MM-dd")
                        .withOutput("System.DateTime"),
                (arguments, context) -> {
                    Optional<OffsetDateTime> given = arguments.typed("Date", OffsetDateTime.class);
                    OffsetDateTime time = given.orElseGet(
                            () -> OffsetDateTime.now(context.session().clock()));
                    Object shown = arguments.flag("AsUTC") ? Methods.call(time, "ToUniversalTime", List.of()) : time;
                    List<@Nullable Object> format = new ArrayList<>();
                    format.add(arguments.get("Format"));
                    context.write(arguments.has("Format") ? Methods.call(shown, "ToString", format) : shown);
                });
    }
}
