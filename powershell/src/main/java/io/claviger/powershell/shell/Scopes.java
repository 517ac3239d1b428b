package io.claviger.powershell.shell;

import io.claviger.powershell.value.Hashtable;
import java.nio.file.Path;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** The current scope, and the global one around it. */
final class Scopes {

    private Scope current = new Scope(null);

    /** A global scope with the variables that PowerShell sets. */
    Scopes(Path home) {
        current.set("Error", new ArrayList<@Nullable Object>());
        current.set("true", true);
        current.set("false", false);
        current.set("null", null);
        current.set("ErrorActionPreference", "Continue");
        current.set("WarningPreference", "Continue");
        current.set("VerbosePreference", "SilentlyContinue");
        current.set("DebugPreference", "SilentlyContinue");
        current.set("InformationPreference", "SilentlyContinue");
        current.set("ProgressPreference", "Continue");
        current.set("PSNativeCommandUseErrorActionPreference", false);
        current.set("ConfirmPreference", "High");
        current.set("WhatIfPreference", false);
        current.set("FormatEnumerationLimit", 4);
        current.set("ErrorView", "ConciseView");
        current.set("OFS", " ");
        current.set("HOME", home.toString());
        current.set("PSDefaultParameterValues", new Hashtable());
    }

    Scope current() {
        return current;
    }

    Scope global() {
        return current.global();
    }

    /** Does something in another scope. */
    void in(Scope other, Runnable action) {
        Scope before = current;
        current = other;
        try {
            action.run();
        } finally {
            current = before;
        }
    }

    /** Goes back to the global scope, whatever ended the line before. */
    void reset() {
        current = current.global();
    }

    /** The variable's preference, spelt as PowerShell does; {@code Continue} if the variable is not set. */
    String preference(String variable) {
        Object preference = current.get(variable);
        return preference == null ? "Continue" : preference.toString();
    }
}
