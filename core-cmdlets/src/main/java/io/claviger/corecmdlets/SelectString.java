package io.claviger.corecmdlets;

import io.claviger.powershell.command.Arguments;
import io.claviger.powershell.command.Cmdlet;
import io.claviger.powershell.command.CmdletContext;
import io.claviger.powershell.command.Parameter;
import io.claviger.powershell.command.ParameterType;
import io.claviger.powershell.operator.LineMatcher;
import io.claviger.powershell.value.Conversion;
import io.claviger.powershell.value.ObjectType;
import io.claviger.powershell.value.ShellObject;
import io.claviger.powershell.value.Text;
import io.claviger.powershell.value.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * <a href="https://learn.microsoft.com/powershell/module/microsoft.powershell.utility/select-string">Select-String</a>:
 * the lines of texts or files that match a pattern.
 */
final class SelectString implements Cmdlet.Run {

    private static final ObjectType MATCH =
            ObjectType.viewed("Microsoft.PowerShell.Commands.MatchInfo", new View.Paragraph());
    private static final ObjectType CONTEXT = ObjectType.named("Microsoft.PowerShell.Commands.MatchInfoContext");

    private final List<String> piped = new ArrayList<>();
    private boolean found;

    static Cmdlet cmdlet() {
        return Cmdlet.remembering(
                CoreDescriptions.utility("Select-String", "Finds lines that match a pattern.")
                        .withAliases("sls")
                        .with(
                                Parameter.of("Pattern", ParameterType.STRING.many(), "Regular expressions.")
                                        .at(0)
                                        .required(),
                                Parameter.of("Path", ParameterType.STRING.many(), "The files.")
                                        .alias("LiteralPath")
                                        .at(1)
                                        .byPropertyName(),
                                CoreDescriptions.input(),
                                Parameter.flag("SimpleMatch", "Takes the patterns as plain texts."),
                                Parameter.flag("CaseSensitive", "Regards case."),
                                Parameter.flag("Quiet", "Says only whether there is a match."),
                                Parameter.flag("List", "Only the first match of each file."),
                                Parameter.flag("NotMatch", "The lines that do not match."),
                                Parameter.flag("AllMatches", "All matches of a line, not the first one alone."),
                                Parameter.flag("Raw", "Writes the lines as texts."),
                                Parameter.flag("NoEmphasis", "Has no effect."),
                                Parameter.of(
                                        "Context", ParameterType.INTEGER.many(), "How many lines before and after."),
                                TextFiles.encoding())
                        .withExample("Get-Content log.txt | Select-String 'AKIA\\w+'"),
                SelectString::new);
    }

    @Override
    public void process(Arguments arguments, CmdletContext context) {
        if (arguments.has("Path")) {
            for (String path : arguments.texts("Path")) {
                String text = TextFiles.read(path, arguments, context);
                search(text.lines().toList(), path, arguments, context);
            }
            return;
        }
        @Nullable Object item = arguments.get(CoreDescriptions.INPUT);
        Conversion.toList(item).forEach(one -> piped.add(Text.of(one)));
    }

    @Override
    public void end(Arguments arguments, CmdletContext context) {
        if (!arguments.has("Path")) {
            search(piped, "", arguments, context);
        }
        if (arguments.flag("Quiet")) {
            context.write(found);
        }
    }

    private void search(List<String> lines, String path, Arguments arguments, CmdletContext context) {
        LineMatcher matcher = new LineMatcher(
                arguments.texts("Pattern"), arguments.flag("SimpleMatch"), arguments.flag("CaseSensitive"));
        for (int i = 0; i < lines.size(); i++) {
            Optional<LineMatcher.Found> match = matcher.in(lines.get(i), arguments.flag("AllMatches"));
            if (match.isPresent() == arguments.flag("NotMatch")) {
                continue;
            }
            found = true;
            if (arguments.flag("Quiet")) {
                return;
            }
            context.write(
                    arguments.flag("Raw")
                            ? lines.get(i)
                            : object(lines, i, path, match.orElse(new LineMatcher.Found("", List.of())), arguments));
            if (arguments.flag("List")) {
                return;
            }
        }
    }

    private static ShellObject object(
            List<String> lines, int at, String path, LineMatcher.Found match, Arguments arguments) {
        List<@Nullable Object> counts = arguments.items("Context");
        int before = counts.isEmpty() ? 0 : Conversion.toInteger(counts.getFirst());
        int after = counts.isEmpty() ? 0 : Conversion.toInteger(counts.getLast());
        List<String> pre = lines.subList(Math.max(0, at - before), at);
        List<String> post = lines.subList(at + 1, Math.min(lines.size(), at + 1 + after));
        boolean around = arguments.has("Context");
        ShellObject context =
                new ShellObject(CONTEXT).with("PreContext", List.copyOf(pre)).with("PostContext", List.copyOf(post));
        return new ShellObject(MATCH)
                .with("IgnoreCase", !arguments.flag("CaseSensitive"))
                .with("LineNumber", at + 1)
                .with("Line", lines.get(at))
                .with("Filename", path.isEmpty() ? "InputStream" : path.substring(path.lastIndexOf('/') + 1))
                .with("Path", path.isEmpty() ? "InputStream" : path)
                .with("Pattern", match.pattern())
                .with("Context", around ? context : null)
                .with("Matches", match.matches())
                .saying(text(lines, at, path, pre.size(), post.size(), around));
    }

    private static String text(List<String> lines, int at, String path, int before, int after, boolean around) {
        List<String> shown = new ArrayList<>();
        for (int i = at - before; i <= at + after; i++) {
            String place = path.isEmpty() ? "" : path + ":" + (i + 1) + ":";
            shown.add((around ? i == at ? "> " : "  " : "") + place + lines.get(i));
        }
        return String.join("\n", shown);
    }
}
