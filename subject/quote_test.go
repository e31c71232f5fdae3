package subject_test

import "testing"

func TestSlurQuoted(t *testing.T) {
	t.Parallel()
	checkAbout(t, []about{
		{"to condemn it, next sentence", "\"Frequent flyer\" is a label that harms. We should stop.", "Frequent flyer: quoted group 1"},
		{"to ask for better", "Please stop saying \"drug seeker\" about people in pain.", "drug seeker: quoted other 1"},
		{"said, not quoted", "The gomer in bed 3 is back.", "gomer: patient 1"},
		{"quoted and not condemned", "\"Gomer\" in bed 3 again lol", "bed 3: patient 1"},
		{"what identifies stays", "Calling a man \"the junkie in bed 4\" is cruel.", "bed 4: patient 1"},
	})
}

func TestRetweets(t *testing.T) {
	t.Parallel()
	checkAbout(t, []about{
		{"bed", "RT @jo: My patient in bed 4 has TB", "bed 4: other 1; TB: other 1"},
		{"death", "RT @nurse_jo: my patient with leprosy died today", "leprosy: other 1; died: other 1"},
	})
}
