package mastodon_test

import (
	"strings"
	"testing"

	"bedside/internal/archive/mastodon"
)

func TestPlain(t *testing.T) {
	t.Parallel()
	tests := map[string]struct{ html, want string }{
		"no tags":                    {"Tea for two", "Tea for two"},
		"entities":                   {"a &amp; b &lt;3 &quot;c&quot; &#39;d&#39;", `a & b <3 "c" 'd'`},
		"paragraphs":                 {"<p>One</p><p>Two<br/>three</p>", "One\n\nTwo\nthree"},
		"lists":                      {"<ul><li>a</li><li>b</li></ul>", "- a\n- b"},
		"a sign that is none":        {"<p>2 < 3 and 4 > 3</p>", "2 < 3 and 4 > 3"},
		"scripts":                    {"a<script>alert('x')</script>b<style>p{}</style>c", "abc"},
		"a stand-in for a quotation": {`<p class="quote-inline">RE: <a href="https://a.example">https://a.example</a></p><p>Well said</p>`, "Well said"},
		"a tag left open":            {"words <a href=", "words"},
		"tags in capitals":           {"<P>One</P><BR>two", "One\n\ntwo"},
		"nothing":                    {"<p></p>", ""},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got := mastodon.Plain(test.html); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func FuzzPlain(f *testing.F) {
	f.Add("<p>One<br>two &amp; three</p>")
	f.Fuzz(func(t *testing.T, s string) {
		if got := mastodon.Plain(s); len(got) > 3*len(s)+8 || strings.Contains(got, "\n\n\n") {
			t.Errorf("%d bytes became %d", len(s), len(got))
		}
	})
}
