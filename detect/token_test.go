package detect_test

import "testing"

func TestTokens(t *testing.T) {
	t.Parallel()
	checkFound(t, scanners(), []found{
		{"handle", "thanks @drjane", "handle @drjane"},
		{"email", "write to jane@x.org", "email jane@x.org"},
		{"links", "https://x.org/a www.x.org bit.ly/abc", "link https://x.org/a; link www.x.org; link bit.ly/abc"},
		{"internet address", "at 192.168.1.10", "ip_address 192.168.1.10"},
		{"no internet address", "999.1.1.1 and 1.2.3", ""},
		{"an emoji and a tag", "😀 #nightshift", ""},
		{"nothing", "", ""},
		{"blanks", " \n\t ", ""},
	})
}
