// Package payments reads the files in which the Centers for Medicare & Medicaid Services publish what companies paid to clinicians (Open
// Payments): general, research and ownership files of any program year, by the names of their columns. Files have gigabytes and are read as
// a stream; of other people's rows nothing is held. It looks nothing up, and never decides who somebody is. Start at Read.
package payments

import (
	"strings"

	"bedside"
)

// The kinds of files.
const (
	General   = "general"
	Research  = "research"
	Ownership = "ownership"
)

// Who is whom rows are wanted of: by the National Provider Identifier, or by name.
type Who struct{ NPI, First, Last string }

// Check says what is missing to look for somebody.
func (w Who) Check() error {
	switch {
	case w.NPI == "" && (w.First == "" || w.Last == ""):
		return bedside.Errorf(bedside.CodeInvalid, "give your NPI, or your first and last name as the file would have them")
	case w.NPI != "" && !validNPI(w.NPI):
		return bedside.Errorf(bedside.CodeInvalid, "an NPI has ten digits and a check digit that fits; look at it once more")
	}
	return nil
}

// validNPI checks the length and the check digit (Luhn over the number behind the prefix 80840).
func validNPI(npi string) bool {
	if len(npi) != 10 || strings.Trim(npi, "0123456789") != "" {
		return false
	}
	sum := 24 // of the prefix
	for i := range npi {
		digit := int(npi[i] - '0')
		if i%2 == 0 {
			digit *= 2
			digit = digit/10 + digit%10
		}
		sum += digit
	}
	return sum%10 == 0
}

// Recipient is somebody in a row, as the company wrote them.
type Recipient struct {
	Profile   string `json:"profile,omitempty"` // the number that Open Payments gives a person
	NPI       string `json:"npi,omitempty"`
	First     string `json:"first,omitempty"`
	Last      string `json:"last,omitempty"`
	City      string `json:"city,omitempty"`
	State     string `json:"state,omitempty"`
	Specialty string `json:"specialty,omitempty"`
}

// Row is one payment, or one ownership.
type Row struct {
	Kind      string // General, Research or Ownership
	ID        string // Record_ID
	Year      int
	Company   string
	Nature    string
	Amount    int64 // in hundredths of a dollar
	Count     int   // how many payments it stands for
	Disputed  bool
	Products  []string
	Recipient Recipient
}

// Report says what became of a file.
type Report struct {
	Kind    string    `json:"kind"`
	Found   int       `json:"found"`  // rows in the file
	Read    int       `json:"read"`   // rows about the one who was looked for
	Others  int       `json:"others"` // rows about somebody else
	Skipped []Skipped `json:"skipped,omitempty"`
}

// Skipped is how many rows could not be read, and why.
type Skipped struct {
	Reason string `json:"reason"`
	Count  int    `json:"count"`
}

func (r *Report) skip(reason string) {
	for i := range r.Skipped {
		if r.Skipped[i].Reason == reason {
			r.Skipped[i].Count++
			return
		}
	}
	r.Skipped = append(r.Skipped, Skipped{reason, 1})
}
