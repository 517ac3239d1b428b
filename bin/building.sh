# shellcheck shell=sh
# Builds, trains and tests Claviger. Sourced by ./claviger, which sets $home, its folder, and sources console.sh, java.sh
# and programs.sh as well.

stamp=$home/target/stamp
log=$home/target/build.log
# After how many seconds a test class is said to take long.
LONG=60

need_maven() {
    command -v mvn > /dev/null || fail "Maven is missing, which builds Claviger. Install it (apt install maven, dnf install maven," \
        "brew install maven, sdk install maven), or unpack it from https://maven.apache.org and put its bin on PATH."
}

# --- building -------------------------------------------------------------------------------------------------------

# Whether the program in $place is missing, or its sources are others than those of the last build.
is_stale() {
    if is_unfinished || [ ! -d "$place/lib" ]; then
        return 0
    fi
    if [ "${TESTED_CLAVIGER:-}" = "$home" ] || [ -z "$(find_own_sources -newer "$stamp" -print -quit)" ]; then
        return 1
    fi
    # In a copy, all files are new. What is written while the sum is made counts at the next look.
    { true > "$home/target/looked"; } 2> /dev/null || true
    if [ "$(sum_sources)" != "$(cat "$home/target/sources" 2> /dev/null)" ]; then
        return 0
    fi
    touch -r "$home/target/looked" "$stamp" 2> /dev/null || true
    return 1
}

# Finds among the sources of the programs: none is made of bench and clients.
find_sources() {
    # shellcheck disable=SC2086 # a list
    (cd "$home" && find pom.xml ./*/pom.xml ./*/src/main $console_sources \( -path './bench/*' -o -path './clients/*' \) -prune -o "$@" 2> /dev/null)
}

