package server

import (
	"context"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"bedside/internal/app"
	"bedside/internal/payments"
)

func (s *Server) interestsRoutes(mux *http.ServeMux) {
	s.binRoutes(mux, "/interests", "/interests", func() bin { return s.app.Interests() })
	mux.HandleFunc("GET /interests", s.keeping(s.interests))
	keep := kept(s, recordForm[app.Interest]{
		"/interests", interestOf, func() recordShelf[app.Interest] { return s.app.Interests() }, s.showInterest,
		"Kept on this computer. Drafts are matched with it from now on.",
	})
	mux.HandleFunc("POST /interests", keep)
	mux.HandleFunc("GET /interests/new", s.keeping(s.interestNew))
	mux.HandleFunc("GET /interests/{id}", s.keeping(s.interest))
	mux.HandleFunc("POST /interests/{id}", keep)
	mux.HandleFunc("GET /payments", s.keeping(s.paymentsForm))
	mux.HandleFunc("POST /payments", s.keeping(s.paymentsRead))
	mux.HandleFunc("GET /payments/{id}", s.keeping(s.paymentsFound))
	mux.HandleFunc("POST /payments/{id}", s.keeping(s.paymentsKept))
	mux.HandleFunc("POST /payments/{id}/undo", s.keeping(s.paymentsUndone))
}

// interestsRoom is the list of ties, and what was imported.
type interestsRoom struct {
	Current, Ended, Removed []app.Kept[app.Interest]
	Imports                 []app.Kept[app.Payments]
}

func (s *Server) interests(w http.ResponseWriter, r *http.Request) error {
	kept, err := s.app.Interests().List(r.Context())
	if err != nil {
		return err
	}
	var room interestsRoom
	for _, k := range kept {
		switch k.State {
		case app.Removed:
			room.Removed = append(room.Removed, k)
		case app.InterestEnded:
			room.Ended = append(room.Ended, k)
		default:
			room.Current = append(room.Current, k)
		}
	}
	if room.Imports, err = s.app.Interests().Imports(r.Context()); err != nil {
		return err
	}
	s.show(w, r, http.StatusOK, "interests", page{Title: "Interests", Room: "interests", Body: room})
	return nil
}

// interestPage is one tie: its form, what was paid, and a line to disclose it.
type interestPage struct {
	Kept     app.Kept[app.Interest]
	Sections []section
	Problems []app.Problem
}

func (s *Server) interestNew(w http.ResponseWriter, r *http.Request) error {
	return s.showInterest(w, r, http.StatusOK, anew(app.Interest{}), nil)
}

func (s *Server) interest(w http.ResponseWriter, r *http.Request) error {
	k, err := s.app.Interests().Find(r.Context(), r.PathValue("id"))
	if err != nil {
		return err
	}
	return s.showInterest(w, r, http.StatusOK, k, nil)
}

func (s *Server) showInterest(w http.ResponseWriter, r *http.Request, status int, k app.Kept[app.Interest], problems []app.Problem) error {
	title := "An interest"
	if k.Version == 0 {
		title = "A new interest"
	}
	body := interestPage{Kept: k, Sections: marked(interestSections(&k.Noun), problems), Problems: problems}
	s.show(w, r, status, "interest", page{Title: title, Room: "interests", Body: &body})
	return nil
}

func interestSections(i *app.Interest) []section {
	kinds := []choice{{"", "Not said"}}
	known := i.Kind == ""
	for _, k := range app.InterestKinds() {
		kinds = append(kinds, choice{k.ID, k.Label})
		known = known || k.ID == i.Kind
	}
	if !known {
		kinds = append(kinds, choice{i.Kind, i.Kind})
	}
	return []section{{"The tie", "What readers should know when you write about them.", []field{
		{Name: "party", Label: "To whom", Value: i.Party, Required: true, Hint: "The company, institution or person, by the name people use."},
		{Name: "kind", Label: "What kind", Value: i.Kind, Choices: kinds},
		{Name: "products", Label: "Their products that you might write about", Value: strings.Join(i.Products, "\n"), Rows: 3, Hint: "One a line. A draft that names one is matched with this tie."},
	}}, {"When and how much", "What you know; any field may stay empty.", []field{
		{Name: "since", Label: "Since", Value: i.Since, Type: "date"},
		{Name: "until", Label: "Until", Value: i.Until, Type: "date", Hint: "Empty while it goes on. It is matched for a year longer."},
		{Name: "amount", Label: "Amount in all", Value: amountOf(i.Amount)},
		{Name: "currency", Label: "Currency", Value: i.Currency, Hint: "Such as USD, CAD, GBP."},
		{Name: "note", Label: "Note to yourself", Value: i.Note, Rows: 2},
	}}}
}

