package seal

import (
	"cmp"
	"crypto/hkdf"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"

	"filippo.io/age"

	"bedside"
)

// Secret opens an envelope: a file that leaves the place where its key is.
type Secret struct {
	words string
	work  int // the logarithm of how often it is hashed
}

// Words is a secret that somebody remembers. Guessing it must be slow: work is the logarithm of how often it is hashed; 0: 18, a second.
func Words(passPhrase []byte, work int) (*Secret, error) {
	if len(passPhrase) < shortest {
		return nil, tooShort()
	}
	return &Secret{string(passPhrase), cmp.Or(work, 18)}, nil
}

// Secret is a secret that whoever has the key can make. Nobody guesses it.
func (k Key) Secret(purpose string) *Secret {
	b, err := hkdf.Key(sha256.New, k[:], nil, purpose, len(k))
	if err != nil {
		panic(err) // only where 32 bytes were too many
	}
	return &Secret{hex.EncodeToString(b), 10}
}

// Lock encrypts what is written to it, as age does. It is whole only once it was closed.
func (s *Secret) Lock(w io.Writer) (io.WriteCloser, error) {
	r, err := age.NewScryptRecipient(s.words)
	if err != nil {
		return nil, err
	}
	r.SetWorkFactor(s.work)
	return age.Encrypt(w, r)
}

// Unlock decrypts what Lock made.
func (s *Secret) Unlock(r io.Reader) (io.Reader, error) {
	i, err := age.NewScryptIdentity(s.words)
	if err != nil {
		return nil, err
	}
	out, err := age.Decrypt(r, i)
	if _, wrong := errors.AsType[*age.NoIdentityMatchError](err); wrong {
		return nil, &bedside.Error{Code: bedside.CodeInvalid, Message: "it opens with another pass-phrase or key; nothing was changed", Err: err}
	}
	if err != nil {
		return nil, &bedside.Error{Code: bedside.CodeInvalid, Message: "this is no backup of Bedside, or it is damaged; nothing was changed", Err: err}
	}
	return out, nil
}
