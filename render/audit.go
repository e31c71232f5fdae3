package render

import (
	"fmt"
	"strconv"
	"strings"

	"bedside"
)

// What every format says of an audit, in the same words.

// AuditSentence is what the verdict of an audit says on every screen: its posts stand already.
func AuditSentence(s bedside.Severity) string {
	switch s {
	case bedside.Advise:
		return "A few thoughts"
	case bedside.Revise:
		return "Some posts to change"
	case bedside.Block:
		return "Do not leave these up"
	default:
		return Sentence(s)
	}
}

// AuditSummary is the line below the verdict.
func AuditSummary(a *bedside.Audit) string {
	var said []string
	if counted := countTasks(a); counted != "" {
		said = append(said, counted)
	}
	if n := len(a.Clusters); n > 0 {
		said = append(said, capital(numberOf(n))+plural(n, " group of posts tells more together than one by one.", " groups of posts tell more together than one by one."))
	}
	if !a.Complete {
		said = append(said, "Part of it could not be checked.")
	} else if len(said) == 0 {
		said = append(said, "What was not checked is listed below.")
	}
	return strings.Join(said, " ")
}

// countTasks says "Two posts not to leave up, three to change, one to consider."
func countTasks(a *bedside.Audit) string {
	var of [bedside.Block + 1]int
	for i := range a.CleanUp {
		of[min(a.CleanUp[i].Severity, bedside.Block)] += 1 + len(a.CleanUp[i].Same)
	}
	var parts []string
	for _, s := range []bedside.Severity{bedside.Block, bedside.Revise, bedside.Advise} {
		if n := of[s]; n > 0 {
			thing := ""
			if len(parts) == 0 {
				thing = plural(n, " post", " posts")
			}
			parts = append(parts, numberOf(n)+thing+" "+auditWords(s))
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return capital(strings.Join(parts, ", ")) + "."
}

// numberOf writes small numbers as words and large ones in groups.
func numberOf(n int) string {
	if n <= 12 {
		return number(n)
	}
	return grouped(n)
}

// auditWords says what a severity asks of a post that stands already.
func auditWords(s bedside.Severity) string {
	switch s {
	case bedside.Block:
		return "not to leave up"
	case bedside.Revise:
		return "to change"
	default:
		return "to consider"
	}
}

// AuditScope says what was read: "4,212 posts from x and mastodon, 2018 to 2026".
func AuditScope(a *bedside.Audit) string {
	said := grouped(a.Posts) + plural(a.Posts, " post", " posts")
	if platforms := platformsOf(a); len(platforms) > 0 {
		said += " from " + clean(listed(platforms))
	}
	first, last := 0, 0
	for i := range a.Years {
		if y := a.Years[i].Year; y > 0 {
			if first == 0 {
				first = y
			}
			last = y
		}
	}
	switch first {
	case 0:
		return said
	case last:
		return said + ", " + strconv.Itoa(first)
	}
	return fmt.Sprintf("%s, %d to %d", said, first, last)
}

// platformsOf are the platforms of all archives; nothing where a folder of drafts is among them, which may be of any.
func platformsOf(a *bedside.Audit) (platforms []string) {
	for i := range a.Archives {
		switch p := a.Archives[i].Platform; p {
		case "drafts":
			return nil
		case "":
		default:
			platforms = append(platforms, strings.Split(p, ", ")...)
		}
	}
	return compact(platforms)
}

// listed joins words as a sentence does.
func listed(words []string) string {
	if n := len(words); n > 1 {
		return strings.Join(words[:n-1], ", ") + " and " + words[n-1]
	}
	return strings.Join(words, "")
}

// auditDo says in a word what to do, and in a sentence how.
func auditDo(t *bedside.AuditTask) (word, how string) {
	switch t.Do {
	case bedside.AuditDelete:
		return "Delete", "Take it down. No wording was found that keeps it."
	case bedside.AuditUntag:
		return "Untag", "Somebody else posted it: take your name off it, and ask them to take it down."
	case bedside.AuditDecline:
		return "Decline", "Decline kindly, and point to the professional page."
	case bedside.AuditAsk:
		return "Ask", "Only you, or those concerned, can say. If in doubt, ask your communications office, and take it down until then."
	}
	switch {
	case t.Rewrite != nil:
		return "Edit", "Where the platform cannot edit it, delete it, and post the wording below anew if you still want it said."
	case t.Post.Kind == "bio":
		return "Edit", "Change the description of the account."
	case len(t.Findings) == 0:
		return "Edit", "Take out what it adds to the picture, or take it down: that breaks the link."
	}
	return "Edit", ""
}

// auditTitle is what a task is about.
func auditTitle(t *bedside.AuditTask) string {
	if len(t.Findings) == 0 {
		return "Tells more together with the rest"
	}
	best := 0
	for i := range t.Findings {
		if t.Findings[i].Severity > t.Findings[best].Severity {
			best = i
		}
	}
	return t.Findings[best].Message
}

// day is a date as a person writes it.
func day(t bedside.Time) string {
	if t.IsZero() {
		return "no date"
	}
	return t.Format("2 Jan 2006")
}

// postPlace says where a post stands: its platform, and what it is when it is no post.
func postPlace(p *bedside.AuditPost) string {
	words := []string{p.Platform}
	if p.Kind != "post" {
		words = append(words, strings.ReplaceAll(p.Kind, "_", " "))
	}
	switch p.Audience {
	case "", "public":
	default:
		words = append(words, strings.ReplaceAll(p.Audience, "_", " "))
	}
	return clean(strings.Join(words, ", "))
}

// postLink is where a post can be found: its address, else its id and file.
func postLink(p *bedside.AuditPost) string {
	switch {
	case p.URL != "":
		return p.URL
	case p.File != "" && p.ID != "" && p.ID != p.File:
		return p.ID + " in " + p.File
	case p.File != "":
		return p.File
	}
	return p.ID
}

// sinceLast compares with the audit before.
func sinceLast(c *bedside.AuditChange) string {
	return fmt.Sprintf("Since the audit of %s: %s new, %s fixed, %s still there.", day(c.Since), grouped(c.New), grouped(len(c.Fixed)), grouped(c.StillThere))
}

// gives says what a post adds, in the words of the vocabulary.
func gives(kinds []string) string {
	var words []string
	for _, k := range kinds {
		words = append(words, strings.ReplaceAll(k, "_", " "))
	}
	return strings.Join(words, ", ")
}

// crowdFigure is a number of people in words; nothing where it is not known.
func crowdFigure(c *bedside.Crowd) string {
	if c == nil {
		return ""
	}
	if c.Low == c.High {
		return grouped(c.Likely)
	}
	return "about " + grouped(c.Likely)
}

// knows says who could recognise somebody.
func knows(by []string) string {
	var words []string
	for _, who := range by {
		switch who {
		case "self":
			words = append(words, "they themselves")
		case "family":
			words = append(words, "their family")
		case "colleague":
			words = append(words, "colleagues")
		case "stranger":
			words = append(words, "strangers")
		}
	}
	if len(words) == 0 {
		return ""
	}
	return capital(listed(words)) + " could recognise them."
}

// auditTopic is the name of a topic as people read it.
func auditTopic(topic string) string { return capital(strings.ReplaceAll(topic, "_", " ")) }

// AuditWithoutText returns a copy of an audit that repeats no words of any post: places stay, words go.
func AuditWithoutText(a *bedside.Audit) *bedside.Audit {
	out := *a
	out.Clusters = each(a.Clusters, func(c bedside.AuditCluster) bedside.AuditCluster {
		c.Posts = each(c.Posts, func(p bedside.AuditPiece) bedside.AuditPiece {
			p.Post, p.Evidence = wordlessPost(p.Post), each(p.Evidence, wordless)
			return p
		})
		return c
	})
	out.CleanUp = each(a.CleanUp, func(t bedside.AuditTask) bedside.AuditTask {
		r := WithoutText(&bedside.Result{Findings: t.Findings, Questions: t.Questions})
		t.Post, t.Findings, t.Questions, t.Rewrite = wordlessPost(t.Post), r.Findings, r.Questions, nil
		t.Same = each(t.Same, wordlessPost)
		return t
	})
	return &out
}

func wordlessPost(p bedside.AuditPost) bedside.AuditPost {
	p.Text, p.Draft = "", nil
	return p
}
