// Package threads lets what takes a moment overtake what takes long, on a machine with few processors (scheduler settings).
package threads

import (
	"os"
	"runtime"
)

// least is how many goroutines of a program may run at once however few processors there are.
const least = 4

// Spare lets more goroutines of this program run at once than a small machine has processors. Go hands a processor on only
// after 10 ms, from a collection, a parser or a system call, and not at all from a thread that the system has put aside; the
// system lets whoever has slept go first. So a tick that falls due meanwhile needs a thread of its own to be on time.
// $GOMAXPROCS wins.
func Spare() {
	if os.Getenv("GOMAXPROCS") == "" && runtime.GOMAXPROCS(0) < least {
		runtime.GOMAXPROCS(least)
	}
}
