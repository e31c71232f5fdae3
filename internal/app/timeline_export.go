package app

// HowToExport says where a platform hands out what it keeps of its users.
type HowToExport struct{ Platform, Where string }

// HowToExports lists the platforms whose archives are read, and where their menus were in early 2025. Menus move: the words are what to
// look for. docs/archives.md says the same with what each export holds.
func HowToExports() []HowToExport {
	return []HowToExport{
		{"X", "Settings, Your account, Download an archive of your data"},
		{"Mastodon", "Preferences, Import and export, Request your archive"},
		{"Bluesky", "Settings, Account, Export my data"},
		{"Facebook", "Accounts Centre, Your information and permissions, Download your information; choose JSON"},
		{"Instagram, Threads", "Your activity, Download your information; choose JSON"},
		{"LinkedIn", "Settings, Data privacy, Get a copy of your data"},
		{"TikTok", "Settings and privacy, Account, Download your data; choose JSON"},
		{"Reddit", "reddit.com/settings/data-request"},
		{"YouTube", "takeout.google.com, YouTube, comments and live chats"},
	}
}
