package payments_test

import (
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bedside"
	"bedside/internal/payments"
)

// The columns of files of several program years, as far as rows are read by them, with some that are not. Names and order differ on purpose.
const (
	general2014 = `General_Transaction_ID,Program_Year,Payment_Publication_Date,Submitting_Applicable_Manufacturer_or_Applicable_GPO_Name,Covered_Recipient_Type,Physician_Profile_ID,Physician_First_Name,Physician_Last_Name,Recipient_City,Recipient_State,Physician_Specialty,Product_Indicator,Name_of_Associated_Covered_Drug_or_Biological1,Name_of_Associated_Covered_Device_or_Medical_Supply1,Applicable_Manufacturer_or_Applicable_GPO_Making_Payment_Name,Dispute_Status_for_Publication,Total_Amount_of_Payment_USDollars,Date_of_Payment,Number_of_Payments_Included_in_Total_Amount,Nature_of_Payment_or_Transfer_of_Value,Record_ID
x,2014,06/30/2015,Orlan Labs,Covered Recipient Physician,811,ADAEZE,LIND,Larkfield,MD,Cardiology,Covered,ORLAVIX,,Orlan Laboratories Inc.,No,18.42,03/11/2014,1,Food and Beverage,1
x,2014,06/30/2015,Orlan Labs,Covered Recipient Physician,902,Bram,Oduya,Reedport,MD,Surgery,Covered,ORLAVIX,,Orlan Laboratories Inc.,No,99.00,03/12/2014,1,Food and Beverage,2
`
	general2023 = `"Change_Type","Covered_Recipient_Type","Covered_Recipient_Profile_ID","Covered_Recipient_NPI","Covered_Recipient_First_Name","Covered_Recipient_Last_Name","Recipient_City","Recipient_State","Covered_Recipient_Specialty_1","Submitting_Applicable_Manufacturer_or_Applicable_GPO_Name","Applicable_Manufacturer_or_Applicable_GPO_Making_Payment_Name","Total_Amount_of_Payment_USDollars","Date_of_Payment","Number_of_Payments_Included_in_Total_Amount","Nature_of_Payment_or_Transfer_of_Value","Record_ID","Dispute_Status_for_Publication","Name_of_Drug_or_Biological_or_Device_or_Medical_Supply_1","Name_of_Drug_or_Biological_or_Device_or_Medical_Supply_2","Program_Year"
"NEW","Covered Recipient Physician","811","1234567893","Adaeze","Lind","Larkfield","MD","Cardiology","Orlan","Orlan Laboratories, Inc.","2400.00","05/02/2023","3","Compensation for services other than consulting, including serving as faculty or as a speaker","11","No","Orlavix","N/A","2023"
"NEW","Covered Recipient Physician","811","1234567893","Adaeze","Lind","Larkfield","MD","Cardiology","Orlan","","twelve","05/02/2023","1","Food and Beverage","12","No","","","2023"
"NEW","Covered Recipient Physician","811","1234567893","Adaeze","Lind","Larkfield"
"NEW","Covered Recipient Physician","955","1245319599","Adaeze","Lind","Portmere","WA","Surgery","Veld Devices","Veld Devices LLC","75.5","06/09/2023","1","Education","13","Yes","Veld Clip","Veld Clip","2023"
`
	research2022 = `covered_recipient_type,covered_recipient_profile_id,covered_recipient_npi,covered_recipient_first_name,covered_recipient_last_name,recipient_city,recipient_state,principal_investigator_1_profile_id,principal_investigator_1_npi,principal_investigator_1_first_name,principal_investigator_1_last_name,principal_investigator_2_npi,principal_investigator_2_first_name,principal_investigator_2_last_name,applicable_manufacturer_or_applicable_gpo_making_payment_name,total_amount_of_payment_usdollars,date_of_payment,name_of_study,record_id,program_year,name_of_drug_or_biological_or_device_or_medical_supply_1
Covered Recipient Teaching Hospital,,,,,Larkfield,MD,955,1245319599,Bram,Oduya,1234567893,Adaeze,Lind,Orlan Laboratories Inc.,15000,2022-10-01,"Orlavix, a trial",21,2022,Orlavix
`
	ownership2014 = `Physician_Profile_ID,Physician_First_Name,Physician_Last_Name,Recipient_City,Recipient_State,Physician_Specialty,Record_ID,Program_Year,Total_Amount_Invested_USDollars,Value_of_Interest,Terms_of_Interest,Submitting_Applicable_Manufacturer_or_Applicable_GPO_Name,Applicable_Manufacturer_or_Applicable_GPO_Making_Payment_Name,Dispute_Status_for_Publication,Interest_Held_by_Physician_or_an_Immediate_Family_Member
811,Adaeze,Lind,Larkfield,MD,Cardiology,31,2014,5000.00,6200.00,Shares,Veld Devices,Veld Devices LLC,No,Physician
`
)

