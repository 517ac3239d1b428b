# shellcheck shell=sh
# Shows help, and knows which words there are: each has its text in bin/help. Needs neither Java nor a build. The texts
# are what the programs say of themselves, and tests compare the two. Sourced by bin/claviger and ./claviger, which set
# $home, the folder that bin is in, and source programs.sh as well.

# Answers a command line that asks for help or has no command's word, and ends the script. Returns for all others, and
# leaves a cmdlet that help is wanted for in $helped.
answer_help() {
    helped=
    if [ $# = 0 ]; then
        show_help claviger
    fi
    case $1 in
        '') misused "a command is missing" help ;;
        help | --help | -h)
            shift
            find_help "$@"
            ;;
        policy)
            shift
            answer_policy_help "$@"
            ;;
        run | shell)
            case ${2-} in
                --help | -h) show_help "$1" ;;
                -[nN]*) case ${3-} in --help | -h) show_help "$1" ;; esac ;;
            esac
            ;;
        -V | --version) ;;
        --* | -[A-Za-z]) misused "no option $1" help ;;
        *[!A-Za-z_-]* | *-*[A-Z]* | *[A-Z]*-*)
            if [ "$#/${2-}" = 2/--help ]; then
                helped=$1
            fi
            ;;
        *[!a-z-]*) unknown "$1" ;;
        *)
            if [ -e "$home/bin/help/$1.txt" ] && [ "$1" != claviger ]; then
                ask_for_help "$@"
                return
            fi
            unknown "$1"
            ;;
    esac
}

# Shows the help of the command $1 if one of the words after it asks for it.
ask_for_help() {
    topic=$1
    shift
    for word; do
        case $word in
            --help | -h) show_help "$topic" ;;
        esac
    done
}

answer_policy_help() {
    case ${1-} in
        '')
            # 0 would say that a policy allows.
            show_help policy >&2 2
            ;;
        help | --help | -h)
            shift
            find_help policy "$@"
            ;;
        */*) unknown "$1" policy ;;
        *)
            if [ ! -e "$home/bin/help/policy/$1.txt" ]; then
                unknown "$1" policy
            fi
            task=$1
            shift
            ask_for_help "policy/$task" "$@"
            ;;
    esac
}

# help WORD...
find_help() {
    case ${1-}/${2-} in
        / | help/* | --help/* | -h/*) show_help claviger ;;
        policy/*[!a-z]*) unknown "$2" policy ;;
        policy/?*)
            if [ ! -e "$home/bin/help/policy/$2.txt" ]; then
                unknown "$2" policy
            fi
            show_help "policy/$2"
            ;;
    esac
    case $1 in
        *[!a-z-]*) helped=$1 ;;
        *)
            if [ ! -e "$home/bin/help/$1.txt" ]; then
                unknown "$1"
            fi
            show_help "$1"
            ;;
    esac
}

# misused WHAT WHERE: says what is wrong with the command line and where help is, and ends the script.
misused() {
    say "claviger: $1"
    say "Try: ./claviger $2"
    exit 2
}

# unknown WORD [policy]: ends the script if no command has that word, and says which may have been meant. A word with a
# dash may be a cmdlet in small letters, so it is unknown only if a command's word is near it.
unknown() {
    near=$(nearest "$1" "${2-}")
    if [ -n "$near" ]; then
        misused "no ${2:-command}${2:+ task} $1; did you mean $near?" "${2:+$2 --}help"
    elif [ -n "${2-}" ]; then
        tasks=
        for task in "$home"/bin/help/policy/*.txt; do
            task=${task##*/}
            tasks=$tasks${tasks:+, }${task%.txt}
        done
        misused "no policy task $1; there are: $tasks" "policy --help"
    fi
    case $1 in
        *-*) ;;
        *) misused "no command $1; cmdlets are named Verb-Noun, and ./claviger shell takes their short names too" help ;;
    esac
}

