package main

import "github.com/alecthomas/kong"

// What completion and the manual page both say of a flag.

// flagNames lists everything that is typed for a flag: -v, --verbose; --licensed, --no-licensed.
func flagNames(f *kong.Flag) []string {
	var names []string
	if f.Short != 0 {
		names = append(names, "-"+string(f.Short))
	}
	names = append(names, "--"+f.Name)
	if f.Tag.Negatable != "" {
		names = append(names, "--no-"+f.Name)
	}
	return names
}

func takesValue(f *kong.Flag) bool { return !f.IsBool() && !f.IsCounter() }
