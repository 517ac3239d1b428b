package io.claviger.corecmdlets;

import io.claviger.powershell.command.ArgumentRefusal;
import io.claviger.powershell.command.Parameter;
import io.claviger.powershell.value.Conversion;

/** Bounds of numbers that are arguments. */
final class Ranges {

    private Ranges() {}

    /** The parameter, for numbers from this one on. */
    static Parameter from(int least, Parameter parameter) {
        return within(least, Integer.MAX_VALUE, parameter);
    }

    /** The parameter, for numbers from the first to the second. */
    static Parameter within(int least, int most, Parameter parameter) {
        return parameter.holding(value -> {
            for (Object one : Conversion.toList(value)) {
                int number = Conversion.toInteger(one);
                if (number > most) {
                    throw ArgumentRefusal.above(parameter.name(), String.valueOf(number), String.valueOf(most));
                }
                if (number < least) {
                    throw ArgumentRefusal.below(parameter.name(), String.valueOf(number), String.valueOf(least));
                }
            }
        });
    }
}
