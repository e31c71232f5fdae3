package subject_test

import "testing"

// TestTopic: an illness that everybody talks about is nobody's, unless somebody has it.
func TestTopic(t *testing.T) {
	t.Parallel()
	checkNoPatient(t, map[string]string{
		"a bill":          "In the wake of the coronavirus, Sen Carla Whitmore introduces a bill on masks.",
		"an outbreak":     "Measles outbreak two counties over. Thank you Dolores Finch for the phone bank.",
		"awareness":       "Lupus awareness month, and Petra Lund runs for it again.",
		"coverage":        "So Rick, you think the flu coverage is fair?",
		"passed on":       "A man in Porto has Ebola, he was on three trains. https://example.org/porto",
		"a link, no more": "Ruth Agbaje has measles and wrote about it: https://example.org/ruth",
	})
	checkAbout(t, []about{
		{"has it", "Mrs Finch has covid and cannot stop singing, ward 6 loves it.", "Mrs Finch: patient 1; covid: patient 1"},
		{"positive", "A man in bay 2, flu positive, asked me for chips today.", "A man: patient 1; flu: patient 1"},
		{"own link", "Our lady in bed 4 has covid and a song: https://example.org/song", "lady: patient 1"},
	})
}