# Finds among the sources of the program in $place: a cmdlet need not wait until all others have been looked at. Its jars
# say which modules it is made of.
find_own_sources() {
    (
        cd "$home"
        own=
        if [ "$module" = server ]; then
            own=$console_sources
        fi
        for jar in "$place"/lib/claviger-*.jar; do
            jar=${jar##*/claviger-}
            own="$own ./${jar%-[0-9]*.jar}/src/main"
        done
        # shellcheck disable=SC2086 # a list
        find pom.xml ./*/pom.xml $own "$@" 2> /dev/null
    )
}

sum_sources() {
    find_sources -type f -exec cksum {} + | sort | cksum
}

# Says that what stands in target is not whole, before it changes.
begin() {
    mkdir -p "$home/target"
    : > "$home/target/began"
    begun=$(sum_sources)
    if [ -e "$stamp" ]; then
        rm -f "$stamp"
        # Calls that have seen it are about to open their files.
        sleep 1
    fi
}

# Says that what stands in target is whole, and of the sources that there were at the beginning.
finish() {
    printf '%s\n' "$begun" > "$home/target/sources"
    touch -r "$home/target/began" "$stamp"
}

# Runs Maven with its output in the log; shows how far it is: always on a terminal, elsewhere at each module and when a
# test class takes long. Maven ends with the launcher, whatever ends that.
run_maven() {
    : > "$log"
    (cd "$home" && exec mvn -B -ntp "$@") > "$log" 2>&1 < /dev/null &
    maven=$!
    trap 'stop_maven 130' INT
    trap 'stop_maven 143' TERM
    trap 'stop_maven 129' HUP
    (
        trap '' INT TERM HUP
        while kill -0 "$$" && kill -0 "$maven"; do
            sleep 1
        done
        kill "$maven"
    ) > /dev/null 2>&1 9>&- &
    started=$(date +%s)
    shown=
    classes=
    while kill -0 "$maven" 2> /dev/null; do
        look_at_log $(($(date +%s) - started))
        if [ -t 2 ]; then
            printf '\r%-79s' "$line" >&2
        elif [ "$event" != "$shown" ]; then
            say "$line"
        fi
        shown=$event
        sleep 0.5
    done
    trap - INT TERM HUP
    if [ -t 2 ]; then
        printf '\r%-79s\r' '' >&2
    fi
    result=0
    wait "$maven" || result=$?
    return "$result"
}

# look_at_log SECONDS: leaves in $line how far Maven is after so many seconds, and in $event what changes when that is worth
# a line: at a new module, and each time that a test class runs for twice as long, from $LONG on. Keeps in $classes the
# test classes that run, each with the second at which it was first seen.
look_at_log() {
    {
        read -r line
        read -r event
        read -r classes
    } << END || true
$(awk -v now="$1" -v before="$classes" -v long="$LONG" '
        BEGIN { count = split(before, seen, " "); for (i = 1; i < count; i += 2) since[seen[i]] = seen[i + 1] }
        /^\[INFO\] Building .*\[[0-9]+\/[0-9]+\]$/ {
            module = $NF
            sub(/^\[INFO\] Building /, ""); sub(/ *[^ ]*$/, "")
            module = module " " $0
            split("", running)
        }
        /^\[INFO\] Running / { running[$3] }
        / -- in [^ ]*$/ { delete running[$NF] }
        END {
            for (class in running) {
                if (!(class in since)) since[class] = now
                classes = classes " " class " " since[class]
                if (now - since[class] > lasted) { lasted = now - since[class]; slowest = class }
            }
            for (due = long; due <= lasted; due *= 2) { event = slowest " " due }
            sub(/.*[.]/, "", slowest)
            if (event != "") slow = "; " slowest " has been running for " lasted " s"
            print (module == "" ? "starting Maven" : module) ", " now " s" slow
            print module " " event
            print classes
        }' "$log" 2> /dev/null)
END
}

# Prints which test classes began and never ended: they hung until they were ended.
list_unended() {
    awk '/^\[INFO\] Running / { running[$3] } / -- in [^ ]*$/ { delete running[$NF] }
        END { for (class in running) print class }' "$log" | sort
}

# Ends Maven, and the launcher with the status $1.
stop_maven() {
    trap '' INT TERM HUP
    kill "$maven" 2> /dev/null || true
    wait "$maven" 2> /dev/null || true
    exit "$1"
}

show_errors() {
    grep '^\[ERROR\]' "$log" | grep -v -e 'Help 1' -e 'Re-run Maven' -e 'To see the full' -e 'For more information' \
        -e 'After correcting' -e '^\[ERROR\] *$' -e 'mvn <args>' | head -n 40 >&2 || true
    say "The whole log is in $log"
}

build() {
    need_maven
    say "claviger: building (the first time takes minutes: Maven fetches what it needs)"
    begin
    modules=$(list_modules)
    for module in $modules; do
        place=$home/$module/target/claviger
        # What a server that runs has open stays as it is.
        rm -rf "${place:?}/lib" "$place/native" "$place"/*.aot
    done
    build_console
    if ! run_maven -pl "$(printf '%s' "$modules" | tr '\n' ',')" -am -Dmaven.test.skip=true -Dspotless.check.skip package; then
        show_errors
        fail "the build failed"
    fi
    for module in $modules; do
        train
    done
    finish
}

list_modules() {
    sed '/^#/d; s/ .*//' "$home/bin/programs" | uniq
}

# --- training -------------------------------------------------------------------------------------------------------

# Records the start-up caches of $module: several if its words differ much, since all that a cache holds is made ready
# at each start, and a line of the cmdlets needs nothing of the prompt.
train() {
    say "claviger: training the start-up caches of the $module"
    while read -r of main cache rehearsal; do
        if [ "$of" = "$module" ]; then
            locate
            record "$place/$cache.aot"
        fi
    done < "$home/bin/programs"
    printf '%s\n' "$JAVA_HOME $java_version" > "$place/trained"
}

# Writes the start-up cache $1, under the options that it is used with.
record() {
    rm -f "$1"
    if ! (start "-XX:AOTCacheOutput=$1" '' "$rehearsal") > "$1.log" 2>&1 < /dev/null || [ ! -s "$1" ]; then
        rm -f "$1"
        say "claviger: no start-up cache, so starting takes longer (see $1.log)"
    fi
}

# --- testing --------------------------------------------------------------------------------------------------------

run_tests() {
    need_maven
    begin
    find "$home" -path '*/target/surefire-reports/*' -type f -delete
    # What this builds before it comes to the clients is what they start; built again, it would change under those that run.
    TESTED_CLAVIGER=$home
    export TESTED_CLAVIGER
    build_console
    outcome=0
    run_maven --fail-at-end "$@" verify || outcome=1
    if [ "$outcome" != 0 ]; then
        show_errors
        for class in $(list_unended); do
            say "$class did not end"
        done
    elif [ $# = 0 ]; then
        # With options, Maven may have built a part.
        finish
    fi
    "$JAVA_HOME/bin/java" "$home/clients/src/test/java/io/claviger/clients/TestReports.java" "$home" || outcome=1
    exit "$outcome"
}
