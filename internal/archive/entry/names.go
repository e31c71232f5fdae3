package entry

import (
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// Names is who the owner of an account is: by the names of their profile, else by being in every conversation.
type Names struct {
	profile []string
	threads int
	in      map[string]int // how many conversations somebody takes part in
	left    map[string]int // how many between two are named after the other
}

// mostOwn is how many names one owner may have.
const mostOwn = 100

// mostNames is how many people of conversations are counted; an account with more has a profile.
const mostNames = 200_000

// Add takes a name from the profile.
func (n *Names) Add(name string) {
	if name = plain(name); name != "" && len(n.profile) < mostOwn && !slices.Contains(n.profile, name) {
		n.profile = append(n.profile, name)
	}
}

// Join counts who takes part in one conversation.
func (n *Names) Join(participants []string) {
	if n.in == nil {
		n.in = map[string]int{}
	}
	n.threads++
	slices.Sort(participants)
	for _, p := range slices.Compact(participants) {
		if len(n.in) < mostNames {
			n.in[plain(p)]++
		}
	}
}

// JoinNamed counts who takes part in a conversation that is named after its other participants. What a name is written
// like in names of files does not matter.
func (n *Names) JoinNamed(participants []string, conversation string) {
	n.Join(participants)
	if len(participants) != 2 {
		return
	}
	var left []string
	for _, p := range participants {
		if letters := letters(p); letters == "" || letters != conversationOf(conversation) {
			left = append(left, plain(p))
		}
	}
	if len(left) != 1 {
		return
	}
	if n.left == nil {
		n.left = map[string]int{}
	}
	if len(n.left) < mostNames {
		n.left[left[0]]++
	}
}

// conversationOf is whom a folder such as patplaceholder_123 is named after.
func conversationOf(name string) string {
	if i := strings.LastIndexByte(name, '_'); i >= 0 {
		name = name[:i]
	}
	return letters(name)
}

// letters leaves what names of files keep of a name.
func letters(name string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case 'A' <= r && r <= 'Z':
			return r | 0x20
		case 'a' <= r && r <= 'z', '0' <= r && r <= '9':
			return r
		}
		return -1
	}, name)
}

// Settle decides who the owner is. Where nobody of the profile takes part in a conversation, or there is no profile, it is
// the one person who takes part in all of two or more, else the one whom no conversation between two is named after.
func (n *Names) Settle() {
	for _, name := range n.profile {
		if n.in[name] > 0 {
			n.in, n.left = nil, nil
			return
		}
	}
	var always []string
	for name, count := range n.in {
		if count == n.threads {
			always = append(always, name)
		}
	}
	switch {
	case len(always) == 1 && n.threads > 1:
		n.profile = append(n.profile, always[0])
	case len(n.left) == 1:
		for name := range n.left {
			n.profile = append(n.profile, name)
		}
	}
	n.in, n.left = nil, nil
}

// Known reports whether anything is known of who the owner is.
func (n *Names) Known() bool { return len(n.profile) > 0 }

// Is reports whether a name is the owner's.
func (n *Names) Is(name string) bool { return slices.Contains(n.profile, plain(name)) }

// plain brings a name into one form.
func plain(name string) string {
	return strings.ToLower(strings.Join(strings.Fields(norm.NFC.String(name)), " "))
}
