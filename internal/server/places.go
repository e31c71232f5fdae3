package server

import "strings"

// places are the states, provinces and countries whose people can be counted, by the code that drafts have for them.
func places() []choice {
	out := []choice{{"", "Not said"}}
	for _, g := range []struct{ prefix, list string }{
		{"US-", "AL Alabama,AK Alaska,AZ Arizona,AR Arkansas,CA California,CO Colorado,CT Connecticut,DE Delaware,DC District of Columbia,FL Florida,GA Georgia,HI Hawaii,ID Idaho,IL Illinois,IN Indiana,IA Iowa,KS Kansas,KY Kentucky,LA Louisiana,ME Maine,MD Maryland,MA Massachusetts,MI Michigan,MN Minnesota,MS Mississippi,MO Missouri,MT Montana,NE Nebraska,NV Nevada,NH New Hampshire,NJ New Jersey,NM New Mexico,NY New York,NC North Carolina,ND North Dakota,OH Ohio,OK Oklahoma,OR Oregon,PA Pennsylvania,RI Rhode Island,SC South Carolina,SD South Dakota,TN Tennessee,TX Texas,UT Utah,VT Vermont,VA Virginia,WA Washington,WV West Virginia,WI Wisconsin,WY Wyoming"},
		{"CA-", "AB Alberta,BC British Columbia,MB Manitoba,NB New Brunswick,NL Newfoundland and Labrador,NS Nova Scotia,NT Northwest Territories,NU Nunavut,ON Ontario,PE Prince Edward Island,QC Quebec,SK Saskatchewan,YT Yukon"},
		{"", "GB United Kingdom,IE Ireland,AU Australia,NZ New Zealand,IN India,ZA South Africa,DE Germany,FR France,NL Netherlands"},
	} {
		for entry := range strings.SplitSeq(g.list, ",") {
			code, name, _ := strings.Cut(entry, " ")
			out = append(out, choice{g.prefix + code, name})
		}
	}
	return out
}
