package io.claviger.server.declared;

import io.claviger.server.composition.HardwareTokens;
import io.claviger.server.declared.Declaration.HardwareToken;
import io.claviger.server.declared.Declaration.TokenFile;
import java.util.List;

/** The steps for hardware tokens. */
record TokenSteps(Steps steps, HardwareTokens tokens) {

    /**
     * The steps for all files, since what is in none of them is pruned.
     *
     * @throws io.claviger.server.command.UnusableSetting if a token cannot be taken as it is declared
     */
    void files(List<TokenFile> files) {
        List<HardwareToken> declared =
                files.stream().flatMap(file -> file.tokens().stream()).toList();
        declared.forEach(this::token);
        if (steps.prune() && !files.isEmpty()) {
            Place place = files.getFirst().place();
            tokens.unused().stream()
                    .filter(serialNumber -> declared.stream()
                            .noneMatch(token -> token.bought().serialNumber().equalsIgnoreCase(serialNumber)))
                    .forEach(serialNumber -> steps.add(
                            place, "forget hardware token " + serialNumber, () -> tokens.forget(serialNumber)));
        }
    }

    private void token(HardwareToken token) {
        switch (tokens.present(token.bought())) {
            case NONE -> steps.add(token.place(), "take in " + shown(token), () -> tokens.take(token.bought()));
            case OTHER ->
                steps.add(token.place(), "change the seed of " + shown(token), () -> tokens.take(token.bought()));
            case SAME -> {}
            case OTHER_IN_USE ->
                throw token.place()
                        .wrong(shown(token) + " is somebody's, with another seed or other seconds: correct this line,"
                                + " or deactivate the device first");
            case FOREIGN -> throw token.place().wrong(shown(token) + " is another account's: remove this line");
        }
    }

    private static String shown(HardwareToken token) {
        return "hardware token " + token.bought().serialNumber();
    }
}
