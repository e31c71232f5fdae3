package bluesky

import (
	"errors"
	"strings"

	"github.com/fxamacker/cbor/v2"
)

// The form of a repository: https://atproto.com/specs/repository. A commit points at the root of a tree whose entries are the
// names of records, each with the identifier of its record. A name is written without what it shares with the one before.

const (
	posts    = "app.bsky.feed.post"
	profiles = "app.bsky.actor.profile"
	deepest  = 128     // levels of a tree; one of a million records has about ten
	longest  = 1 << 10 // bytes of a name, as the protocol has it
)

// tree is what is known of a repository before its records are read.
type tree struct {
	mode     cbor.DecMode
	head     cid // the commit that the file says is the newest
	commit   commit
	nodes    map[cid]node
	names    map[cid]string // of the posts and the profile that stand: collection/key
	profiles map[cid]profile
	whole    bool // no part of the tree is missing
}

// commit is the head of a repository.
type commit struct {
	DID  string  `cbor:"did"`
	Data pointer `cbor:"data"`
}

// node is a piece of the tree.
type node struct {
	Left    pointer `cbor:"l"`
	Entries []entry `cbor:"e"`
}

type entry struct {
	Shared uint64  `cbor:"p"`
	Rest   []byte  `cbor:"k"`
	Value  pointer `cbor:"v"`
	Right  pointer `cbor:"t"`
}

func newTree() *tree {
	return &tree{mode: decoder(), nodes: map[cid]node{}, names: map[cid]string{}, profiles: map[cid]profile{}}
}

// take keeps a block that is no record of somebody's words, and a profile, which all posts need.
func (t *tree) take(b block) {
	var head struct {
		Type string `cbor:"$type"`
		commit
		node
	}
	if !decoded(t.mode.Unmarshal(b.data, &head)) {
		return
	}
	switch {
	case head.Type == profiles:
		var p profile
		if decoded(t.mode.Unmarshal(b.data, &p)) {
			t.profiles[b.cid] = p
		}
	case head.Type != "":
	case head.DID != "" && (t.commit.DID == "" || b.cid == t.head):
		t.commit = head.commit
	case head.DID == "" && (head.Entries != nil || head.Left != ""):
		t.nodes[b.cid] = head.node
	}
}

// grow names the records that stand, and forgets the pieces of the tree.
func (t *tree) grow() {
	t.whole = t.commit.Data != ""
	t.walk(t.commit.Data, 0, map[cid]bool{})
	t.nodes = nil
}

// walk goes through the piece of the tree that a pointer leads to.
func (t *tree) walk(at pointer, depth int, been map[cid]bool) {
	if at == "" || been[cid(at)] {
		return
	}
	been[cid(at)] = true
	n, ok := t.nodes[cid(at)]
	if !ok || depth > deepest {
		t.whole = false
		return
	}
	t.walk(n.Left, depth+1, been)
	name := ""
	for _, e := range n.Entries {
		if e.Shared > uint64(len(name)) || e.Shared+uint64(len(e.Rest)) > longest {
			t.whole = false
			return
		}
		name = name[:e.Shared] + string(e.Rest)
		if strings.HasPrefix(name, posts+"/") || strings.HasPrefix(name, profiles+"/") {
			t.names[cid(e.Value)] = name
		}
		t.walk(e.Right, depth+1, been)
	}
}

// standing is the key of a record, empty where it is not known, and whether the record may still stand.
func (t *tree) standing(b block) (key string, ok bool) {
	name, named := t.names[b.cid]
	_, key, _ = strings.Cut(name, "/")
	return key, named || !t.whole
}

// decoded reports whether a block could be read; a value of another kind than expected takes nothing from the others.
func decoded(err error) bool {
	_, typed := errors.AsType[*cbor.UnmarshalTypeError](err)
	return err == nil || typed
}
