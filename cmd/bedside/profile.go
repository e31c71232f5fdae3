package main

import (
	"bufio"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"bedside"
	"bedside/internal/profile"
)

type profileCommands struct {
	Init profileInit `cmd:"" help:"Answer four questions, once."`
	Show profileShow `cmd:"" help:"Show what is on file."`
}

type profileInit struct {
	Name         string `help:"Your name, so that it is not taken for a patient’s."`
	Role         string `help:"What you are: medical_student, resident, physician, nurse, pharmacist, …"`
	Licensed     *bool  `negatable:"" help:"Whether you hold a licence to practise."`
	Institution  string `help:"Where you learn or work."`
	Specialty    string `help:"Your ward or field."`
	Location     string `help:"The town or region."`
	Jurisdiction string `help:"Whose law holds, such as US-MD, CA-ON or UK."`
	Platform     string `help:"Where you post: x, instagram, mastodon, …"`
	Handle       string `help:"Your name there."`
	Persona      string `complete:"persona" help:"What the account is: personal, professional, institutional or anonymous."`
	Audience     string `complete:"audience" help:"Who sees it: public, followers, friends, closed_group or direct."`
	Disclaimer   string `help:"The disclaimer that stands on your accounts."`
	Profile      string `placeholder:"FILE" complete:"file" help:"Another file than the usual one."`
	Force        bool   `help:"Replace a profile that is there."`
}

// Help gives examples.
func (profileInit) Help() string {
	return `Any answer may stay empty; the checks then simply know less. Everything stays in one file on this computer.

Examples:

    bedside profile init
    bedside profile init --role medical_student --institution "St Brannock's" --specialty cardiology
    bedside profile init --platform instagram --handle @maya.on.rounds --persona personal --force`
}

// Run writes the profile, from flags, or at a terminal from four questions.
func (c *profileInit) Run(a *app) error {
	path, err := profilePath(c.Profile)
	if err != nil {
		return err
	}
	if _, err := os.Lstat(path); err == nil && !c.Force {
		return profileThere(path)
	}
	if c.empty() {
		if !isTerminal(a.stdin) {
			return hint(invalid("there is nobody to ask"), "Say it in flags: bedside profile init --role resident --institution …")
		}
		c.ask(a)
	}
	if err := c.save(path); err != nil {
		return err
	}
	_, err = fmt.Fprintf(a.stdout, "Written to %s. It stays on this computer.\n", path)
	return err
}

func (c *profileInit) save(path string) error {
	err := profile.Save(path, c.profile(), c.Force)
	switch {
	case errors.Is(err, fs.ErrExist) && !c.Force:
		return profileThere(path)
	case err != nil && !errors.As(err, new(*bedside.Error)):
		return unwritten(path, err)
	default:
		return err
	}
}

func profileThere(path string) error {
	return hint(invalid("%s: there is a profile already", path), "Add --force to replace it, or read it: bedside profile show")
}

func (c *profileInit) empty() bool {
	said := *c
	said.Profile, said.Force = "", false
	return said == profileInit{}
}

func (c *profileInit) profile() profile.Profile {
	p := profile.Profile{
		Name: c.Name, Role: c.Role, Licensed: c.Licensed, Institution: c.Institution, Specialty: c.Specialty,
		Location: c.Location, Jurisdiction: c.Jurisdiction, Disclaimer: c.Disclaimer,
	}
	account := bedside.Account{Platform: c.Platform, Handle: c.Handle, Persona: c.Persona, Audience: c.Audience}
	if account != (bedside.Account{}) {
		p.Accounts = []bedside.Account{account}
	}
	return p
}

// ask puts the four questions.
func (c *profileInit) ask(a *app) {
	fmt.Fprintln(a.stdout, "Four questions. Any answer can stay empty; the checks then simply know less.")
	in := bufio.NewScanner(a.stdin)
	question := func(text string) string {
		fmt.Fprintf(a.stdout, "\n%s\n> ", text)
		if !in.Scan() {
			return ""
		}
		return strings.TrimSpace(in.Text())
	}
	c.Role = roleOf(question("1  What are you? For example: medical student, resident, physician, nurse, pharmacist"))
	c.Institution = question("2  Where do you learn or work? It is never put into a post.")
	c.Specialty = question("3  On which ward, or in which field?")
	c.Platform, c.Handle = placeOf(question("4  Where do you post? For example: instagram @maya.on.rounds"))
	fmt.Fprintln(a.stdout)
}

// roleOf writes "Medical student" as drafts do: medical_student.
func roleOf(s string) string { return strings.ReplaceAll(strings.ToLower(s), " ", "_") }

// placeOf reads a platform and a handle, in either order.
func placeOf(s string) (platform, handle string) {
	for word := range strings.FieldsSeq(s) {
		if strings.Contains(word, "@") || platform != "" {
			handle = cmp.Or(handle, word)
		} else {
			platform = strings.ToLower(word)
		}
	}
	return platform, handle
}

type profileShow struct {
	Profile string `placeholder:"FILE" complete:"file" help:"Another file than the usual one."`
}

// Help gives examples.
func (profileShow) Help() string {
	return `Examples:

    bedside profile show`
}

// Run prints the profile as it is on file.
func (c *profileShow) Run(a *app) error {
	path, err := profilePath(c.Profile)
	if err != nil {
		return err
	}
	p, err := profile.Load(path)
	if err != nil {
		return profileTrouble(path, err)
	}
	b, err := json.MarshalIndent(p, "", "  ")
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(a.stdout, "%s\n", b)
	return err
}

func profilePath(asked string) (string, error) {
	if asked != "" {
		return asked, nil
	}
	return profile.Path()
}

// keepProfile is the profile of a program that runs long, where it may be written too.
func keepProfile(asked string) (*profile.Keeper, error) {
	p, err := loadProfile(asked)
	if err != nil {
		return nil, err
	}
	path, err := profilePath(asked)
	if err != nil {
		return profile.NewKeeper("", p, false), nil //nolint:nilerr // no folder for settings: nothing can be written
	}
	_, err = os.Stat(path)
	return profile.NewKeeper(path, p, err == nil), nil
}

// loadProfile reads the profile that drafts are completed from. Without --profile there need not be one.
func loadProfile(asked string) (profile.Profile, error) {
	path, err := profilePath(asked)
	if err != nil {
		return profile.Profile{}, nil //nolint:nilerr // no folder for settings: no profile
	}
	p, err := profile.Load(path)
	switch {
	case err == nil:
		return p, nil
	case asked == "" && coded(err).Code == bedside.CodeNotFound:
		return profile.Profile{}, nil
	default:
		return p, profileTrouble(path, err)
	}
}

func profileTrouble(path string, err error) error {
	return hint(about(path, err), "Write a new one: bedside profile init --force")
}
