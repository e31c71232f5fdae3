package audit

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	stdhash "hash"

	"bedside"
)

// hash stands for a post, or the id of one, in a state file: nobody without the salt can tell what it was made of, and with
// the salt only by guessing the whole post.
type hash [16]byte

func (h hash) String() string { return base64.RawURLEncoding.EncodeToString(h[:]) }

// parseHash reads what String writes.
func parseHash(s string) (h hash, ok bool) {
	n, err := base64.RawURLEncoding.Decode(h[:], []byte(s[:min(len(s), base64.RawURLEncoding.EncodedLen(len(h)))]))
	return h, err == nil && n == len(h) && len(s) == base64.RawURLEncoding.EncodedLen(len(h))
}

// short is enough of a hash to tell a few things apart.
func (h hash) short() string { return hex.EncodeToString(h[:5]) }

// hasher makes hashes with one salt. It is for one goroutine.
type hasher struct{ mac stdhash.Hash }

func newHasher(salt []byte) *hasher { return &hasher{hmac.New(sha256.New, salt)} }

// post is the hash of everything that a check of a post looks at.
func (h *hasher) post(p *post) hash {
	b, err := json.Marshal(&p.Draft)
	if err != nil { // nothing is known of it
		return hash{}
	}
	return h.of("post", string(b), p.Thread)
}

// id is the hash of what a post is called; one without a name is called by its words.
func (h *hasher) id(d *bedside.Draft) hash {
	words := ""
	if d.ID == "" {
		words = d.Text
	}
	return h.of("id", d.Account.Platform, d.Kind, d.ID, words)
}

// of hashes words, each with its length before it so that no two lists read alike.
func (h *hasher) of(words ...string) (out hash) {
	h.mac.Reset()
	for _, w := range words {
		var length [8]byte
		for i := range length {
			length[i] = byte(len(w) >> (8 * i))
		}
		h.mac.Write(length[:])
		h.mac.Write([]byte(w))
	}
	copy(out[:], h.mac.Sum(nil))
	return out
}
