package audit

// ReadState reads what a state file holds, as openState does, for tests.
func ReadState(b []byte) error {
	f, err := decodeStored(b)
	if err != nil || f == nil {
		return err
	}
	return (&state{}).load(f)
}
