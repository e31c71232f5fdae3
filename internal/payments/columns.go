package payments

import (
	"strconv"
	"strings"

	"bedside"
)

// columns are where the file has what; -1 where it has it not. Names have changed over the years, and so has their order.
type columns struct {
	kind                string
	width               int
	record, year        int
	company, submitter  int
	amount, count, date int
	nature, dispute     int
	city, state         int
	people              []person
	products            []int
}

// person is one place in a row where somebody stands: the recipient, or an investigator of a study.
type person struct{ profile, npi, first, last, specialty int }

// columnsOf reads the first row of a file.
func columnsOf(header []string) (columns, error) {
	at := map[string]int{}
	for i, name := range header {
		at[plain(name)] = i
	}
	find := func(names ...string) int {
		for _, n := range names {
			if i, ok := at[plain(n)]; ok {
				return i
			}
		}
		return -1
	}
	c := columns{
		width: len(header), record: find("Record_ID"), year: find("Program_Year"),
		company:   find("Applicable_Manufacturer_or_Applicable_GPO_Making_Payment_Name"),
		submitter: find("Submitting_Applicable_Manufacturer_or_Applicable_GPO_Name"),
		amount:    find("Total_Amount_of_Payment_USDollars", "Total_Amount_Invested_USDollars"),
		count:     find("Number_of_Payments_Included_in_Total_Amount"), date: find("Date_of_Payment"),
		nature: find("Nature_of_Payment_or_Transfer_of_Value"), dispute: find("Dispute_Status_for_Publication"),
		city: find("Recipient_City"), state: find("Recipient_State"),
	}
	c.people = peopleOf(find)
	c.products = productsOf(find)
	c.kind = kindOf(find)
	if c.kind == "" || c.amount < 0 || c.company < 0 && c.submitter < 0 || len(c.people) == 0 {
		return c, bedside.Errorf(bedside.CodeInvalid, "this is no file of payments: the columns of a general, research or ownership file of Open Payments are not there")
	}
	return c, nil
}

// plain writes a column’s name so that all years and tools agree on it: with or without capitals, lines and blanks.
func plain(name string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'A' && r <= 'Z':
			return r + 'a' - 'A'
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			return r
		default:
			return -1
		}
	}, name)
}

// kindOf tells the kind of a file from the columns that only one kind has.
func kindOf(find func(...string) int) string {
	switch {
	case find("Total_Amount_Invested_USDollars") >= 0:
		return Ownership
	case find("Principal_Investigator_1_Last_Name", "Name_of_Study", "Context_of_Research") >= 0:
		return Research
	case find("Nature_of_Payment_or_Transfer_of_Value") >= 0:
		return General
	default:
		return ""
	}
}

// mostInvestigators and mostProducts are how many a row can name.
const (
	mostInvestigators = 5
	mostProducts      = 5
)

func peopleOf(find func(...string) int) []person {
	both := func(rest string) int { return find("Covered_Recipient_"+rest, "Physician_"+rest) }
	people := []person{{both("Profile_ID"), both("NPI"), both("First_Name"), both("Last_Name"), find("Covered_Recipient_Specialty_1", "Physician_Specialty")}}
	for n := 1; n <= mostInvestigators; n++ {
		rest := "Principal_Investigator_" + strconv.Itoa(n) + "_"
		people = append(people, person{find(rest + "Profile_ID"), find(rest + "NPI"), find(rest + "First_Name"), find(rest + "Last_Name"), find(rest+"Specialty", rest+"Specialty_1")})
	}
	known := people[:0]
	for _, p := range people {
		if p.last >= 0 || p.npi >= 0 {
			known = append(known, p)
		}
	}
	return known
}

// productsOf finds the columns of products: up to 2015 medicines and devices apart, since then together.
func productsOf(find func(...string) int) []int {
	var out []int
	for n := 1; n <= mostProducts; n++ {
		number := strconv.Itoa(n)
		for _, name := range []string{
			"Name_of_Drug_or_Biological_or_Device_or_Medical_Supply_", "Name_of_Associated_Covered_Drug_or_Biological", "Name_of_Associated_Covered_Device_or_Medical_Supply",
		} {
			if i := find(name + number); i >= 0 {
				out = append(out, i)
			}
		}
	}
	return out
}
