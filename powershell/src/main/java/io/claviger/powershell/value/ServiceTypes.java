package io.claviger.powershell.value;

import java.util.Map;

/**
 * The types of a service, which scripts name in brackets. {@link java.util.ServiceLoader} finds it on the class path:
 * as in .NET, where a library that is loaded brings its types, they are there for all sessions. Safe for use by several
 * threads.
 */
public interface ServiceTypes {

    /**
     * What the full names of its types begin with, such as {@code Contoso.}, without regard to case. A name that begins
     * so is taken for a type, unless it ends in {@code Exception}.
     */
    String prefix();

    /** The full names of its exceptions, each with that of the exception that it extends. */
    Map<String, String> exceptions();
}