// amountOf writes an amount as its field holds it.
func amountOf(hundredths int64) string {
	if hundredths == 0 {
		return ""
	}
	return strconv.FormatFloat(float64(hundredths)/100, 'f', -1, 64)
}

// interestOf reads an interest from its form.
func interestOf(v url.Values) (app.Interest, []app.Problem) {
	i := app.Interest{
		Party: v.Get("party"), Kind: v.Get("kind"), Since: v.Get("since"), Until: v.Get("until"), Currency: strings.ToUpper(v.Get("currency")), Note: v.Get("note"),
	}
	for line := range strings.SplitSeq(v.Get("products"), "\n") {
		if line = strings.TrimSpace(line); line != "" {
			i.Products = append(i.Products, line)
		}
	}
	var ok bool
	if i.Amount, ok = app.Hundredths(v.Get("amount")); !ok {
		return i, []app.Problem{{Field: "amount", Message: "Write the amount in figures, such as 2400 or 2,400.50."}}
	}
	return i, nil
}

// largestPayments is the most bytes of a file of payments: the files of a year have some seven gigabytes.
const largestPayments = 64 << 30

// paymentsPage asks for a file, and says what was wrong with the one before.
type paymentsPage struct {
	Who     payments.Who
	Problem string
}

func (s *Server) paymentsForm(w http.ResponseWriter, r *http.Request) error {
	s.show(w, r, http.StatusOK, "payments-form", page{Title: "Payments that were reported", Room: "interests", Body: paymentsPage{}})
	return nil
}

// paymentsRead reads a file as it arrives, and shows what it has about the person.
func (s *Server) paymentsRead(w http.ResponseWriter, r *http.Request) error {
	var who payments.Who
	var found app.Kept[app.Payments]
	err := upload(w, r, largestPayments, func(ctx context.Context, fields url.Values, _ string, file io.Reader) (err error) {
		who = payments.Who{First: fields.Get("first"), Last: fields.Get("last")}
		if fields.Get("by") != "name" {
			who = payments.Who{NPI: strings.ReplaceAll(fields.Get("npi"), " ", "")}
		}
		found, err = s.app.Interests().ReadPayments(ctx, file, who)
		return err
	})
	if err != nil {
		e := shown(err)
		s.show(w, r, statusOf(e.Code), "payments-form", page{Title: "Payments that were reported", Room: "interests", Body: paymentsPage{who, sentence(e.Message)}})
		return nil
	}
	return redirect(w, r, "/payments/"+found.ID)
}

// paymentsFound shows what one file has about everybody of a name or number.
func (s *Server) paymentsFound(w http.ResponseWriter, r *http.Request) error {
	k, err := s.app.Interests().Import(r.Context(), r.PathValue("id"))
	if err != nil {
		return err
	}
	s.show(w, r, http.StatusOK, "payments", page{Title: "What was found", Room: "interests", Body: &k})
	return nil
}

func (s *Server) paymentsKept(w http.ResponseWriter, r *http.Request) error {
	v, err := fieldsOf(r)
	if err != nil {
		return err
	}
	var chosen []int
	for _, value := range v["recipient"] {
		if n, err := strconv.Atoi(value); err == nil {
			chosen = append(chosen, n)
		}
	}
	id := r.PathValue("id")
	n, err := s.app.Interests().KeepPayments(r.Context(), id, chosen)
	if err != nil {
		return err
	}
	s.done(w, r, "/interests", notice{Text: "Payments of " + plural(n, "company", "companies") + " are kept.", Undo: "/payments/" + id + "/undo"})
	return nil
}

func (s *Server) paymentsUndone(w http.ResponseWriter, r *http.Request) error {
	if err := s.app.Interests().UndoPayments(r.Context(), r.PathValue("id")); err != nil {
		return err
	}
	s.done(w, r, "/interests", notice{Text: "What that import added is out again."})
	return nil
}
