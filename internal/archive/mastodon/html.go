package mastodon

import (
	"html"
	"strings"
)

// plain is the words of a post in HTML: paragraphs parted by an empty line, links as addresses, everything else without its
// tags. What only browsers show is left out, and so is the line that stands for a quotation where quotations are unknown.
func plain(s string) string {
	if !strings.ContainsAny(s, "<&") {
		return strings.TrimSpace(squeeze(s))
	}
	var b strings.Builder
	hidden := "" // the element whose content is passed over
	for s != "" {
		text, tag, rest := nextTag(s)
		if hidden == "" {
			b.WriteString(html.UnescapeString(text))
		}
		s = rest
		name, closing := tagName(tag)
		switch {
		case hidden != "":
			if closing && name == hidden {
				hidden = ""
			}
		case !closing && (name == "script" || name == "style" || strings.Contains(tag, "quote-inline")):
			hidden = name
		default:
			b.WriteString(breakFor(name, closing))
		}
	}
	return strings.TrimSpace(squeeze(b.String()))
}

// nextTag cuts a text before its first tag and behind it. A sign that opens no tag is text.
func nextTag(s string) (text, tag, rest string) {
	from := 0
	for {
		at := strings.IndexByte(s[from:], '<')
		if at < 0 {
			return s, "", ""
		}
		at += from
		if at+1 < len(s) && (s[at+1] == '/' || s[at+1] == '!' || s[at+1]|0x20 >= 'a' && s[at+1]|0x20 <= 'z') {
			end := strings.IndexByte(s[at:], '>')
			if end < 0 {
				return s[:at], "", ""
			}
			return s[:at], s[at+1 : at+end], s[at+end+1:]
		}
		from = at + 1
	}
}

func tagName(tag string) (name string, closing bool) {
	tag, closing = strings.CutPrefix(tag, "/")
	if end := strings.IndexAny(tag, " \t\r\n/"); end >= 0 {
		tag = tag[:end]
	}
	return strings.ToLower(tag), closing
}

// breakFor is what stands for a tag in words alone.
func breakFor(name string, closing bool) string {
	switch name {
	case "br":
		return "\n"
	case "li":
		if closing {
			return ""
		}
		return "\n- "
	case "p", "div", "blockquote", "pre", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6":
		if closing {
			return "\n\n"
		}
		return "\n"
	}
	return ""
}

// squeeze leaves no more than one empty line between paragraphs.
func squeeze(s string) string {
	for strings.Contains(s, "\n\n\n") {
		s = strings.ReplaceAll(s, "\n\n\n", "\n\n")
	}
	return s
}
