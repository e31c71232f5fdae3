package app

import (
	"cmp"
	"context"
	"io"
	"slices"
	"strconv"
	"time"

	"bedside"
	"bedside/internal/payments"
	"bedside/internal/store"
)

// The states of an import of payments.
const (
	PaymentsRead = "read" // looked at, nothing kept of it yet
	PaymentsKept = "kept"
)

// Payments is what was found about somebody in one file of Open Payments.
type Payments struct {
	Who        payments.Who         `json:"who"`
	Report     payments.Report      `json:"report"`
	Recipients []payments.Recipient `json:"recipients"` // everybody of that name or number
	Found      []Payment            `json:"found"`
}

// Payment is what one company paid one person in one year for one reason.
type Payment struct {
	Recipient int      `json:"recipient"` // in Payments.Recipients
	Company   string   `json:"company"`
	Products  []string `json:"products,omitempty"`
	Paid
}

// mostPayments bounds what one import can hold: a name that thousands share is no way to find somebody.
const mostPayments = 20000

// ReadPayments reads a file for what it has about somebody, and keeps that for the person to look at. No interest is added yet.
func (i Interests) ReadPayments(ctx context.Context, file io.Reader, who payments.Who) (Kept[Payments], error) {
	sum := paymentSum{at: map[paymentKey]int{}}
	report, err := payments.Read(ctx, file, who, sum.add)
	if err != nil {
		return Kept[Payments]{}, err
	}
	found := Payments{Who: who, Report: report, Recipients: sum.recipients, Found: sum.found}
	slices.SortStableFunc(found.Found, func(a, b Payment) int {
		return cmp.Or(cmp.Compare(a.Company, b.Company), cmp.Compare(a.Year, b.Year), cmp.Compare(a.Nature, b.Nature))
	})
	return i.imports().Put(ctx, Kept[Payments]{Record: store.Record{State: PaymentsRead, At: i.app.Now(), Due: i.app.Now().Add(removedFor)}, Noun: found})
}

func (i Interests) imports() Shelf[Payments] {
	return Shelf[Payments]{Store: i.app.Store, Owner: i.shelf.Owner, Kind: "payments"}
}

// Imports reads what was imported. What was only looked at is destroyed after a day.
func (i Interests) Imports(ctx context.Context) ([]Kept[Payments], error) {
	stale, err := i.app.Store.List(ctx, store.Filter{Owner: i.shelf.Owner, Kind: "payments", States: []string{PaymentsRead}, DueBefore: i.app.Now()})
	if err != nil {
		return nil, err
	}
	for _, r := range stale {
		if err := i.imports().Delete(ctx, r.ID); err != nil {
			return nil, err
		}
	}
	return i.imports().List(ctx, store.Filter{})
}

// Import reads one import.
func (i Interests) Import(ctx context.Context, id string) (Kept[Payments], error) {
	return i.imports().Find(ctx, id)
}

// paymentKey is what payments are added up by.
type paymentKey struct {
	recipient             int
	company, kind, nature string
	year                  int
}

// paymentSum adds up rows as they come.
type paymentSum struct {
	recipients []payments.Recipient
	found      []Payment
	at         map[paymentKey]int
}

func (s *paymentSum) add(row payments.Row) error {
	key := paymentKey{s.recipient(row.Recipient), row.Company, row.Kind, row.Nature, row.Year}
	at, ok := s.at[key]
	if !ok {
		if len(s.found) == mostPayments {
			return bedside.Errorf(bedside.CodeTooLarge, "more than %d sums fit that name; look by NPI instead", mostPayments)
		}
		at = len(s.found)
		s.at[key] = at
		s.found = append(s.found, Payment{Recipient: key.recipient, Company: row.Company, Paid: Paid{Kind: row.Kind, Year: row.Year, Nature: row.Nature}})
	}
	p := &s.found[at]
	p.Amount += row.Amount
	p.Count += row.Count
	for _, name := range row.Products {
		p.Products = with(p.Products, name)
	}
	return nil
}

// recipient is the place of somebody among the recipients. Rows with one profile number, or one NPI, are one person's.
func (s *paymentSum) recipient(r payments.Recipient) int {
	for i, known := range s.recipients {
		if r.Profile != "" && r.Profile == known.Profile || r.NPI != "" && r.NPI == known.NPI || r.Profile == "" && r.NPI == "" && r == known {
			return i
		}
	}
	s.recipients = append(s.recipients, r)
	return len(s.recipients) - 1
}

// with adds a word to a list that does not have it.
func with(list []string, word string) []string {
	if word == "" || slices.Contains(list, word) {
		return list
	}
	return append(list, word)
}

