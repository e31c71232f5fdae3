package detect_test

import "testing"

func TestSpelledAddresses(t *testing.T) {
	t.Parallel()
	checkFound(t, scanners(), []found{
		{"spoken", "jane at example dot com", "email jane at example dot com"},
		{"set apart", "jane @ example.com", "email jane @ example.com; link example.com"},
		{"without its end", "janedoe99 at gmail", "email janedoe99 at gmail"},
		{"in brackets", "jane [at] example [dot] org", "email jane [at] example [dot] org"},
		{"half in brackets", "jane (at) example.org", "email jane (at) example.org; link example.org"},
		{"with more names", "jane.doe at mail dot example dot co dot uk", "email jane.doe at mail dot example dot co dot uk"},
		{"with an underscore said", "email jane underscore doe at example dot com", "email jane underscore doe at example dot com"},
		{"a site", "www dot example dot org", "link www dot example dot org"},
		{"a page", "example dot org slash help", "link example dot org"},
		{"where something is", "see it at example.org", "link example.org"},
		{"everyday words", "the patient will reading at long dot com", ""},
		{"dots that are none", "connect the dot org chart, meet at noon dot", ""},
	})
}

func TestMachineAddresses(t *testing.T) {
	t.Parallel()
	checkFound(t, scanners(), []found{
		{"version 4", "at 192.168.1.10", "ip_address 192.168.1.10"},
		{"version 6", "6e40:4041:c617:e898:c11:40d2:c669:2eb4", "ip_address 6e40:4041:c617:e898:c11:40d2:c669:2eb4"},
		{"version 6, short", "fe80:db8::ff00:42:8329", "ip_address fe80:db8::ff00:42:8329"},
		{"versions of programs", "version 1.2.3.4, v10.0.19.1", ""},
		{"times and ratios", "10:30:45, 2:1, 1:2:3:4:5:6:7", ""},
	})
}
