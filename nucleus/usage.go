package nucleus

import (
	"os"
	"strconv"
	"strings"
	"time"

	"golang.org/x/sys/unix"
)

// Usage is what a process uses.
type Usage struct {
	CPU     float64       // cores in use, averaged since the last reading at least usageSpan ago; 1 is one whole core
	CPUTime time.Duration // processor time since its start
	Memory  int64         // bytes that are its own: not counting files it shares with others
	Threads int
}

// usageSpan is the shortest time over which CPU is averaged.
const usageSpan = 500 * time.Millisecond

// meter is the last reading of one process, guarded by the process's lock.
type meter struct {
	at   time.Time
	time time.Duration
	cpu  float64
}

// next makes a usage of a reading at now. The first reading averages since the start.
func (m *meter) next(now, started time.Time, spent time.Duration) float64 {
	since, before := m.at, m.time
	if since.IsZero() {
		since, before = started, 0
	}
	if d := now.Sub(since); d >= usageSpan || m.at.IsZero() && d > 0 {
		m.cpu = max(0, float64(spent-before)/float64(d))
		m.at, m.time = now, spent
	}
	return m.cpu
}

// cpuTimeOf reads the processor time of a process from its own clock.
func cpuTimeOf(pid int) (time.Duration, error) {
	const clockOfProcess = 2 // CPUCLOCK_SCHED, all threads
	var ts unix.Timespec
	if err := unix.ClockGettime(int32(^pid)<<3|clockOfProcess, &ts); err != nil {
		return 0, err
	}
	return time.Duration(ts.Nano()), nil
}

// memoryOf reads the resident memory that a process shares with no file.
func memoryOf(pid int) (bytes int64, threads int) {
	data, err := os.ReadFile("/proc/" + strconv.Itoa(pid) + "/status")
	if err != nil {
		return 0, 0
	}
	for line := range strings.Lines(string(data)) {
		name, rest, _ := strings.Cut(line, ":")
		fields := strings.Fields(rest)
		if len(fields) == 0 {
			continue
		}
		n, err := strconv.ParseInt(fields[0], 10, 64)
		if err != nil {
			continue
		}
		switch name {
		case "RssAnon", "RssShmem":
			bytes += n << 10
		case "Threads":
			threads = int(n)
		}
	}
	return bytes, threads
}
