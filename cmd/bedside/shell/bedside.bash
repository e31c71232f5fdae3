# Completion of bedside for bash. To install it where bash-completion looks for it:
#
#     mkdir -p ~/.local/share/bash-completion/completions
#     bedside completion bash > ~/.local/share/bash-completion/completions/bedside
#
# Or, without bash-completion, put this line into ~/.bashrc:
#
#     eval "$(bedside completion bash)"
#
# Then start a new shell. What can follow is asked of bedside itself, so an update needs no new script.

_bedside() {
    local program=$1 words=() word rest=${COMP_LINE:0:COMP_POINT} i
    [[ $program == "~/"* ]] && program=$HOME/${program#"~/"}

    # Bash parts words at = : @ too. Those that no space parts are one word, and the last ends at the cursor.
    for ((i = 0; i <= COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        ((i == COMP_CWORD)) && word=${rest#"${rest%%[![:space:]]*}"}
        if ((i > 0)) && [[ -n $word && $rest == "$word"* ]]; then
            words[${#words[@]} - 1]+=$word
        else
            words+=("$word")
        fi
        rest=${rest#*"$word"}
    done

    # The first line of the answer says which paths can follow, each further one is a word, a tab and its meaning.
    local current=${words[${#words[@]} - 1]} paths
    local kept=${current%"$2"} # stays on the line: bash replaces only what it calls a word
    COMPREPLY=()
    {
        read -r paths
        while IFS=$'\t' read -r word _; do
            [[ $word == "$current"* ]] && COMPREPLY+=("${word#"$kept"}")
        done
    } < <("$program" __complete -- "${words[@]:1}" </dev/null 2>/dev/null)

    case $paths in # bash 3 has no compopt: there it offers files wherever nothing else fits
    folders) compopt +o default -o filenames -o plusdirs 2>/dev/null ;;
    nothing) compopt +o default 2>/dev/null ;;
    esac
    return 0
}

complete -o default -F _bedside bedside
