# shellcheck shell=sh
# Which program a command line is for, where it stands, and how it is started. Sourced by bin/claviger and ./claviger,
# which set $home, the folder that bin is in, and source java.sh as well.

# Chooses by the first word of the command line. Leaves a line's third word of bin/programs in $cache.
choose() {
    case $1 in
        policy) cache=policy ;;
        sign-in | --* | -h) cache=server ;;
        shell) cache=prompt ;;
        run) cache=cmdlets ;;
        # A cmdlet has a dash in its name, a line of the language has more than small letters.
        *[!a-z]*) cache=cmdlets ;;
        *) cache=server ;;
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
    place=$home/$module
    if [ ! -d "$place/lib" ]; then
        place=$place/target/claviger
    fi
}

# Whether the start-up caches in $place are of the Java that was found: they are good for that very one.
is_trained() {
    [ -e "$place/trained" ] && read -r trained_by < "$place/trained" && [ "$trained_by" = "$JAVA_HOME $java_version" ]
}

# --- running --------------------------------------------------------------------------------------------------------

# The shell becomes the program that was chosen, with the command line's words.
run() {
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
            # Names and policies are in UTF-8; dates are shown in the user's zone.
            LC_ALL=C.UTF-8
            ;;
        policy-cli/*)
            shift
            # Answers that a person reads fit the terminal; policies, files' names and condition keys are in UTF-8.
            look_at_size
            if [ "$columns" != 0 ]; then
                CLAVIGER_TERMINAL_COLUMNS=$columns
                export CLAVIGER_TERMINAL_COLUMNS
            fi
            LC_ALL=C.UTF-8
            ;;
    esac

    start_up=
    if [ -s "$place/$cache.aot" ] && is_trained; then
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
