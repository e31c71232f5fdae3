package main

import "embed"

//go:embed shell
var shellScripts embed.FS

type completionCommand struct {
	Shell string `arg:"" name:"SHELL" complete:"shell" help:"bash, zsh or fish."`
}

// Help says how a script is installed.
func (completionCommand) Help() string {
	return `The script completes commands, flags, their values, files and the ids of guidelines. Its first lines say where it is put.

Examples:

    bedside completion bash > ~/.local/share/bash-completion/completions/bedside
    bedside completion zsh > ~/.zfunc/_bedside
    bedside completion fish > ~/.config/fish/completions/bedside.fish`
}

// shells lists those that a script is there for.
func shells() []string { return []string{"bash", "zsh", "fish"} }

// Run prints the script.
func (c *completionCommand) Run(a *app) error {
	if err := oneOf("SHELL", c.Shell, shells()...); err != nil {
		return err
	}
	script, err := shellScripts.ReadFile("shell/bedside." + c.Shell)
	if err != nil {
		return err
	}
	_, err = a.stdout.Write(script)
	return writing(err)
}
