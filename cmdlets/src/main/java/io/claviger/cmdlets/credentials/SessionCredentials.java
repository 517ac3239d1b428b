package io.claviger.cmdlets.credentials;

import io.claviger.cmdlets.keys.KeyErrors;
import io.claviger.cmdlets.keys.SharedFiles;
import io.claviger.powershell.command.Arguments;
import io.claviger.powershell.command.Cmdlet;
import io.claviger.powershell.command.CmdletContext;
import io.claviger.powershell.command.CmdletDescription.Impact;
import io.claviger.powershell.command.Parameter;
import io.claviger.powershell.command.ParameterType;
import io.claviger.powershell.value.ObjectType;
import io.claviger.powershell.value.ShellObject;
import io.claviger.powershell.value.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Set-AWSCredential, New-AWSCredential, Get-AWSCredential, Clear-AWSCredential and Remove-AWSCredentialProfile. */
final class SessionCredentials {

    private static final ObjectType PROFILE = ObjectType.viewed(
            "Amazon.PowerShell.Common.ProfileInfo",
            View.ofProperties(List.of("ProfileName", "StoreTypeName", "ProfileLocation")));

    private SessionCredentials() {}

    static List<Cmdlet> cmdlets() {
        return List.of(set(), create(), get(), clear(), remove());
    }

    private static Cmdlet set() {
        List<Parameter> parameters = new ArrayList<>(CredentialArguments.parameters());
        parameters.add(CredentialArguments.text(
                "StoreAs", "The profile that is stored, instead of a choice for the session."));
        parameters.add(VariableScope.parameter());
        return Cmdlet.of(
                CommonModule.describe("Set-AWSCredential", "Chooses the session's credentials, or stores a profile.")
                        .withAliases("Set-AWSCredentials")
                        .withParameters(parameters)
                        .withExample("Set-AWSCredential -AccessKey $id -SecretKey $secret -StoreAs work"),
                SessionCredentials::set);
    }

    private static void set(Arguments arguments, CmdletContext context) {
        Optional<String> name = arguments.text("StoreAs");
        if (name.isPresent() && arguments.has("Scope")) {
            throw KeyErrors.argument("Parameters Scope and StoreAs cannot be used together.");
        }
        ShellObject credentials = CredentialArguments.of(arguments, context).orElseThrow(SessionCredentials::unknown);
        if (name.isEmpty()) {
            VariableScope.set(arguments, context.session(), StoredCredentials.VARIABLE, credentials);
            return;
        }
        StoredCredentials.Source source = StoredCredentials.of(credentials).orElseThrow(SessionCredentials::unknown);
        new ProfileStore(arguments.text("ProfileLocation"), context).store(name.get(), source.settings());
    }

    private static RuntimeException unknown() {
        return KeyErrors.argument("Cannot determine credentials from supplied parameters");
    }

    private static Cmdlet create() {
        return Cmdlet.of(
                CommonModule.describe("New-AWSCredential", "Makes an object of credentials, for -Credential.")
                        .withAliases("New-AWSCredentials")
                        .withParameters(CredentialArguments.parameters())
                        .withExample("$c = New-AWSCredential -AccessKey $id -SecretKey $secret")
                        .withOutput("Amazon.Runtime.AWSCredentials"),
                (arguments, context) -> context.write(
                        CredentialArguments.of(arguments, context).orElseThrow(SessionCredentials::unknown)));
    }

    private static Cmdlet get() {
        return Cmdlet.of(
                CommonModule.describe("Get-AWSCredential", "The session's credentials, a profile's, or the profiles.")
                        .withAliases("Get-AWSCredentials")
                        .with(
                                CredentialArguments.text("ProfileName", "The profile.")
                                        .alias("StoredCredentials", "AWSProfileName")
                                        .offering(ConnectionParameters.PROFILES)
                                        .at(0)
                                        .in("StoredProfile"),
                                Parameter.flag("ListProfileDetail", "Writes all profiles, and where each is.")
                                        .alias("ListProfileDetails")
                                        .in("ListProfileDetail"),
                                Parameter.flag("ListProfile", "Writes the names of all profiles.")
                                        .alias("ListProfiles", "ListStoredCredentials")
                                        .in("ListProfile"),
                                CredentialArguments.location())
                        .withExample("Get-AWSCredential -ListProfileDetail"),
                SessionCredentials::get);
    }

    private static void get(Arguments arguments, CmdletContext context) {
        SharedFiles files = SharedFiles.of(context.session(), arguments.text("ProfileLocation"));
        Optional<String> name = arguments.text("ProfileName");
        if (name.isPresent()) {
            if (files.profile(name.get()).isPresent()) {
                context.write(CredentialArguments.profile(name.get(), arguments, context));
            }
        } else if (arguments.flag("ListProfileDetail")) {
            ProfileStore store = new ProfileStore(arguments.text("ProfileLocation"), context);
            files.names()
                    .forEach(one -> context.write(new ShellObject(PROFILE)
                            .with("ProfileName", one)
                            .with("StoreTypeName", "SharedCredentialsFile")
                            .with("ProfileLocation", store.place(one).toString())));
        } else if (arguments.flag("ListProfile")) {
            context.writeWarning("The ListProfile switch is deprecated. Use the ListProfileDetail switch instead.");
            files.names().forEach(context::write);
        } else {
            context.writeAll(context.session().variable(StoredCredentials.VARIABLE));
        }
    }

    private static Cmdlet clear() {
        return Cmdlet.of(
                CommonModule.describe("Clear-AWSCredential", "Forgets the session's credentials; profiles stay.")
                        .withAliases("Clear-AWSCredentials")
                        .with(VariableScope.parameter())
                        .withExample("Clear-AWSCredential"),
                (arguments, context) -> VariableScope.clear(arguments, context.session(), StoredCredentials.VARIABLE));
    }

    private static Cmdlet remove() {
        return Cmdlet.of(
                CommonModule.describe("Remove-AWSCredentialProfile", "Removes a profile.")
                        .withImpact(Impact.HIGH)
                        .with(
                                Parameter.of("ProfileName", ParameterType.STRING, "The profile.")
                                        .required()
                                        .at(0)
                                        .byValue()
                                        .byPropertyName()
                                        .offering(ConnectionParameters.PROFILES),
                                CredentialArguments.location(),
                                Parameter.flag("Force", "Does it without a question."))
                        .withExample("Remove-AWSCredentialProfile -ProfileName work"),
                SessionCredentials::remove);
    }

    private static void remove(Arguments arguments, CmdletContext context) {
        String name = arguments.text("ProfileName").orElse("");
        ProfileStore store = new ProfileStore(arguments.text("ProfileLocation"), context);
        if (!store.has(name)) {
            throw KeyErrors.argument("The CredentialProfile '" + name + "' does not exist.");
        }
        if (context.shouldProceed(arguments.flag("Force"), name, "Remove-AWSCredentialProfile")) {
            store.remove(name);
        }
    }
}
