package main

// names adds given and family names with the shares of people in the US who bear them.
func (c *compiler) names() error {
	given, err := readTable(c.own, "given.tsv", 7)
	if err != nil {
		return err
	}
	type shares struct{ men, women [5]int }
	var order []string
	by := map[string]*shares{}
	for _, row := range given {
		if by[row[0]] == nil {
			by[row[0]] = &shares{}
			order = append(order, row[0])
		}
		of := &by[row[0]].men
		if row[1] == "f" {
			of = &by[row[0]].women
		}
		for i := range of {
			of[i] = wholeNumber(row[2+i])
		}
	}
	for _, name := range order {
		c.Given(name, by[name].men, by[name].women)
	}
	surnames, err := readTable(c.own, "surnames.tsv", 2)
	if err != nil {
		return err
	}
	for _, row := range surnames {
		c.Surname(row[0], wholeNumber(row[1]))
	}
	return nil
}
