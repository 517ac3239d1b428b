package io.claviger.corecmdlets;

import io.claviger.powershell.command.Arguments;
import io.claviger.powershell.command.Cmdlet;
import io.claviger.powershell.command.CmdletContext;
import io.claviger.powershell.command.Parameter;
import io.claviger.powershell.command.ParameterType;
import io.claviger.powershell.operator.Members;
import io.claviger.powershell.value.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** ConvertTo-Html: a table of HTML, with or without a page around it. */
final class ConvertToHtml implements Cmdlet.Run {

    private @Nullable SelectedProperties wanted;

    static Cmdlet cmdlet() {
        return Cmdlet.remembering(
                CoreDescriptions.utility("ConvertTo-Html", "Makes a table of HTML.")
                        .with(
                                Parameter.of(
                                                "Property",
                                                ParameterType.OBJECT.many(),
                                                "The columns; all when not given.")
                                        .at(0),
                                Parameter.of("Head", ParameterType.STRING.many(), "What stands in the page's head.")
                                        .at(1),
                                Parameter.of("Title", ParameterType.STRING, "The page's title.")
                                        .at(2),
                                Parameter.of("Body", ParameterType.STRING.many(), "What stands before the table.")
                                        .at(3),
                                Parameter.of(
                                        "PreContent", ParameterType.STRING.many(), "What stands before the table."),
                                Parameter.of(
                                        "PostContent", ParameterType.STRING.many(), "What stands behind the table."),
                                Parameter.flag("Fragment", "The table alone, without a page."),
                                CoreDescriptions.input())
                        .withExample("Get-IAMUserList | ConvertTo-Html UserName, CreateDate > users.html")
                        .withOutput("System.String"),
                ConvertToHtml::new);
    }

    @Override
    public void process(Arguments arguments, CmdletContext context) {
        @Nullable Object item = arguments.get(CoreDescriptions.INPUT);
        if (item == null) {
            return;
        }
        if (wanted == null) {
            List<@Nullable Object> properties = arguments.items("Property");
            wanted = new SelectedProperties(
                    properties.isEmpty() ? new ArrayList<@Nullable Object>(Members.names(item)) : properties);
            begin(arguments, context, wanted.of(item));
        }
        StringBuilder row = new StringBuilder("<tr>");
        wanted.of(item)
                .forEach(one ->
                        row.append("<td>").append(escaped(Text.of(one.value()))).append("</td>"));
        context.write(row.append("</tr>").toString());
    }

    private static void begin(Arguments arguments, CmdletContext context, List<SelectedProperties.Property> columns) {
        if (!arguments.flag("Fragment")) {
            context.write("<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\" "
                    + " \"http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd\">");
            context.write("<html xmlns=\"http://www.w3.org/1999/xhtml\">");
            context.write("<head>");
            if (arguments.has("Head")) {
                arguments.texts("Head").forEach(context::write);
            } else {
                context.write("<title>" + escaped(arguments.text("Title").orElse("HTML TABLE")) + "</title>");
            }
            context.write("</head><body>");
            arguments.texts("Body").forEach(context::write);
        }
        arguments.texts("PreContent").forEach(context::write);
        context.write("<table>");
        context.write("<colgroup>" + "<col/>".repeat(columns.size()) + "</colgroup>");
        StringBuilder head = new StringBuilder("<tr>");
        columns.forEach(one -> head.append("<th>").append(escaped(one.label())).append("</th>"));
        context.write(head.append("</tr>").toString());
    }

    @Override
    public void end(Arguments arguments, CmdletContext context) {
        if (wanted == null) {
            begin(arguments, context, List.of());
        }
        context.write("</table>");
        arguments.texts("PostContent").forEach(context::write);
        if (!arguments.flag("Fragment")) {
            context.write("</body></html>");
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
