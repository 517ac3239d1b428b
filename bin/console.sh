# shellcheck shell=sh
# Builds the pages of the web console, which the server's library takes in. Sourced by ./claviger, as building.sh is.

# The oldest Node that builds them.
NODE=20
pages=$home/console/target/pages
console_log=$home/target/console.log

# Builds the pages, unless they are of these very sources. Without Node, or if they cannot be built, the server is built
# all the same: it serves everything else, and says at its start that it has no console.
build_console() {
    if [ ! -d "$home/console/src" ]; then
        return
    fi
    if ! has_node; then
        rm -rf "${pages:?}"
        say "claviger: Node $NODE or newer and npm are missing, so the server has no web console. To have it, install them" \
            "(apt install nodejs npm, dnf install nodejs, brew install node, or https://nodejs.org) and run ./claviger build"
        return
    fi
    of=$(sum_console)
    if [ -e "$pages/index.html" ] && [ "$(cat "$home/console/target/sources" 2> /dev/null)" = "$of" ]; then
        return
    fi
    say "claviger: building the web console"
    rm -rf "${pages:?}"
    if ! make_pages > "$console_log" 2>&1 < /dev/null; then
        rm -rf "${pages:?}"
        say "claviger: the web console could not be built, so the server has none. See $console_log"
        return
    fi
    printf '%s\n' "$of" > "$home/console/target/sources"
}

has_node() {
    command -v npm > /dev/null && node -e "process.exit(parseInt(process.versions.node) >= $NODE ? 0 : 1)" > /dev/null 2>&1
}

# What the pages are made of, in $home.
console_sources="./console/src ./console/build ./console/index.html ./console/lingui.config.ts \
    ./console/package-lock.json ./console/vite.config.ts"

# The same as a number.
sum_console() {
    # shellcheck disable=SC2086 # a list
    (cd "$home" && find $console_sources -type f -exec cksum {} + | sort | cksum)
}

# shellcheck disable=SC3013 # every shell there is knows -nt
make_pages() {
    (
        cd "$home/console" || exit
        if ! [ node_modules/.package-lock.json -nt package-lock.json ]; then
            npm ci --ignore-scripts --no-audit --no-fund || exit
        fi
        npm run build
    )
}
