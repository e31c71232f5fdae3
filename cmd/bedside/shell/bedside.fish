# Completion of bedside for fish. To install it:
#
#     bedside completion fish > ~/.config/fish/completions/bedside.fish
#
# Fish reads it when it is needed. What can follow is asked of bedside itself, so an update needs no new script.

function __bedside
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    set -l program (string replace -r '^~/' "$HOME/" -- $words[1])
    command -q $program; or return # else fish itself complains in the middle of the line

    # The first line of the answer says which paths can follow, each further one is a word, a tab and its meaning.
    set -l lines ($program __complete -- $words[2..-1] "$current" </dev/null 2>/dev/null)
    string join \n -- $lines[2..-1]
    switch "$lines[1]"
        case files
            complete -C "'' $current"
        case folders
            complete -C "'' $current" | string match -r '^[^\t]*/(?:\t.*)?$'
    end
end

complete -c bedside -f -a '(__bedside)'
