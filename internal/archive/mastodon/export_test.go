package mastodon

// Plain is for tests.
func Plain(s string) string { return plain(s) }
