package io.claviger.powershell.shell;

import io.claviger.powershell.binding.Binder;
import io.claviger.powershell.binding.Binding;
import io.claviger.powershell.command.Cmdlet;
import io.claviger.powershell.format.Display;
import io.claviger.powershell.language.Source;
import io.claviger.powershell.language.Span;
import io.claviger.powershell.value.ErrorRecord;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** {@code $ErrorView = 'DetailedView'}: all that {@code Get-Error} shows of an error. */
final class WholeError {

    private WholeError() {}

    static String text(Engine engine, ErrorRecord error) {
        Cmdlet shows = Objects.requireNonNull(engine.commands.find("Get-Error"), "Get-Error is missing");
        StringBuilder text = new StringBuilder();
        Display display = engine.screen.displayTo(text::append);
        Binding binding = Binder.bind(shows.description(), List.of(), true, Binder.Asking.NOBODY);
        Stage stage = new Stage(
                new Interpreter(engine, new Source("", "")), shows, binding, new Span(0, 0), display::show, Map.of());
        stage.begin();
        stage.process(error);
        stage.end();
        display.finish();
        return text.toString();
    }
}
