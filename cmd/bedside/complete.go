package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/alecthomas/kong"
)

// completeCommand is what the scripts in shell/ ask whenever somebody presses Tab: what can stand at the cursor? The
// shells choose among the answers by what is typed already, each in its own way.
type completeCommand struct {
	Words []string `arg:"" optional:"" name:"WORD" help:"The words behind the program’s name; the last ends at the cursor."`
}

// Run answers. Whatever was typed, it is no error to be asked: somebody is in the middle of writing.
func (c *completeCommand) Run(a *app, ctx *kong.Context) error {
	before, current := c.Words, ""
	if last := len(c.Words) - 1; last >= 0 {
		before, current = c.Words[:last], c.Words[last]
	}
	line := commandLine{node: ctx.Model.Node}
	for _, word := range before {
		line.take(word)
	}
	return line.offer(current).write(a.stdout)
}

// offer is what can stand at the cursor.
type offer struct {
	choices []choice
	paths   paths
}

// choice is one word that can stand there, and what it means.
type choice struct{ word, help string }

// paths says which names of the file system can stand there too. The shell finds them: it knows ~ and quotes.
type paths string

const (
	noPaths paths = "nothing"
	files   paths = "files"
	folders paths = "folders"
)

// offerWords offers words that need no explanation.
func offerWords(words ...string) offer {
	o := offer{paths: noPaths}
	for _, word := range words {
		o.choices = append(o.choices, choice{word: word})
	}
	return o
}

// behind puts the name of a flag before each word, for a flag and its value in one.
func (o offer) behind(flag string) offer {
	out := offer{paths: o.paths}
	for _, c := range o.choices {
		out.choices = append(out.choices, choice{flag + "=" + c.word, c.help})
	}
	return out
}

// write answers as the scripts read it: the paths, then a line for each word with a tab and its meaning.
func (o offer) write(w io.Writer) error {
	lines := []string{string(o.paths)}
	for _, c := range o.choices {
		lines = append(lines, c.word+"\t"+strings.Join(strings.Fields(c.help), " "))
	}
	_, err := fmt.Fprintln(w, strings.Join(lines, "\n"))
	return writing(err)
}
