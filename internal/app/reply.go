package app

import (
	_ "embed"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"

	"bedside"
)

//go:embed replies.yaml
var repliesFile []byte

// Reply is what to answer in one case: what was sent, and by whom.
type Reply struct {
	ID    string   `yaml:"id"`
	Kinds []string `yaml:"kinds"`
	Who   []string `yaml:"who"`
	Title string   `yaml:"title"`
	Why   string   `yaml:"why"`
	Texts []string `yaml:"texts"`
}

// WhoHide marks the answer that goes with hiding a comment.
const WhoHide = "hide"

// Replies reads all of them.
func Replies() ([]Reply, error) {
	var out []Reply
	if err := yaml.UnmarshalWithOptions(repliesFile, &out, yaml.DisallowUnknownField()); err != nil {
		return nil, &bedside.Error{Code: bedside.CodeInternal, Message: "the scripted replies cannot be read", Err: err}
	}
	return out, nil
}

// replyFor is the script of a case.
func replyFor(kind, who, page string) (Reply, error) {
	all, err := Replies()
	for _, s := range all {
		if slices.Contains(s.Kinds, kind) && slices.Contains(s.Who, who) {
			return s.with(page), nil
		}
	}
	return Reply{}, err
}

// with is a script with the address of a page in it.
func (s Reply) with(page string) Reply {
	if page == "" {
		page = "our clinic's page"
	}
	texts := make([]string, len(s.Texts))
	for i, t := range s.Texts {
		texts[i] = strings.ReplaceAll(t, "{page}", page)
	}
	s.Texts = texts
	return s
}