var (
	adaeze = payments.Who{NPI: "1234567893"}
	byName = payments.Who{First: "adaeze", Last: "lind"}
)

// rows reads a file whole.
func rows(t *testing.T, file string, who payments.Who) ([]payments.Row, payments.Report) {
	t.Helper()
	var out []payments.Row
	report, err := payments.Read(t.Context(), strings.NewReader(file), who, func(r payments.Row) error { out = append(out, r); return nil })
	if err != nil {
		t.Fatal(err)
	}
	return out, report
}

func TestRead(t *testing.T) {
	t.Parallel()
	lind := payments.Recipient{Profile: "811", First: "ADAEZE", Last: "LIND", City: "Larkfield", State: "MD", Specialty: "Cardiology"}
	lind23 := payments.Recipient{Profile: "811", NPI: "1234567893", First: "Adaeze", Last: "Lind", City: "Larkfield", State: "MD", Specialty: "Cardiology"}
	other := payments.Recipient{Profile: "955", NPI: "1245319599", First: "Adaeze", Last: "Lind", City: "Portmere", State: "WA", Specialty: "Surgery"}
	talk := payments.Row{
		Kind: payments.General, ID: "11", Year: 2023, Company: "Orlan Laboratories, Inc.", Amount: 240000, Count: 3, Products: []string{"Orlavix"}, Recipient: lind23,
		Nature: "Compensation for services other than consulting, including serving as faculty or as a speaker",
	}
	for name, c := range map[string]struct {
		file   string
		who    payments.Who
		rows   []payments.Row
		report payments.Report
	}{
		"general, 2014, by name": {
			general2014, byName,
			[]payments.Row{{Kind: payments.General, ID: "1", Year: 2014, Company: "Orlan Laboratories Inc.", Nature: "Food and Beverage", Amount: 1842, Count: 1, Products: []string{"ORLAVIX"}, Recipient: lind}},
			payments.Report{Kind: payments.General, Found: 2, Read: 1, Others: 1},
		},
		"general, 2023, by number": {
			general2023, adaeze,
			[]payments.Row{talk},
			payments.Report{Kind: payments.General, Found: 4, Read: 1, Others: 1, Skipped: []payments.Skipped{{Reason: "an amount that is no number", Count: 1}, {Reason: "more or fewer cells than the first row", Count: 1}}},
		},
		"general, 2023, by name: somebody of the same name too": {
			general2023, byName,
			[]payments.Row{talk, {Kind: payments.General, ID: "13", Year: 2023, Company: "Veld Devices LLC", Nature: "Education", Amount: 7550, Count: 1, Disputed: true, Products: []string{"Veld Clip"}, Recipient: other}},
			payments.Report{Kind: payments.General, Found: 4, Read: 2, Skipped: []payments.Skipped{{Reason: "an amount that is no number", Count: 1}, {Reason: "more or fewer cells than the first row", Count: 1}}},
		},
		"research, as the second investigator, columns in small letters": {
			research2022, adaeze,
			[]payments.Row{{
				Kind: payments.Research, ID: "21", Year: 2022, Company: "Orlan Laboratories Inc.", Nature: "Research", Amount: 1500000, Count: 1, Products: []string{"Orlavix"},
				Recipient: payments.Recipient{NPI: "1234567893", First: "Adaeze", Last: "Lind", City: "Larkfield", State: "MD"},
			}},
			payments.Report{Kind: payments.Research, Found: 1, Read: 1},
		},
		"ownership, 2014": {
			ownership2014, byName,
			[]payments.Row{{
				Kind: payments.Ownership, ID: "31", Year: 2014, Company: "Veld Devices LLC", Nature: "Ownership or investment", Amount: 500000, Count: 1,
				Recipient: payments.Recipient{Profile: "811", First: "Adaeze", Last: "Lind", City: "Larkfield", State: "MD", Specialty: "Cardiology"},
			}},
			payments.Report{Kind: payments.Ownership, Found: 1, Read: 1},
		},
		"behind a byte order mark": {
			"\xef\xbb\xbf" + ownership2014,
			payments.Who{First: "Bram", Last: "Oduya"},
			nil,
			payments.Report{Kind: payments.Ownership, Found: 1, Others: 1},
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got, report := rows(t, c.file, c.who)
			if diff := cmp.Diff(c.rows, got); diff != "" {
				t.Error(diff)
			}
			if diff := cmp.Diff(c.report, report); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestReadRefuses: what is no file of payments is refused with a way on, and without a word of the file.
func TestReadRefuses(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		file string
		who  payments.Who
		says string
	}{
		"nothing":                       {"", adaeze, "empty"},
		"another table":                 {"Marker,Other\n1,2\n", adaeze, "columns"},
		"a zip file":                    {"PK\x03\x04Marker", adaeze, "unpack"},
		"an NPI in a file without them": {general2014, adaeze, "by name"},
		"an NPI with a wrong digit":     {general2023, payments.Who{NPI: "1234567890"}, "check digit"},
		"a name without a first one":    {general2023, payments.Who{Last: "Marker"}, "first and last"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, err := payments.Read(t.Context(), strings.NewReader(c.file), c.who, func(payments.Row) error { return nil })
			shown, ok := errors.AsType[*bedside.Error](err)
			if !ok || !strings.Contains(shown.Message, c.says) {
				t.Fatalf("refused with %v, want a message with %q", err, c.says)
			}
			if strings.Contains(shown.Message, "Marker") {
				t.Error("the message has words of the file")
			}
		})
	}
}

// TestReadStreams: rows are handed on as they come, however many there are.
func TestReadStreams(t *testing.T) {
	t.Parallel()
	header, row, _ := strings.Cut(general2014, "\n")
	others := strings.Repeat(strings.ReplaceAll(row, "ADAEZE", "Eve"), 64)
	from := io.MultiReader(strings.NewReader(header+"\n"), io.LimitReader(&again{text: others}, int64(len(others))*200))
	n := 0
	report, err := payments.Read(t.Context(), from, byName, func(payments.Row) error { n++; return nil })
	if err != nil || n != 0 || report.Others != 2*64*200 {
		t.Errorf("%d rows of others, %d handed on, error %v", report.Others, n, err)
	}
}

func BenchmarkRead(b *testing.B) {
	header, row, _ := strings.Cut(general2023, "\n")
	others := strings.Repeat(strings.ReplaceAll(row[:strings.Index(row, "\n")+1], "1234567893", "1245319599"), 1000)
	b.SetBytes(int64(len(others)))
	b.ReportAllocs()
	from := io.MultiReader(strings.NewReader(header+"\n"), io.LimitReader(&again{text: others}, int64(len(others))*int64(b.N)))
	if _, err := payments.Read(b.Context(), from, adaeze, func(payments.Row) error { return nil }); err != nil {
		b.Fatal(err)
	}
}

// again reads a text without end.
type again struct {
	text string
	at   int
}

func (a *again) Read(p []byte) (int, error) {
	n := copy(p, a.text[a.at:])
	a.at = (a.at + n) % len(a.text)
	return n, nil
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{general2014, general2023, research2022, ownership2014, "\"", "a,b\n\"x"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, file string) {
		report, err := payments.Read(t.Context(), strings.NewReader(file), byName, func(r payments.Row) error {
			if r.Company == "" || r.Year == 0 || r.Count < 1 {
				t.Error("a row without a company, a year or a count")
			}
			return nil
		})
		skipped := 0
		for _, s := range report.Skipped {
			skipped += s.Count
		}
		if err == nil && report.Found != report.Read+report.Others+skipped {
			t.Errorf("%+v does not add up", report)
		}
	})
}
