package app

import (
	_ "embed"
	"encoding/json"
	"strings"

	"bedside"
)

//go:embed platforms.json
var platformsJSON []byte

// Platforms is what is known of the settings of platforms, and when it was written: menus move.
type Platforms struct {
	Written   string     `json:"written"` // the day on which the steps were written
	Menus     string     `json:"menus"`   // how old the words of the menus are
	Platforms []Platform `json:"platforms"`
}

// Platform is one platform with its steps.
type Platform struct {
	ID       string       `json:"id"` // as drafts have it
	Name     string       `json:"name"`
	Review   []ReviewStep `json:"review"`
	Takedown Takedown     `json:"takedown"`
}

// ReviewStep is one thing to look at in the settings of a platform.
type ReviewStep struct {
	ID       string   `json:"id"`
	Do       string   `json:"do"`
	Where    string   `json:"where"` // the menus that lead there
	Note     string   `json:"note,omitempty"`
	Settings []string `json:"settings,omitempty"` // words in the names of settings that an export tells
}

// Takedown is how something that somebody else posted is worked on.
type Takedown struct {
	Untag    Way `json:"untag"`
	Report   Way `json:"report"`
	Settings Way `json:"settings"`
}

// Way is one way to do something on a platform.
type Way struct {
	Do    string `json:"do"`
	Where string `json:"where"`
}

// KnownPlatforms reads what is known of platforms.
func KnownPlatforms() (Platforms, error) {
	var p Platforms
	if err := json.Unmarshal(platformsJSON, &p); err != nil {
		return p, &bedside.Error{Code: bedside.CodeInternal, Message: "the steps for platforms cannot be read", Err: err}
	}
	return p, nil
}

// Find is the platform with an id; one without steps where none is known.
func (p Platforms) Find(id string) Platform {
	for _, known := range p.Platforms {
		if known.ID == id {
			return known
		}
	}
	return Platform{ID: id, Name: id}
}

// about reports whether the name of a setting is about a step.
func (s *ReviewStep) about(name string) bool {
	name = strings.ToLower(name)
	for _, word := range s.Settings {
		if strings.Contains(name, word) {
			return true
		}
	}
	return false
}
