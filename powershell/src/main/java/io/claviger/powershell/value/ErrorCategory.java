package io.claviger.powershell.value;

/** PowerShell's categories of errors, the ones that occur here. */
public enum ErrorCategory {
    /** Nothing more is known. */
    NOT_SPECIFIED("NotSpecified"),
    /** A file could not be closed. */
    CLOSE_ERROR("CloseError"),
    /** A file could not be opened. */
    OPEN_ERROR("OpenError"),
    /** Reading failed. */
    READ_ERROR("ReadError"),
    /** Writing failed. */
    WRITE_ERROR("WriteError"),
    /** An argument is wrong. */
    INVALID_ARGUMENT("InvalidArgument"),
    /** Data are wrong. */
    INVALID_DATA("InvalidData"),
    /** It cannot be done now. A service's refusals have this category. */
    INVALID_OPERATION("InvalidOperation"),
    /** A result is wrong. */
    INVALID_RESULT("InvalidResult"),
    /** A value is of the wrong type. */
    INVALID_TYPE("InvalidType"),
    /** There is no such command, file or variable. */
    OBJECT_NOT_FOUND("ObjectNotFound"),
    /** Something exists already. */
    RESOURCE_EXISTS("ResourceExists"),
    /** Memory, for example, is used up. */
    RESOURCE_UNAVAILABLE("ResourceUnavailable"),
    /** A value does not fit the declaration of its variable. */
    METADATA_ERROR("MetadataError"),
    /** It was stopped. */
    OPERATION_STOPPED("OperationStopped"),
    /** The caller is not allowed to. */
    PERMISSION_DENIED("PermissionDenied"),
    /** The text of a script is wrong. */
    PARSER_ERROR("ParserError"),
    /** This language does not have it. */
    NOT_IMPLEMENTED("NotImplemented");

    private final String text;

    ErrorCategory(String text) {
        this.text = text;
    }

    /** The name that PowerShell prints. */
    public String text() {
        return text;
    }
}
