package main

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/alecthomas/kong"
)

// commandLine is a command line up to the cursor, read as kong would read it but forgiving: it is not finished yet.
type commandLine struct {
	node      *kong.Node   // the command named so far
	waiting   *kong.Flag   // has been named, and its value comes next
	given     []*kong.Flag // named so far
	arguments int          // named so far, flags and their values apart
	ended     bool         // by --: no flags from here on
}

// take reads one word before the cursor.
func (l *commandLine) take(word string) {
	switch {
	case l.waiting != nil:
		l.waiting = nil
	case l.ended || word == "-" || !strings.HasPrefix(word, "-"):
		l.takeWord(word)
	case word == "--":
		l.ended = true
	case strings.HasPrefix(word, "--"):
		name, _, assigned := strings.Cut(word, "=")
		l.takeFlag(name, !assigned)
	default: // of -vo, the last letter alone can want a value
		_, size := utf8.DecodeLastRuneInString(word)
		l.takeFlag("-"+word[len(word)-size:], true)
	}
}

func (l *commandLine) takeWord(word string) {
	if child := l.child(word); child != nil && !l.ended {
		l.node = child
	} else {
		l.arguments++
	}
}

func (l *commandLine) child(name string) *kong.Node {
	i := slices.IndexFunc(l.node.Children, func(n *kong.Node) bool { return n.Name == name || slices.Contains(n.Aliases, name) })
	if i < 0 {
		return nil
	}
	return l.node.Children[i]
}

func (l *commandLine) takeFlag(name string, open bool) {
	flag := l.flag(name)
	if flag == nil {
		return
	}
	l.given = append(l.given, flag)
	if open && takesValue(flag) {
		l.waiting = flag
	}
}

// offer says what can stand at the cursor, where current is typed already.
func (l *commandLine) offer(current string) offer {
	name, _, assigned := strings.Cut(current, "=")
	switch flag := l.flag(name); {
	case l.waiting != nil:
		return offerValues(l.waiting.Value)
	case l.ended || !strings.HasPrefix(current, "-"):
		return l.offerArgument()
	case !assigned:
		return l.offerFlags()
	case flag != nil && takesValue(flag):
		return offerValues(flag.Value).behind(name)
	default:
		return offerWords()
	}
}

// offerArgument offers what the next argument can be, or the commands where one is wanted.
func (l *commandLine) offerArgument() offer {
	all := l.node.Positional
	switch {
	case l.arguments < len(all):
		return offerValues(all[l.arguments])
	case len(all) > 0 && all[len(all)-1].IsCumulative():
		return offerValues(all[len(all)-1])
	case l.arguments > 0 || l.ended:
		return offerWords()
	default:
		return l.offerCommands()
	}
}

func (l *commandLine) offerCommands() offer {
	o := offerWords()
	for _, n := range l.node.Children {
		if !n.Hidden {
			o.choices = append(o.choices, choice{n.Name, n.Help})
		}
	}
	return o
}

// offerFlags offers the flags of the command, without those that were given and can be given only once.
func (l *commandLine) offerFlags() offer {
	o := offerWords()
	for _, flag := range l.flags() {
		if slices.Contains(l.given, flag) && !flag.IsCumulative() {
			continue
		}
		for _, name := range flagNames(flag) {
			o.choices = append(o.choices, choice{name, flag.Help})
		}
	}
	return o
}

// flag finds a flag by what is typed for it.
func (l *commandLine) flag(name string) *kong.Flag {
	all := l.flags()
	i := slices.IndexFunc(all, func(f *kong.Flag) bool { return slices.Contains(flagNames(f), name) })
	if i < 0 {
		return nil
	}
	return all[i]
}

// flags lists the flags of the command and of those it is part of.
func (l *commandLine) flags() []*kong.Flag { return slices.Concat(l.node.AllFlags(true)...) }
