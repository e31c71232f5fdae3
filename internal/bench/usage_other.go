//go:build !unix

package bench

import "time"

// usage is not told here: speed and memory stay empty.
func usage() (spent time.Duration, peakKiB int64) { return 0, 0 }