# Prints the command's word that is nearest to $1, if one is near: of policy's tasks if $2 is policy, else of all words.
nearest() {
    {
        if [ -z "$2" ]; then
            printf '%s\n' help
            printf '%s\n' "$home"/bin/help/*.txt
        fi
        printf '%s\n' "$home"/bin/help/policy/*.txt
    } | CLAVIGER_WORD=$1 awk -v short="$2" '
        # How many letters are to be changed, added, left out or swapped with the next one.
        function distance(a, b,    i, j, least, d) {
            for (i = 0; i <= length(a); i++) {
                for (j = 0; j <= length(b); j++) {
                    if (i == 0 || j == 0) {
                        d[i, j] = i + j
                        continue
                    }
                    least = d[i - 1, j - 1] + (substr(a, i, 1) != substr(b, j, 1))
                    if (d[i - 1, j] + 1 < least) least = d[i - 1, j] + 1
                    if (d[i, j - 1] + 1 < least) least = d[i, j - 1] + 1
                    if (i > 1 && j > 1 && substr(a, i, 1) == substr(b, j - 1, 1) \
                        && substr(a, i - 1, 1) == substr(b, j, 1) && d[i - 2, j - 2] + 1 < least)
                        least = d[i - 2, j - 2] + 1
                    d[i, j] = least
                }
            }
            return d[length(a), length(b)]
        }
        BEGIN { word = tolower(ENVIRON["CLAVIGER_WORD"]); best = length(word) < 4 ? 2 : 3 }
        {
            shown = /\/policy\/[a-z]*\.txt$/ && short == "" ? "policy " : ""
            sub(/\.txt$/, ""); sub(/.*\//, "")
            if ($0 == "claviger") next
            if ((far = distance(word, $0)) < best) { best = far; near = shown $0 }
        }
        END { if (near != "") print near }'
}

# show_help TOPIC [STATUS]: prints a text of bin/help, no wider than the terminal, and ends the script. In the texts, a
# paragraph is a line, and a tab stands between a name and what is said of it.
show_help() {
    look_at_size
    if [ "$columns" = 0 ] || [ "$columns" -gt 80 ]; then
        columns=80
    fi
    text=$(awk -v width="$columns" '
        function blanks(count) { return sprintf("%" count "s", "") }
        # Examples can be copied from the terminal: where they are broken, they end with a backslash.
        function wrap(text, before, after,    broken, count, i, line, words) {
            broken = before == "  " && text ~ /^ *\.\// ? " \\" : ""
            count = split(text, words, " ")
            line = before words[1]
            for (i = 2; i <= count; i++) {
                if (length(line) + 1 + length(words[i]) > width - (i < count ? length(broken) : 0)) {
                    print line broken
                    line = after words[i]
                } else {
                    line = line " " words[i]
                }
            }
            print line
        }
        { lines[NR] = $0; tab = index($0, "\t"); if (tab > widest) widest = tab }
        END {
            for (n = 1; n <= NR; n++) {
                line = lines[n]
                tab = index(line, "\t")
                match(line, /^ */)
                if (!tab) {
                    wrap(line, blanks(RLENGTH), blanks(RLENGTH == 0 ? 0 : RLENGTH + 4))
                } else if (width - widest - 1 < 32) {
                    print substr(line, 1, tab - 1)
                    wrap(substr(line, tab + 1), blanks(6), blanks(6))
                } else {
                    wrap(substr(line, tab + 1), substr(line, 1, tab - 1) blanks(widest + 2 - tab), blanks(widest + 1))
                }
            }
        }' "$home/bin/help/$1.txt")
    print "$text"
    exit "${2:-0}"
}

# Prints a text on standard output, or says that it cannot, and ends the script.
print() {
    if ! { printf '%s\n' "$1"; } 2> /dev/null; then
        say "claviger: standard output cannot be written"
        exit 1
    fi
}
