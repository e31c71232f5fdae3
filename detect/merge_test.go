package detect_test

import (
	"testing"

	"bedside/detect"
)

// TestMergedPatterns: patterns that end alike share their nodes, and none takes on what only the other may do.
func TestMergedPatterns(t *testing.T) {
	t.Parallel()
	d := withList(t, `
[condition]
swamp fever
bog fever
moor (red|blue|green|grey|pink) fever
heath (red|blue|green|grey|pink) ague
heath (red|blue|green|grey|pink) fever $
fen fever => a fever
marsh fever => an illness
tarn (red|blue|green|grey|pink) ..2 fever
mire (red|blue|green|grey|pink) ..1 <number> ague
mire (red|blue|green|grey|pink) <cap> fever
[procedure]
pond fever
! old pond fever
`)
	loaded, err := detect.Load(d.Store())
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct{ text, want string }{
		{"swamp fever and bog fever", "condition swamp fever; condition bog fever"},
		{"moor red fever, moor pink fever", "condition moor red fever; condition moor pink fever"},
		{"moor red ague", ""},
		{"heath red ague once", "condition heath red ague"},
		{"heath red fever", "condition heath red fever"},
		{"heath red fever once", ""},
		{"fen fever then marsh fever", "condition fen fever => a fever; condition marsh fever => an illness"},
		{"tarn red fever", "condition tarn red fever"},
		{"tarn pink and sweet fever", "condition tarn pink and sweet fever"},
		{"tarn pink and very sweet fever", ""},
		{"tarn pink. Fever", ""},
		{"mire red for 3 ague", "condition mire red for 3 ague"},
		{"mire red Moor fever", "condition mire red Moor fever"},
		{"mire red moor fever", ""},
		{"pond fever", "procedure pond fever"},
		{"old pond fever", ""},
	}
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			t.Parallel()
			if got := show(d, tt.text); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
			if got := show(loaded, tt.text); got != tt.want {
				t.Errorf("loaded, got %q, want %q", got, tt.want)
			}
		})
	}
}
