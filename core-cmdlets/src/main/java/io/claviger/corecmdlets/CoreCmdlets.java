package io.claviger.corecmdlets;

import io.claviger.powershell.command.CmdletList;
import io.claviger.powershell.command.CmdletSource;
import java.util.List;

/** The cmdlets of PowerShell itself. */
public final class CoreCmdlets {

    private CoreCmdlets() {}

    /** All of them. */
    public static CmdletSource source() {
        return new CmdletList(List.of(
                WhereObject.cmdlet(),
                ForEachObject.cmdlet(),
                SelectObject.cmdlet(),
                SortObject.cmdlet(),
                GroupObject.cmdlet(),
                MeasureObject.cmdlet(),
                FormatCmdlets.formatList(),
                FormatCmdlets.formatTable(),
                FormatCmdlets.formatWide(),
                JsonCmdlets.convertTo(),
                JsonCmdlets.convertFrom(),
                CsvCmdlets.convertTo(),
                CsvCmdlets.convertFrom(),
                CsvCmdlets.exportCsv(),
                CsvCmdlets.importCsv(),
                OutCmdlets.outNull(),
                OutCmdlets.outHost(),
                OutCmdlets.outString(),
                OutCmdlets.outFile(),
                OutCmdlets.teeObject(),
                WriteCmdlets.writeOutput(),
                WriteCmdlets.writeHost(),
                WriteCmdlets.writeWarning(),
                WriteCmdlets.writeVerbose(),
                WriteCmdlets.writeDebug(),
                WriteCmdlets.writeError(),
                WriteCmdlets.readHost(),
                DateCmdlets.getDate(),
                DateCmdlets.newTimeSpan(),
                GetContent.cmdlet(),
                GetMember.cmdlet(),
                AddMember.cmdlet(),
                VariableCmdlets.getVariable(),
                VariableCmdlets.setVariable(),
                VariableCmdlets.clearVariable(),
                VariableCmdlets.removeVariable(),
                StartSleep.cmdlet(),
                GetHistory.cmdlet(),
                GetError.cmdlet(),
                GetCommand.cmdlet(),
                GetHelp.cmdlet(),
                ImportModule.cmdlet(),
                AddType.cmdlet()));
    }
}
