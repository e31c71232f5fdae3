package seal

import (
	"crypto/rand"
	"encoding/base64"
	"time"

	"github.com/zalando/go-keyring"

	"bedside"
)

// Ring is the platform's key store: Secret Service, Keychain or Credential Manager.
type Ring interface {
	Set(service, item, secret string) error
	Get(service, item string) (string, error)
	Delete(service, item string) error
}

// service is under which name the platform's key store files our keys.
const service = "Bedside"

func (k Keeper) toRing(keys []Key) (string, error) {
	if k.Ring == nil {
		return "", noRing(nil)
	}
	item := rand.Text()
	if err := k.Ring.Set(service, item, base64.StdEncoding.EncodeToString(joined(keys))); err != nil {
		return "", noRing(err)
	}
	return item, nil
}

func (k Keeper) fromRing(item string) ([]Key, error) {
	if k.Ring == nil {
		return nil, noRing(nil)
	}
	secret, err := k.Ring.Get(service, item)
	if err != nil {
		return nil, noRing(err)
	}
	b, err := base64.StdEncoding.DecodeString(secret)
	if err != nil {
		return nil, notOurs(err)
	}
	return keysOf(b)
}

func noRing(err error) error {
	return &bedside.Error{Code: bedside.CodeUnavailable, Message: "the key is in this computer’s key store, which does not open or does not have it", Err: err}
}

// Platform is the key store of this computer. A person who does not answer its question within a time is taken for nobody.
type Platform struct{ Patience time.Duration }

// Set keeps a secret.
func (p Platform) Set(service, item, secret string) error {
	_, err := p.wait(func() (string, error) { return "", keyring.Set(service, item, secret) })
	return err
}

// Get reads a secret.
func (p Platform) Get(service, item string) (string, error) {
	return p.wait(func() (string, error) { return keyring.Get(service, item) })
}

// Delete forgets a secret.
func (p Platform) Delete(service, item string) error {
	_, err := p.wait(func() (string, error) { return "", keyring.Delete(service, item) })
	return err
}

// wait gives up on a key store that asks somebody who is not there.
func (p Platform) wait(do func() (string, error)) (string, error) {
	type answer struct {
		secret string
		err    error
	}
	done := make(chan answer, 1)
	go func() {
		secret, err := do()
		done <- answer{secret, err}
	}()
	late := time.NewTimer(p.Patience)
	defer late.Stop()
	select {
	case a := <-done:
		return a.secret, a.err
	case <-late.C:
		return "", bedside.Errorf(bedside.CodeUnavailable, "the key store did not answer")
	}
}
