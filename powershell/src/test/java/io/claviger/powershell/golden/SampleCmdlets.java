package io.claviger.powershell.golden;

import io.claviger.powershell.command.Cmdlet;
import io.claviger.powershell.command.CmdletDescription;
import io.claviger.powershell.command.CmdletDescription.Impact;
import io.claviger.powershell.command.CmdletList;
import io.claviger.powershell.command.CmdletSource;
import io.claviger.powershell.command.Parameter;
import io.claviger.powershell.command.ParameterType;
import io.claviger.powershell.command.TargetText;
import io.claviger.powershell.value.Enumerated;
import io.claviger.powershell.value.ErrorCategory;
import io.claviger.powershell.value.ErrorRecord;
import io.claviger.powershell.value.Moment;
import io.claviger.powershell.value.ObjectType;
import io.claviger.powershell.value.ShellObject;
import io.claviger.powershell.value.TerminatingError;
import io.claviger.powershell.value.View;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Cmdlets shaped like AWS's, without a server: the golden lines run them. */
public final class SampleCmdlets {

    private static final Moment CREATED = Moment.utc(Instant.parse("2019-09-04T12:46:18Z"));

    private static final ObjectType KEY = ObjectType.viewed(
            "Amazon.IdentityManagement.Model.AccessKey",
            View.ofProperties(List.of("AccessKeyId", "CreateDate", "SecretAccessKey", "Status", "UserName")));
    private static final ObjectType TAG =
            ObjectType.viewed("Amazon.IdentityManagement.Model.Tag", View.ofProperties(List.of("Key", "Value")));
    private static final ObjectType METADATA = ObjectType.viewed(
            "Amazon.IdentityManagement.Model.AccessKeyMetadata",
            View.ofProperties(List.of("AccessKeyId", "CreateDate", "Status", "UserName")));
    private static final ObjectType USER = ObjectType.viewed(
            "Amazon.IdentityManagement.Model.User",
            View.ofProperties(List.of(
                    "Arn",
                    "CreateDate",
                    "PasswordLastUsed",
                    "Path",
                    "PermissionsBoundary",
                    "Tags",
                    "UserId",
                    "UserName")));
    private static final ObjectType ROLE = ObjectType.viewed(
            "Amazon.IdentityManagement.Model.Role",
            new View.Table(List.of(
                    new View.Column("Path", 16),
                    new View.Column("RoleName", 34),
                    new View.Column("RoleId", 24),
                    new View.Column("CreateDate", 22),
                    new View.Column("Description", 60))));

    private SampleCmdlets() {}

