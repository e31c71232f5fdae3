package text_test

import (
	"fmt"

	"bedside/text"
)

func ExampleParser_Parse() {
	words := map[string]bool{"worst": true, "patient": true, "ever": true}
	p := text.Parser{Known: func(w string) bool { return words[w] }}
	d := p.Parse("My 34yo p4tient isn't ok. #worstpatientever")
	for _, s := range d.Sentences {
		for _, t := range d.Tokens[s.First:s.Last] {
			fmt.Printf("%s ", t.Form)
		}
		fmt.Println()
	}
	// Output: my 34 yo patient isnt ok . worst patient ever
}
