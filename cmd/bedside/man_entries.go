package main

// entry is something that a manual page explains, such as an exit status or a file.
type entry struct{ name, text string }

// entries writes a section of entries.
func (m *manual) entries(section string, all []entry) {
	m.macro("SH", section)
	for _, e := range all {
		m.item(bold(e.name), e.text)
	}
}

// exitStatuses says what outcome.status returns.
func exitStatuses() []entry {
	return []entry{
		{"0", "Nothing was found at or above --fail-on; every example passed; what was asked for is shown or written."},
		{"1", "Something was found: a verdict at or above --fail-on, something unchecked where --fail-on-unchecked is given, an example " +
			"that failed, a clause about which nothing is done."},
		{"2", "Wrong use, or an input that cannot be read. The other inputs are answered all the same."},
		{"3", "A fault inside Bedside, an answer that cannot be written, or an audit that was stopped."},
	}
}

// environment says which variables are read, here and in internal/profile.
func environment() []entry {
	return []entry{
		{"COLUMNS", "How many columns to write in where --width does not say, up to 100."},
		{"NO_COLOR", "Unless it is empty, nothing is coloured."},
		{"CLICOLOR_FORCE", "Unless it is empty or 0, answers are coloured in a file or a pipe too."},
		{"TERM", "Where it is dumb, nothing is coloured."},
		{"XDG_CONFIG_HOME", "The folder for settings; otherwise .config in your home folder. Not read on macOS and Windows."},
	}
}

// usualFiles says where things lie when nobody says otherwise.
func usualFiles() []entry {
	return []entry{
		{"~/.config/bedside/profile.json", "Who you are, as “bedside profile init” wrote it, readable by you only. On macOS it is " +
			"~/Library/Application Support/bedside/profile.json, on Windows %AppData%\\bedside\\profile.json. Nothing else is kept " +
			"unless --state asks for it: no draft, no answer."},
		{"the FILE of --state", "What an audit keeps between runs, readable by you only: ids of posts and of findings, and salted hashes. No text."},
	}
}
