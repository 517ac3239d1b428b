# shellcheck shell=sh
# Finds Java. Sourced by bin/claviger, by ./claviger and by the scripts that need a JDK.

# Whether $1 is the home of Java 25 or newer with the command $2. Leaves the exact version in $java_version.
is_java() {
    [ -x "$1/bin/java" ] && [ -x "$1/bin/$2" ] && [ -r "$1/release" ] || return 1
    java_version=
    # Lines like JAVA_VERSION="25.0.3"; in each JDK's file the runtime's version stands before it.
    while IFS='="' read -r name _ value _; do
        case $name in
            JAVA_RUNTIME_VERSION) java_version=$value ;;
            JAVA_VERSION)
                java_version=${java_version:-$value}
                major=${value%%[!0-9]*}
                [ "${major:-0}" -ge 25 ]
                return
                ;;
        esac
    done < "$1/release"
    return 1
}

# Prints the home of the Java on PATH. The command may be a link, or the script of a version manager.
java_on_path() {
    command=$(command -v java) && command=$(readlink -f -- "$command") || return 0
    if [ -r "${command%/bin/java}/release" ]; then
        printf '%s\n' "${command%/bin/java}"
    else
        java -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p'
    fi
}

# Sets JAVA_HOME and $java_version, or ends the script: "find_java java" to run, "find_java javac" to build. Leaves in
# $passed_over a JAVA_HOME that was set and is not used.
find_java() {
    passed_over=
    # Under /usr/lib/jvm, a newer Java counts only if there is no 25.
    for candidate in "${JAVA_HOME:-}" /usr/lib/jvm/*25* /usr/lib/jvm/* PATH; do
        if [ "$candidate" = PATH ]; then
            candidate=$(java_on_path)
        fi
        if [ -n "$candidate" ] && is_java "$candidate" "$1"; then
            if [ -n "${JAVA_HOME:-}" ] && [ "$candidate" != "$JAVA_HOME" ]; then
                passed_over=$JAVA_HOME
            fi
            JAVA_HOME=$candidate
            export JAVA_HOME
            return
        fi
    done
    printf '%s\n' \
        "claviger: there is no JDK 25 or newer, neither in JAVA_HOME, nor under /usr/lib/jvm, nor on PATH." \
        "  Debian 13, Ubuntu 25.10 and newer:  apt install openjdk-25-jdk-headless" \
        "  Fedora:                             dnf install java-25-openjdk-devel" \
        "  macOS:                              brew install openjdk@25" \
        "  SDKMAN:                             sdk install java 25-tem" \
        "  elsewhere: unpack one from https://adoptium.net/temurin/releases, and set JAVA_HOME to its folder." >&2
    if [ -n "${JAVA_HOME:-}" ]; then
        printf '%s\n' "JAVA_HOME is now $JAVA_HOME." >&2
    fi
    exit 70
}

# Says that JAVA_HOME was passed over.
say_passed_over() {
    if [ -n "$passed_over" ]; then
        printf '%s\n' "claviger: JAVA_HOME=$passed_over is not a JDK 25 or newer; $JAVA_HOME is used" >&2 2> /dev/null || true
    fi
}
