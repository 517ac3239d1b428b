package io.claviger.cmdlets.aws;

import io.claviger.powershell.command.Cmdlet;
import io.claviger.powershell.command.CmdletSource;
import io.claviger.powershell.value.ShellObject;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** All cmdlets of IAM and STS, each made when it is first needed. Safe for use by several threads. */
public final class ServiceCmdlets implements CmdletSource {

    private static final String ONLY_SERVICES = "only IAM and STS are called.";

    private final Map<String, Cmdlet> made = new ConcurrentHashMap<>();

    /** The cmdlets of the table. */
    public ServiceCmdlets() {}

    @Override
    public Collection<String> names() {
        return OperationTable.get().all().stream().map(ServiceOperation::cmdlet).toList();
    }

    @Override
    public Optional<Cmdlet> find(String name) {
        return OperationTable.get()
                .find(name)
                .map(operation -> made.computeIfAbsent(operation.cmdlet(), _ -> special(operation)));
    }

    private static Cmdlet special(ServiceOperation operation) {
        ServiceCmdlet cmdlet = ServiceCmdlet.of(operation);
        return operation.name().equals("GetCredentialReport") ? CredentialReport.of(cmdlet) : cmdlet;
    }

    @Override
    public Optional<ShellObject> object(String type) {
        return Arrays.stream(AwsService.values())
                .flatMap(service -> ResponseObjects.empty(service, type).stream())
                .findFirst();
    }

    @Override
    public Map<String, String> aliases() {
        Map<String, String> aliases = new HashMap<>();
        for (ServiceOperation operation : OperationTable.get().all()) {
            if (!operation.alias().equals("-")) {
                aliases.put(operation.alias().toLowerCase(Locale.ROOT), operation.cmdlet());
            }
        }
        return Map.copyOf(aliases);
    }

    /** AWS Tools as one module. Its cmdlets name the modules of its parts. */
    @Override
    public List<String> modules() {
        return List.of("AWSPowerShell", "AWSPowerShell.NetCore");
    }

    @Override
    public Map<String, String> leftOut() {
        return Map.of("invoke-webrequest", ONLY_SERVICES, "invoke-restmethod", ONLY_SERVICES);
    }
}
