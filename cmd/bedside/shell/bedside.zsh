#compdef bedside
# Completion of bedside for zsh. To install it, write it into a folder of your own:
#
#     mkdir -p ~/.zfunc
#     bedside completion zsh > ~/.zfunc/_bedside
#
# and name that folder in ~/.zshrc, before compinit:
#
#     fpath=(~/.zfunc $fpath)
#     autoload -Uz compinit && compinit
#
# Then start a new shell. What can follow is asked of bedside itself, so an update needs no new script.

_bedside() {
    local program=${(Q)words[1]} line word help tab=$'\t'
    local -a lines choices
    [[ $program == "~/"* ]] && program=$HOME/${program#"~/"}

    # The first line of the answer says which paths can follow, each further one is a word, a tab and its meaning.
    lines=("${(@f)$("$program" __complete -- "${(@Q)words[2,CURRENT-1]}" "$PREFIX" </dev/null 2>/dev/null)}")
    for line in "${(@)lines[2,-1]}"; do
        word=${line%%$tab*} help=${line#*$tab}
        choices+=("${word//:/\\:}${help:+:$help}")
    done
    (($#choices)) && _describe -V bedside choices

    [[ $PREFIX == --*=* ]] && compset -P '*='
    case $lines[1] in
    files) _files ;;
    folders) _files -/ ;;
    esac
}

if [[ $funcstack[1] == _bedside ]]; then
    _bedside "$@" # called from fpath
else
    compdef _bedside bedside
fi
