package io.claviger.corecmdlets;

import io.claviger.powershell.command.Arguments;
import io.claviger.powershell.command.Cmdlet;
import io.claviger.powershell.command.CmdletContext;
import io.claviger.powershell.command.Parameter;
import io.claviger.powershell.command.ParameterType;
import io.claviger.powershell.operator.ServiceObjects;
import io.claviger.powershell.operator.Statics;
import io.claviger.powershell.value.ErrorCategory;
import io.claviger.powershell.value.ErrorRecord;
import io.claviger.powershell.value.Hashtable;
import io.claviger.powershell.value.ObjectType;
import io.claviger.powershell.value.ShellObject;
import io.claviger.powershell.value.TerminatingError;
import io.claviger.powershell.value.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** New-Object, which makes custom objects, lists and the other types that scripts make. */
final class NewObject {

    private NewObject() {}

    static Cmdlet cmdlet() {
        return Cmdlet.of(
                CoreDescriptions.utility("New-Object", "Makes an object of a type.")
                        .with(
                                Parameter.of("TypeName", ParameterType.STRING, "The type.")
                                        .at(0)
                                        .required(),
                                Parameter.of("ArgumentList", ParameterType.OBJECT.many(), "What it is made of.")
                                        .alias("Args")
                                        .at(1),
                                Parameter.of(
                                        "Property", ParameterType.HASHTABLE, "Names and values of its properties."))
                        .withExample("New-Object PSObject -Property @{ UserName = 'alice' }"),
                NewObject::make);
    }

    private static void make(Arguments arguments, CmdletContext context) {
        String type = arguments.text("TypeName").orElse("");
        Hashtable properties = arguments.typed("Property", Hashtable.class).orElseGet(Hashtable::new);
        String lower = type.toLowerCase(Locale.ROOT);
        Optional<ShellObject> ofService = context.session().object(type);
        if (ofService.isPresent()) {
            context.write(ServiceObjects.filled(ofService.get(), properties));
            return;
        }
        boolean custom = lower.replaceFirst("^(system\\.)?(management\\.automation\\.)?", "")
                .matches("ps(custom)?object|object");
        @Nullable Object made = custom ? new ShellObject(ObjectType.CUSTOM) : object(type, arguments);
        if (made instanceof ShellObject object) {
            properties.entries().forEach(entry -> object.with(Text.of(entry.key()), entry.value()));
        }
        context.write(made);
    }

    private static @Nullable Object object(String type, Arguments arguments) {
        List<@Nullable Object> given = new ArrayList<>(arguments.items("ArgumentList"));
        try {
            return Statics.made(type, given);
        } catch (TerminatingError error) {
            if (!List.of("TypeNotFound", "StaticMemberNotSupported")
                    .contains(error.error().errorId())) {
                throw error;
            }
            throw new TerminatingError(ErrorRecord.of(
                    ErrorCategory.INVALID_TYPE,
                    "TypeNotFound",
                    "System.Management.Automation.PSArgumentException",
                    "Cannot find type [" + type + "]: verify that the assembly containing this type is loaded."));
        }
    }
}
