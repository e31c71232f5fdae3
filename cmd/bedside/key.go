package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"golang.org/x/term"

	"bedside/internal/seal"
)

// keyIn keeps the key of what is kept in a folder. A pass-phrase is asked for once.
func (a *app) keyIn(dir string, f *keepFlags) seal.Keeper {
	k := seal.Keeper{Path: filepath.Join(dir, "key.json"), Ring: a.ring, Source: seal.Source(f.Key), Memory: a.guess.memory}
	var known []byte
	k.Ask = func(fresh bool) (secret []byte, err error) {
		if known != nil {
			return known, nil
		}
		secret, err = a.passPhrase(phraseFile{"--passphrase-file", f.PassPhrase}, fresh)
		if err == nil && !fresh {
			known = secret
		}
		return secret, err
	}
	return k
}

// guess is what a guess at a new pass-phrase shall cost; zero: as much as it should.
type guess struct {
	memory uint32 // of a key's, in KiB
	work   int    // at a backup's, a logarithm
}

// patience is how long the platform's key store may wait for somebody who unlocks it.
const patience = time.Minute

// platformRing is this computer's key store, where it has one that answers: on Linux that is behind the session's bus, which must not
// be started for it.
func platformRing(env func(string) string) seal.Ring {
	if runtime.GOOS == "linux" && env("DBUS_SESSION_BUS_ADDRESS") == "" {
		return nil
	}
	return seal.Platform{Patience: patience}
}

// phraseFile is a file with a pass-phrase, and the flag that names it.
type phraseFile struct{ flag, name string }

// passPhrase reads a pass-phrase from a file or the terminal: never from the command line, which others can see.
func (a *app) passPhrase(file phraseFile, fresh bool) ([]byte, error) {
	if file.name != "" {
		return file.read()
	}
	if !isTerminal(a.stdin) {
		return nil, hint(invalid("a pass-phrase is needed, and there is nobody to ask"), fmt.Sprintf("Put it in a file that only you can read, and name it: %s FILE", file.flag))
	}
	if !fresh {
		return a.typed("Pass-phrase: ")
	}
	first, err := a.typed("A new pass-phrase, of at least 12 characters: ")
	if err != nil {
		return nil, err
	}
	second, err := a.typed("Once more: ")
	if err == nil && !bytes.Equal(first, second) {
		return nil, invalid("these are two different pass-phrases; nothing was changed")
	}
	return first, err
}

// typed reads a line from the terminal that does not show.
func (a *app) typed(prompt string) ([]byte, error) {
	fmt.Fprint(a.stderr, prompt)
	defer fmt.Fprintln(a.stderr)
	in, ok := a.stdin.(*os.File)
	if !ok {
		return nil, invalid("there is nobody to ask for a pass-phrase")
	}
	return term.ReadPassword(int(in.Fd()))
}

// read is the first line of the file, without its end.
func (p phraseFile) read() ([]byte, error) {
	f, err := os.Open(p.name)
	if err != nil {
		return nil, invalid("%s: this file cannot be read; name one that is there and is yours", p.flag)
	}
	defer f.Close()
	line, err := bufio.NewReader(io.LimitReader(f, 4<<10)).ReadBytes('\n')
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, invalid("%s: this file cannot be read; name one that is there and is yours", p.flag)
	}
	return bytes.TrimRight(line, "\r\n"), nil
}
