package bench

import (
	_ "embed"

	"bedside/internal/eval/spans"
)

//go:embed posts.txt
var posts []byte

// OurPosts are invented posts of people in medicine, in many voices, about half of them without any identifying detail.
func OurPosts() (spans.Set, error) { return spans.ParseMarked(spans.OwnSet, posts) }
