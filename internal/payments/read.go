package payments

import (
	"bufio"
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"bedside"
)

// pause is how many rows are read between two looks at whether anybody still waits.
const pause = 1 << 14

// Read hands on every row of a file that is about somebody. The rows of others are counted.
func Read(ctx context.Context, from io.Reader, who Who, hand func(Row) error) (Report, error) {
	if err := who.Check(); err != nil {
		return Report{}, err
	}
	rows, err := table(from)
	if err != nil {
		return Report{}, err
	}
	header, err := rows.Read()
	if err != nil {
		return Report{}, unreadable(err)
	}
	c, err := columnsOf(header)
	if err != nil {
		return Report{}, err
	}
	if who.NPI != "" && !slices.ContainsFunc(c.people, func(p person) bool { return p.npi >= 0 }) {
		return Report{}, bedside.Errorf(bedside.CodeInvalid, "this file has no column of NPIs, as files of early years; look by name instead")
	}
	out := Report{Kind: c.kind}
	for {
		if out.Found%pause == 0 && ctx.Err() != nil {
			return out, ctx.Err()
		}
		cells, err := rows.Read()
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err := take(c, cells, err, who, &out, hand); err != nil {
			return out, err
		}
	}
}

// take counts one row, and hands it on where it is wanted.
func take(c columns, cells []string, fault error, who Who, out *Report, hand func(Row) error) error {
	_, torn := errors.AsType[*csv.ParseError](fault)
	if fault != nil && !torn {
		return unreadable(fault)
	}
	out.Found++
	if torn {
		out.skip("quotation marks that do not match")
		return nil
	}
	if len(cells) != c.width {
		out.skip("more or fewer cells than the first row")
		return nil
	}
	p, ok := c.find(cells, who)
	if !ok {
		out.Others++
		return nil
	}
	row, reason := c.row(cells, p)
	if reason != "" {
		out.skip(reason)
		return nil
	}
	out.Read++
	return hand(row)
}

// table opens a file of comma-separated values.
func table(from io.Reader) (*csv.Reader, error) {
	b := bufio.NewReaderSize(from, 1<<20)
	head, err := b.Peek(4)
	if len(head) == 0 {
		return nil, unreadable(err)
	}
	if bytes.HasPrefix(head, []byte("PK\x03\x04")) {
		return nil, bedside.Errorf(bedside.CodeInvalid, "this is a zip file; unpack it, and choose one of the files in it whose name ends in .csv")
	}
	if bytes.HasPrefix(head, []byte("\xef\xbb\xbf")) {
		_, _ = b.Discard(3)
	}
	rows := csv.NewReader(b)
	rows.FieldsPerRecord, rows.ReuseRecord, rows.LazyQuotes = -1, true, true
	return rows, nil
}

func unreadable(err error) error {
	if errors.Is(err, io.EOF) || err == nil {
		return bedside.Errorf(bedside.CodeInvalid, "the file is empty; choose another one")
	}
	if _, ok := errors.AsType[*csv.ParseError](err); ok {
		return bedside.Errorf(bedside.CodeInvalid, "the file is no table of comma-separated values; choose one whose name ends in .csv")
	}
	return err // of whoever handed the file over
}

// find tells where in a row somebody stands.
func (c *columns) find(cells []string, who Who) (person, bool) {
	for _, p := range c.people {
		if who.NPI != "" && p.npi >= 0 && strings.TrimSpace(cells[p.npi]) == who.NPI {
			return p, true
		}
		if who.NPI == "" && p.last >= 0 && p.first >= 0 && sameName(cells[p.last], who.Last) && sameName(cells[p.first], who.First) {
			return p, true
		}
	}
	return person{}, false
}

func sameName(a, b string) bool { return strings.EqualFold(strings.TrimSpace(a), strings.TrimSpace(b)) }

// row reads the cells that are wanted. reason says why it cannot.
func (c *columns) row(cells []string, p person) (row Row, reason string) {
	cell := func(i int) string {
		if i < 0 {
			return ""
		}
		return strings.Clone(strings.TrimSpace(cells[i])) // the row's memory is used again
	}
	amount, ok := dollars(cell(c.amount))
	if !ok {
		return row, "an amount that is no number"
	}
	row = Row{
		Kind: c.kind, ID: cell(c.record), Company: cell(c.company), Nature: cell(c.nature), Amount: amount, Count: 1,
		Recipient: Recipient{Profile: cell(p.profile), NPI: cell(p.npi), First: cell(p.first), Last: cell(p.last), City: cell(c.city), State: cell(c.state), Specialty: cell(p.specialty)},
	}
	if row.Company == "" {
		row.Company = cell(c.submitter)
	}
	if row.Company == "" {
		return row, "no company"
	}
	if row.Year, ok = year(cell(c.year), cell(c.date)); !ok {
		return row, "no year"
	}
	if n, err := strconv.Atoi(cell(c.count)); err == nil && n > 0 {
		row.Count = n
	}
	switch c.kind {
	case Research:
		row.Nature = "Research"
	case Ownership:
		row.Nature = "Ownership or investment"
	}
	row.Disputed = strings.EqualFold(cell(c.dispute), "yes")
	for _, i := range c.products {
		if name := cell(i); isProduct(name) && !slices.Contains(row.Products, name) {
			row.Products = append(row.Products, name)
		}
	}
	return row, ""
}

// dollars reads an amount to the cent.
func dollars(s string) (int64, bool) {
	s = strings.NewReplacer("$", "", ",", "").Replace(s)
	f, err := strconv.ParseFloat(s, 64)
	if err != nil || math.IsNaN(f) || math.Abs(f) > 1e12 {
		return 0, false
	}
	return int64(math.Round(f * 100)), true
}

// year is the program year, or that of the payment.
func year(program, date string) (int, bool) {
	if y, err := strconv.Atoi(program); err == nil && y > 1900 && y < 3000 {
		return y, true
	}
	for _, layout := range []string{"01/02/2006", time.DateOnly, "1/2/2006"} {
		if t, err := time.Parse(layout, date); err == nil {
			return t.Year(), true
		}
	}
	return 0, false
}

// isProduct reports whether a cell names a product.
func isProduct(name string) bool {
	switch strings.ToLower(name) {
	case "", "n/a", "na", "none", "no product", "non-covered product", "various", "other", "unknown":
		return false
	}
	return true
}
