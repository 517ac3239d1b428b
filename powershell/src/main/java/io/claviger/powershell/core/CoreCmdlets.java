package io.claviger.powershell.core;

import io.claviger.powershell.command.CmdletList;
import io.claviger.powershell.command.CmdletSource;
import java.util.List;

/** The cmdlets of PowerShell itself. */
public final class CoreCmdlets {

    private CoreCmdlets() {}

    /** All of them. */
    public static CmdletSource source() {
        return new CmdletList(List.of(
                Filtering.cmdlet(),
                Each.cmdlet(),
                Selecting.cmdlet(),
                Sorting.cmdlet(),
                Grouping.cmdlet(),
                Measuring.cmdlet(),
                Formats.list(),
                Formats.table(),
                Formats.wide(),
                Json.writing(),
                Json.reading(),
                Csv.writing(),
                Csv.reading(),
                Csv.exporting(),
                Csv.importing(),
                Outputs.nowhere(),
                Outputs.host(),
                Outputs.string(),
                Outputs.file(),
                Outputs.tee(),
                Writes.output(),
                Writes.host(),
                Writes.warning(),
                Writes.verbose(),
                Writes.debug(),
                Writes.error(),
                Writes.read(),
                Moments.date(),
                Moments.span(),
                Content.cmdlet(),
                MemberListing.cmdlet(),
                AddingMembers.cmdlet(),
                Variables.getting(),
                Variables.setting(),
                Variables.clearing(),
                Variables.removing(),
                Waiting.cmdlet(),
                HistoryListing.cmdlet(),
                ErrorListing.cmdlet(),
                CommandListing.cmdlet(),
                Help.cmdlet(),
                Loading.module(),
                Loading.type()));
    }
}
