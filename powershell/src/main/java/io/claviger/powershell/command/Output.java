package io.claviger.powershell.command;

import java.util.List;

/** What a cmdlet writes, looked up when somebody asks: a cmdlet starts without. */
public interface Output {

    /** Nothing is told of it. */
    Output UNTOLD = of("");

    /** The .NET name of the type of each object; empty when it is not told. */
    String type();

    /** The names of its properties, which the Tab key offers; none when they are not told. */
    List<String> properties();

    /** Objects of which the type alone is told. */
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
