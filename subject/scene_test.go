package subject_test

import "testing"

// TestScene: a room or a day belongs to everybody who is in it; somebody who is named later takes it from nobody.
func TestScene(t *testing.T) {
	t.Parallel()
	checkAbout(t, []about{
		{
			"a name behind", "Diabetic and deaf, will only have his insulin with ham. Took four of us this morning in side room 3.\n\nMrs Alvarez.",
			"Diabetic: patient 1; room 3: patient 1 and patient 2; this morning: patient 1 and patient 2",
		},
		{"nobody new", "Diabetic and deaf, will only have his insulin with ham. Took four of us this morning in side room 3.", "Diabetic: patient 1; room 3: patient 1"},
	})
}
