# shellcheck shell=sh
# Which program a command line is for, where it stands, and how it is started. Sourced by bin/claviger and ./claviger,
# which set $home, the folder that bin is in, and source java.sh as well.

# What the shell compares and sorts, and what Java reads from the environment, the command line, the terminal and the
# names of files, is UTF-8, whatever the user's locale. Java in the locale C would take each byte beyond ASCII for the
# same character, and one password for another.
LC_ALL=C.UTF-8
export LC_ALL

# A file that is opened must not get the number of a stream that was closed, and a script ends when it cannot write to one.
# "true", since a shell ends when it cannot redirect ":".
{ true <&0; } 2> /dev/null || exec 0< /dev/null
{ true >&1; } 2> /dev/null || exec 1< /dev/null
{ true >&2; } 2> /dev/null || exec 2> /dev/null

# The status of a call that did not come to run: no JDK, no Maven, a build that fails. It is none of the programs'.
NOT_RUN=70

# What cannot be said is no reason to end.
say() { printf '%s\n' "$*" >&2 2> /dev/null || true; }
fail() {
    say "claviger: $*"
    exit "$NOT_RUN"
}


# Chooses by the first word of the command line. Leaves a line's third word of bin/programs in $cache.
choose() {
    case $1 in
        policy) cache=policy ;;
        shell) cache=prompt ;;
        run) cache=cmdlets ;;
        # A cmdlet, or a line of their language; each of the other words has its text in bin/help.
        *[!a-z-]*) cache=cmdlets ;;
        *)
            cache=cmdlets
            if [ -e "$home/bin/help/$1.txt" ]; then
                cache=server
            fi
            ;;
    esac
    while read -r module main name _; do
        if [ "$name" = "$cache" ]; then
            break
        fi
    done < "$home/bin/programs"
    locate
}

# Leaves where $module's program stands in $place: where a build puts it, or in a folder beside bin.
locate() {
    case $home in
        *:*) fail "Java cannot run what is in a folder with a colon in its name: $home" ;;
    esac
    place=$home/$module
    if [ ! -d "$place/lib" ]; then
        place=$place/target/claviger
    fi
}

# Whether $place has start-up caches of this very Java, these options and these very files, for which alone they are
# good: tests, builds by Maven itself and copies write the files again.
is_ready() {
    # shellcheck disable=SC3013 # every shell there is knows -nt
    [ -e "$place/trained" ] && read -r trained_by < "$place/trained" \
        && [ "$trained_by" = "$JAVA_HOME $java_version" ] \
        && ! [ "$home/bin/$module.jvm" -nt "$place/trained" ] || return 1
    for jar in "$place"/lib/*.jar; do
        # shellcheck disable=SC3013
        if [ "$jar" -nt "$place/trained" ]; then
            return 1
        fi
    done
}

# Whether this is a checkout in which a build or a run of the tests is under way, or was broken off. Those that the tests
# start themselves run what there is.
is_unfinished() {
    [ "$place" = "$home/$module/target/claviger" ] && [ "${TESTED_CLAVIGER:-}" != "$home" ] && [ ! -e "$home/target/stamp" ]
}

# --- turns ----------------------------------------------------------------------------------------------------------

# Waits until no other launcher builds, tests or trains here; two at once would tear each other's files apart. Fails if
# the user may not write here. The system ends the turn of a launcher that is gone, with all that it had started.
take_turn() {
    turn=$home/target/turn
    if [ "${TESTED_CLAVIGER:-}" = "$home" ]; then
        turn=$turn-of-tests
    fi
    mkdir -p "$home/target" 2> /dev/null || return 1
    if [ ! -w "$home/target" ] || { [ -e "$turn" ] && [ ! -w "$turn" ]; }; then
        return 1
    fi
    # Where there is no flock, people take turns by themselves.
    if command -v flock > /dev/null; then
        exec 9> "$turn"
        await_turn
    fi
}

# Waits for the turn of the file that is open as 9.
await_turn() {
    if ! flock -n 9; then
        say "claviger: another build is running here; waiting for it"
        flock 9
    fi
}

end_turn() {
    exec 9>&-
}

# --- running --------------------------------------------------------------------------------------------------------

# The shell becomes the program that was chosen, with the command line's words.
run() {
    if [ "$module" = server ] || [ -t 2 ]; then
        say_passed_over
    fi
    options=${CLAVIGER_JAVA_OPTS:-}
    case $module/${1:-} in
        cmdlets/*)
            terminals=
            for descriptor in 0 1 2; do
                if [ -t "$descriptor" ]; then
                    terminals=$terminals$descriptor
                fi
            done
            look_at_size
            options="-Dclaviger.terminals=$terminals -Dclaviger.columns=$columns"
            ;;
        policy-cli/*)
            shift
            # Answers that a person reads fit the terminal.
            look_at_size
            if [ "$columns" != 0 ]; then
                CLAVIGER_TERMINAL_COLUMNS=$columns
                export CLAVIGER_TERMINAL_COLUMNS
            fi
            ;;
    esac

    # Nobody misses what a pipe that was closed does not take.
    if [ -p /dev/stdout ]; then
        options="$options -Dclaviger.piped=true"
    fi
    start_up=
    if [ -s "$place/$cache.aot" ] && is_ready; then
        start_up=-XX:AOTCache=$place/$cache.aot
    fi
    start "$start_up" "$options" "$@"
}

# Leaves in $columns how wide the terminal on standard output is; 0 if it is none.
look_at_size() {
    columns=0
    if [ ! -t 1 ]; then
        return
    fi
    { size=$(stty size <&3 2> /dev/null) || size=80; } 3>&1
    columns=${size##* }
    # Some serial lines and programs tell no size, and nothing fits lines of no columns.
    if [ "$columns" = 0 ]; then
        columns=80
        { stty rows 24 cols 80 <&3 2> /dev/null || true; } 3>&1
    fi
}

# start CACHE OPTIONS WORD...: the shell becomes the JVM of the program in $place. CACHE is the option that records or
# uses a start-up cache, or nothing; OPTIONS are further ones, as words.
start() {
    start_up=$1
    options=$2
    shift 2
    # The module's own library comes first.
    path=
    for jar in "$place/lib/claviger-$module"-*.jar "$place"/lib/*.jar; do
        case :$path: in
            *:"$jar":*) ;;
            *) path=$path${path:+:}$jar ;;
        esac
    done
    # SQLite's driver takes its library from the folder native, where the rehearsal unpacks it.
    # shellcheck disable=SC2086 # options are words
    exec "$JAVA_HOME/bin/java" "@$home/bin/$module.jvm" -Dorg.sqlite.lib.path="$place/native" $options \
        ${start_up:+"$start_up"} -cp "$path" "$main" "$@"
}
