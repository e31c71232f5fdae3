package profile

import (
	"sync"

	"bedside"
)

// Keeper is the profile of a program that runs long: it may be changed while drafts are completed from it. It is safe for concurrent use.
type Keeper struct {
	path  string
	mu    sync.RWMutex
	now   Profile
	found bool
}

// NewKeeper keeps a profile in a file; found says that it was there.
func NewKeeper(path string, p Profile, found bool) *Keeper {
	return &Keeper{path: path, now: p, found: found}
}

// Profile is the profile as it is, and whether there is one.
func (k *Keeper) Profile() (p Profile, found bool) {
	k.mu.RLock()
	defer k.mu.RUnlock()
	return k.now, k.found
}

// Keep writes a profile in place of the one before, whole or not at all.
func (k *Keeper) Keep(p Profile) error {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.path == "" {
		return bedside.Errorf(bedside.CodeUnavailable, "this computer names no folder for settings, so your answers cannot be kept")
	}
	if err := Save(k.path, p, true); err != nil {
		return &bedside.Error{Code: bedside.CodeUnavailable, Message: "your answers could not be written to your folder of settings", Err: err}
	}
	k.now, k.found = p, true
	return nil
}

// Fill completes a draft from the profile as it is.
func (k *Keeper) Fill(d bedside.Draft) bedside.Draft {
	p, _ := k.Profile()
	return p.Fill(d)
}
