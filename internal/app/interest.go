package app

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"bedside"
)

// The states of an interest.
const (
	InterestCurrent = "current"
	InterestEnded   = "ended"
)

// Interest is a tie to somebody whom a draft may speak of: money, work, shares, family.
type Interest struct {
	Party    string   `json:"party"`
	Kind     string   `json:"kind,omitempty"` // one of InterestKinds, or in words of one's own
	Since    string   `json:"since,omitempty"`
	Until    string   `json:"until,omitempty"`    // the last day; empty: it goes on
	Amount   int64    `json:"amount,omitempty"`   // in hundredths of the currency
	Currency string   `json:"currency,omitempty"` // ISO 4217
	Products []string `json:"products,omitempty"`
	Note     string   `json:"note,omitempty"`
	Source   string   `json:"source,omitempty"` // payments: read from Open Payments; empty: written by hand
	Lines    []Paid   `json:"lines,omitempty"`  // what was paid, by year and nature
}

// Paid is what one company reported of one year and nature.
type Paid struct {
	Kind   string `json:"kind"` // of the file: general, research or ownership
	Year   int    `json:"year"`
	Nature string `json:"nature"`
	Amount int64  `json:"amount"` // in hundredths of a dollar
	Count  int    `json:"count"`
	Import string `json:"import,omitempty"` // the import it came with
}

// InterestKind is a usual kind of interest, with the line of disclosure that says it. PARTY stands for the party.
type InterestKind struct{ ID, Label, Line string }

// InterestKinds lists the usual kinds.
func InterestKinds() []InterestKind {
	return []InterestKind{
		{"speaking", "Speaker’s fee", "Disclosure: PARTY has paid me to speak."},
		{"consulting", "Consulting or advisory board", "Disclosure: I advise PARTY for a fee."},
		{"research", "Research funding", "Disclosure: PARTY funds research of mine."},
		{"employment", "Employment", "Disclosure: I work for PARTY."},
		{"shares", "Shares or ownership", "Disclosure: I own a part of PARTY."},
		{"royalties", "Royalties or a patent", "Disclosure: I earn royalties from PARTY."},
		{"sponsorship", "Paid partnership or sponsored posts", "Paid partnership with PARTY."},
		{"affiliate", "A code or link that pays", "Advertisement: PARTY pays me when you buy through this link or code."},
		{"gift", "Gift, meal, travel, free product", "Disclosure: I had gifts, meals or travel from PARTY."},
		{"family", "A relative’s tie", "Disclosure: a close relative of mine has a tie to PARTY."},
		{"membership", "Unpaid office or membership", "Disclosure: I hold an unpaid office with PARTY."},
		{"payments", "Payments reported to Open Payments", "Disclosure: PARTY has reported payments to me."},
	}
}

// kindOf is the usual kind with an id; one that says only that there is a tie for words of one's own.
func kindOf(id string) InterestKind {
	for _, k := range InterestKinds() {
		if k.ID == id {
			return k
		}
	}
	return InterestKind{id, id, "Disclosure: I have a tie to PARTY."}
}

// KindLabel is the kind as people read it.
func (i *Interest) KindLabel() string { return kindOf(i.Kind).Label }

// Line is a line of disclosure that can stand first in a post: what comes first is read, what stands in a bio is not.
func (i *Interest) Line() string { return strings.ReplaceAll(kindOf(i.Kind).Line, "PARTY", i.Party) }

// Money is the amount as people read it; empty where none is known.
func (i *Interest) Money() string {
	if i.Amount == 0 {
		return ""
	}
	return strings.TrimSpace(i.Currency + " " + money(i.Amount))
}

// Hundredths reads an amount as people write it; empty is none.
func Hundredths(s string) (int64, bool) {
	s = strings.NewReplacer(",", "", " ", "", "$", "", "£", "", "€", "").Replace(s)
	if s == "" {
		return 0, true
	}
	f, err := strconv.ParseFloat(s, 64)
	if err != nil || !(f >= 0 && f < 1e12) {
		return 0, false
	}
	return int64(math.Round(f * 100)), true
}

// money writes hundredths with thousands set apart.
func money(hundredths int64) string {
	whole := thousands(hundredths / 100)
	if rest := hundredths % 100; rest != 0 {
		whole += "." + strconv.FormatInt(100+rest, 10)[1:]
	}
	return whole
}

// thousands writes a number with its thousands set apart.
func thousands(n int64) string {
	s := strconv.FormatInt(n, 10)
	for at := len(s) - 3; at > 0; at -= 3 {
		s = s[:at] + "," + s[at:]
	}
	return s
}

// Money is what was paid as people read it.
func (p Paid) Money() string { return "USD " + money(p.Amount) }

// State tells whether an interest goes on. One that has ended is disclosed for another year: readers would still want to know.
func (i *Interest) State(now time.Time) string {
	if until, ok := dayOf(i.Until); ok && until.AddDate(1, 0, 1).Before(now) {
		return InterestEnded
	}
	return InterestCurrent
}

// Problems are the fields that cannot be kept as they are.
func (i *Interest) Problems() []Problem {
	var p problems
	p.fit(mostLine, "party", i.Party, "kind", i.Kind, "currency", i.Currency)
	p.fit(mostPassage, "note", i.Note, "products", strings.Join(i.Products, "\n"))
	p.want("party", i.Party, "Say whom the tie is to: a company, an institution, a person.")
	p.day("since", i.Since)
	p.day("until", i.Until)
	if i.Since != "" && i.Until != "" && i.Until < i.Since {
		p = append(p, Problem{"until", "This is before it began."})
	}
	return p
}

// values are the interest as a check takes it, for a draft with certain words. One written by hand is always told: there are few, and the
// check decides. One that was imported is told where the draft names the company or a product of its own: there may be hundreds, and
// many companies are called after towns and people.
func (i *Interest) values(words string) []bedside.Interest {
	value := bedside.Interest{Party: i.Party, Kind: i.Kind, Since: i.Since, Amount: float64(i.Amount) / 100}
	var out []bedside.Interest
	if i.Source == "" || names(words, companyName(i.Party)) {
		out = append(out, value)
	}
	for _, p := range i.Products {
		if names(words, p) {
			product := value
			product.Party = p
			out = append(out, product)
		}
	}
	return out
}

// names reports whether words, folded by fold, hold a name as a whole.
func names(words, name string) bool {
	name = fold(name)
	return len(name) >= 5 && strings.Contains(words, name) // three letters between blanks
}

// fold writes words in small letters with one blank around each.
func fold(s string) string {
	words := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return r < '0' || r > '9' && r < 'a' || r > 'z' && r < 0x80 || r == '’' || r == '“' || r == '”' || r == '–' || r == '—' || r == '®' || r == '™'
	})
	return " " + strings.Join(words, " ") + " "
}

// companyName is a company's name without its legal form and country.
func companyName(party string) string {
	words := strings.Fields(strings.NewReplacer(",", " ", ".", "", "(", " ", ")", " ").Replace(party))
	for len(words) > 1 && slices.Contains(legalForms(), strings.ToLower(words[len(words)-1])) {
		words = words[:len(words)-1]
	}
	return strings.Join(words, " ")
}

// legalForms are ends of companies' names that nobody says.
func legalForms() []string {
	return []string{"inc", "llc", "lp", "ltd", "corp", "corporation", "company", "co", "plc", "sa", "ag", "gmbh", "nv", "bv", "pharmaceuticals", "pharmaceutical", "pharma", "us", "usa", "na", "america", "americas", "of", "north", "services", "sales", "holdings", "international", "incorporated", "limited", "kgaa", "se", "and", "&"}
}
