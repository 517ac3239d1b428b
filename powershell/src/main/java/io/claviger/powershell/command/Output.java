package io.claviger.powershell.command;

import java.util.List;

/** The type of the objects that a cmdlet writes. Read only when it is needed, so that cmdlets start fast. */
public interface Output {

    /** Nothing is known about it. */
    Output UNKNOWN = of("");

    /** The .NET name of the objects' type; empty if it is not known. */
    String type();

    /** The names of the objects' properties, which the Tab key offers; empty if they are not known. */
    List<String> properties();

    /** Objects of which only the type is known. */
    static Output of(String type) {
        return new Output() {
            @Override
            public String type() {
                return type;
            }

            @Override
            public List<String> properties() {
                return List.of();
            }
        };
    }
}
