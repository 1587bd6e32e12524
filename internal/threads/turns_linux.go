package threads

import (
	"os"
	"strconv"
	"time"

	"golang.org/x/sys/unix"
)

// turn is how long what has to be on time keeps a processor that others want: the least that Linux takes.
const turn = 100 * time.Microsecond

// ShortTurns asks for the processor in short turns, for this program and all it starts from now on. Who takes little at a time
// gets it sooner: a sleeper that four computing programs kept waiting for up to 17 or 51 ms on two processors waited for 9.
// Linux has this since 6.12 (sched_runtime of sched_setattr(2), for what is scheduled normally); elsewhere nothing happens.
func ShortTurns() {
	tasks, err := os.ReadDir("/proc/self/task")
	if err != nil {
		return
	}
	for _, t := range tasks {
		if id, err := strconv.Atoi(t.Name()); err == nil {
			setTurn(id, turn)
		}
	}
}

// UsualTurns gives this thread, and the program it becomes, the turns that the system gives everybody: what computes for long
// has to stand back behind what moves.
func UsualTurns() { setTurn(0, 0) }

func setTurn(thread int, d time.Duration) {
	attr, err := unix.SchedGetAttr(thread, 0)
	if err != nil || attr.Policy != unix.SCHED_NORMAL { // somebody has chosen otherwise
		return
	}
	attr.Runtime = uint64(d)
	_ = unix.SchedSetAttr(thread, attr, 0) // without it all is only a little later
}