// KeepPayments adds what was found about the chosen recipients to the interests. A file that is read again replaces what it gave before.
func (i Interests) KeepPayments(ctx context.Context, id string, recipients []int) (companies int, err error) {
	imported, err := i.imports().Find(ctx, id)
	if err != nil {
		return 0, err
	}
	known, err := i.shelf.List(ctx, store.Filter{})
	if err != nil {
		return 0, err
	}
	changed := merge(known, imported, recipients)
	if len(changed) == 0 {
		return 0, bedside.Errorf(bedside.CodeInvalid, "nothing was chosen; choose which of the people found is you")
	}
	for k := range changed {
		changed[k] = i.record(changed[k])
	}
	if _, err := i.shelf.PutAll(ctx, changed); err != nil {
		return 0, err
	}
	imported.State, imported.Due, imported.Noun.Found = PaymentsKept, time.Time{}, nil // the interests have it now
	_, err = i.imports().Put(ctx, imported)
	return len(changed), err
}

// merge puts payments into the interests in their companies, and returns those that are new or changed.
func merge(known []Kept[Interest], imported Kept[Payments], recipients []int) []Kept[Interest] {
	var changed []Kept[Interest]
	place := func(company string) *Kept[Interest] {
		for k := range changed {
			if sameCompany(changed[k].Noun.Party, company) {
				return &changed[k]
			}
		}
		fresh := Kept[Interest]{Noun: Interest{Party: company, Kind: "payments", Source: "payments", Currency: "USD"}}
		for _, k := range known {
			if k.State != Removed && k.Noun.Source == "payments" && sameCompany(k.Noun.Party, company) {
				fresh = k
				fresh.Noun.Lines = slices.DeleteFunc(slices.Clone(k.Noun.Lines), func(p Paid) bool { return replaced(p, imported.Noun.Found) })
			}
		}
		changed = append(changed, fresh)
		return &changed[len(changed)-1]
	}
	for _, p := range imported.Noun.Found {
		if !slices.Contains(recipients, p.Recipient) {
			continue
		}
		k := place(p.Company)
		line := p.Paid
		line.Import = imported.ID
		k.Noun.Lines = append(k.Noun.Lines, line)
		for _, name := range p.Products {
			k.Noun.Products = with(k.Noun.Products, name)
		}
	}
	for k := range changed {
		changed[k].Noun.total()
		slices.Sort(changed[k].Noun.Products)
	}
	return changed
}

// sameCompany reports whether two names are one company's, but for its legal form.
func sameCompany(a, b string) bool { return fold(companyName(a)) == fold(companyName(b)) }

// replaced reports whether a line is of a kind and year that a newer file covers.
func replaced(p Paid, by []Payment) bool {
	return slices.ContainsFunc(by, func(n Payment) bool { return n.Kind == p.Kind && n.Year == p.Year })
}

// total adds up the lines of an interest, and takes its time from them.
func (i *Interest) total() {
	slices.SortStableFunc(i.Lines, func(a, b Paid) int { return cmp.Or(-cmp.Compare(a.Year, b.Year), cmp.Compare(a.Nature, b.Nature)) })
	i.Amount = 0
	for _, l := range i.Lines {
		i.Amount += l.Amount
	}
	if len(i.Lines) > 0 {
		i.Since, i.Until = strconv.Itoa(i.Lines[len(i.Lines)-1].Year)+"-01-01", strconv.Itoa(i.Lines[0].Year)+"-12-31"
	}
}

// UndoPayments takes out again what an import added. An interest that had nothing else goes with it.
func (i Interests) UndoPayments(ctx context.Context, id string) error {
	known, err := i.shelf.List(ctx, store.Filter{})
	if err != nil {
		return err
	}
	var left []Kept[Interest]
	var gone []string
	for _, k := range known {
		lines := slices.DeleteFunc(slices.Clone(k.Noun.Lines), func(p Paid) bool { return p.Import == id })
		switch {
		case len(lines) == len(k.Noun.Lines):
		case len(lines) == 0:
			gone = append(gone, k.ID)
		default:
			k.Noun.Lines = lines
			k.Noun.total()
			left = append(left, i.record(k))
		}
	}
	if len(left) > 0 {
		if _, err := i.shelf.PutAll(ctx, left); err != nil {
			return err
		}
	}
	if len(gone) > 0 {
		if err := i.shelf.Delete(ctx, gone...); err != nil {
			return err
		}
	}
	return i.imports().Delete(ctx, id)
}
