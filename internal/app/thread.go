package app

import "strings"

// threadBreak is a line of its own that begins the next post of a thread. What a thread tells is told together, so it is checked as one text.
const threadBreak = "---"

// Thread are the posts of a text that is a thread; nil for one post.
func Thread(text string) (posts []string) {
	var post []string
	end := func() {
		if said := strings.TrimSpace(strings.Join(post, "\n")); said != "" {
			posts = append(posts, said)
		}
		post = post[:0]
	}
	for line := range strings.SplitSeq(text, "\n") {
		if strings.TrimSpace(line) == threadBreak {
			end()
		} else {
			post = append(post, line)
		}
	}
	if end(); len(posts) < 2 {
		return nil
	}
	return posts
}