    public static CmdletSource source() {
        return new TypedCmdlets(
                new CmdletList(List.of(
                        Cmdlet.of(
                                named("New-IAMAccessKey")
                                        .withImpact(Impact.MEDIUM)
                                        .with(user()),
                                (arguments, context) -> {
                                    String user = arguments.text("UserName").orElse("");
                                    if (context.shouldProcess(user, "New-IAMAccessKey (CreateAccessKey)")) {
                                        if (user.equals("full")) {
                                            throw refused(
                                                    "NewIAMAccessKey",
                                                    "LimitExceeded",
                                                    409,
                                                    "Conflict",
                                                    "Cannot exceed quota for AccessKeysPerUser: 2");
                                        }
                                        context.write(new ShellObject(KEY)
                                                .with("AccessKeyId", "AKIAIOSFODNN7EXAMPLE")
                                                .with("CreateDate", CREATED)
                                                .with("SecretAccessKey", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY")
                                                .with("Status", "Active")
                                                .with("UserName", user));
                                    }
                                }),
                        Cmdlet.of(
                                named("Get-IAMUserList")
                                        .with(Parameter.of("MaxItem", ParameterType.INTEGER, "The page's size.")
                                                .alias("MaxItems")),
                                (arguments, context) -> {
                                    for (int page = 0; page < 3; page++) {
                                        context.writeVerbose("Page " + page);
                                        for (int i = 0; i < 2; i++) {
                                            context.write(user("user" + (page * 2 + i)));
                                        }
                                    }
                                }),
                        Cmdlet.of(named("Get-IAMAccessKey").with(user()), (arguments, context) -> {
                            String user = arguments.text("UserName").orElse("");
                            for (String status : List.of("Active", "Inactive")) {
                                context.write(new ShellObject(METADATA)
                                        .with(
                                                "AccessKeyId",
                                                "AKIA" + user.toUpperCase(java.util.Locale.ROOT) + status.length())
                                        .with("CreateDate", CREATED)
                                        .with("Status", status)
                                        .with("UserName", user));
                            }
                        }),
                        Cmdlet.of(
                                named("Remove-IAMAccessKey")
                                        .withImpact(Impact.HIGH)
                                        .with(
                                                Parameter.of("AccessKeyId", ParameterType.STRING, "The key.")
                                                        .at(0)
                                                        .required()
                                                        .byValue()
                                                        .byPropertyName(),
                                                Parameter.of("UserName", ParameterType.STRING, "The user.")
                                                        .byPropertyName(),
                                                Parameter.flag("Force", "Does not ask.")),
                                (arguments, context) -> {
                                    String key = arguments.text("AccessKeyId").orElse("");
                                    if (context.shouldProceed(
                                            arguments.flag("Force"), key, "Remove-IAMAccessKey (DeleteAccessKey)")) {
                                        if (key.equals("nope")) {
                                            throw refused(
                                                    "RemoveIAMAccessKey",
                                                    "NoSuchEntity",
                                                    404,
                                                    "NotFound",
                                                    "The Access Key with id nope cannot be found.");
                                        }
                                        context.writeHost("deleted " + key + " of "
                                                + arguments.text("UserName").orElse("?") + "\n");
                                    }
                                }),
                        Cmdlet.of(
                                named("Remove-IAMUserTag")
                                        .withImpact(Impact.HIGH)
                                        .with(
                                                user(),
                                                Parameter.of("TagKey", ParameterType.STRING.many(), "The tags.")
                                                        .alias("TagKeys")
                                                        .required(),
                                                Parameter.flag("Force", "Does not ask.")),
                                (arguments, context) -> {
                                    if (context.shouldProceed(
                                            arguments.flag("Force"),
                                            arguments.text("UserName").orElse(""),
                                            "Remove-IAMUserTag (UntagUser)")) {
                                        context.writeHost(
                                                "untagged " + String.join("+", arguments.texts("TagKey")) + "\n");
                                    }
                                }),
                        Cmdlet.of(
                                named("Remove-IAMTagList")
                                        .withImpact(Impact.HIGH)
                                        .with(Parameter.of("TagKey", ParameterType.STRING.many(), "The tags.")
                                                .at(0)),
                                (arguments, context) -> {
                                    if (context.shouldProcess(
                                            TargetText.of(arguments.get("TagKey")), "Remove-IAMTagList (UntagAll)")) {
                                        context.write(arguments.items("TagKey").size());
                                    }
                                }),
                        Cmdlet.of(named("Get-IAMRoleList"), (arguments, context) -> {
                            for (String name :
                                    List.of("Admin", "a-role-whose-name-is-longer-than-its-column-is-wide")) {
                                context.write(new ShellObject(ROLE)
                                        .with("Path", "/")
                                        .with("RoleName", name)
                                        .with("RoleId", "AROAEXAMPLE")
                                        .with("CreateDate", CREATED)
                                        .with("Description", "What this role is for, told at some length."));
                            }
                        }),
                        Cmdlet.of(
                                named("Add-IAMUserTag")
                                        .withImpact(Impact.MEDIUM)
                                        .with(
                                                user(),
                                                Parameter.of("Tag", ParameterType.HASHTABLE.many(), "The tags.")
                                                        .alias("Tags")
                                                        .required(),
                                                Parameter.of("Enabled", ParameterType.BOOLEAN, "A Boolean."),
                                                Parameter.of("Status", ParameterType.STRING, "A word.")
                                                        .only("Active", "Inactive")),
                                (arguments, context) ->
                                        context.write(arguments.items("Tag").size())))),
                TAG);
    }

    private static CmdletDescription named(String name) {
        return CmdletDescription.of(name, "AWS.Tools.IdentityManagement", "A sample.")
                .withTypeName("Amazon.PowerShell.Cmdlets.IAM." + name.replace("-", "") + "Cmdlet");
    }

    private static Parameter user() {
        return Parameter.of("UserName", ParameterType.STRING, "The user.")
                .at(0)
                .byValue()
                .byPropertyName();
    }

    private static ShellObject user(String name) {
        return new ShellObject(USER)
                .with("Arn", "arn:aws:iam::123456789012:user/" + name)
                .with("CreateDate", CREATED)
                .with("PasswordLastUsed", null)
                .with("Path", "/")
                .with(
                        "PermissionsBoundary",
                        new ShellObject(ObjectType.named("Amazon.IdentityManagement.Model.AttachedPermissionsBoundary"))
                                .with("PermissionsBoundaryArn", "arn:aws:iam::aws:policy/ReadOnlyAccess")
                                .with("PermissionsBoundaryType", "Policy"))
                .with("Tags", List.of(new ShellObject(TAG).with("Key", "team").with("Value", "blue")))
                .with("UserId", "AIDAEXAMPLE")
                .with("UserName", name);
    }

    private static TerminatingError refused(
            String command, String code, int status, String statusName, String message) {
        String cmdlet = "Amazon.PowerShell.Cmdlets.IAM." + command + "Cmdlet";
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("ErrorType", new Enumerated("Amazon.Runtime.ErrorType", "Sender", 0));
        properties.put("ErrorCode", code);
        properties.put("RequestId", "01234567-89ab-cdef-0123-456789abcdef");
        properties.put("StatusCode", new Enumerated("System.Net.HttpStatusCode", statusName, status));
        return new TerminatingError(ErrorRecord.of(
                        ErrorCategory.INVALID_OPERATION,
                        "Amazon.IdentityManagement.Model." + code + "Exception",
                        "System.InvalidOperationException",
                        message)
                .about(new ShellObject(ObjectType.named(cmdlet)).saying(cmdlet))
                .causedBy(new ErrorRecord.Cause(
                        List.of(
                                "Amazon.IdentityManagement.Model." + code + "Exception",
                                "Amazon.IdentityManagement.AmazonIdentityManagementServiceException",
                                "Amazon.Runtime.AmazonServiceException"),
                        properties)));
    }
}
