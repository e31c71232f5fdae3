//go:build unix

package bench

import (
	"runtime"
	"syscall"
	"time"
)

// usage is the processor time that this process has taken, and its peak of memory.
func usage() (spent time.Duration, peakKiB int64) {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0, 0
	}
	peak := int64(u.Maxrss) //nolint:unconvert // 32 bits wide on some systems
	if runtime.GOOS == "darwin" {
		peak /= 1024 // bytes there
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano()), peak
}
