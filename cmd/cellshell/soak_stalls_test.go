package main

import (
	"bytes"
	"os"
	"slices"
	"strconv"
	"sync"
	"time"
)

// stalls notes how long the machine itself did not run what it had to: a sleeper asks for nothing but to be woken every few
// milliseconds, and writes down by how much it overslept and what the host of a virtual machine has given to others so far. A
// frame that is dropped while the host took the time was not dropped by the desktop's own work.
type stalls struct {
	stop, done chan struct{}

	mu   sync.Mutex
	naps []nap // guarded by mu: those since the last clear, at most mostNaps
}

// nap is one sleep.
type nap struct {
	end    time.Time
	over   time.Duration // longer than was asked for
	stolen time.Duration // by the host, since it started
}

const (
	napLength = 5 * time.Millisecond
	mostNaps  = 10_000 // a turn takes some seconds; what comes later is not written down
)

func watchStalls() *stalls {
	s := &stalls{stop: make(chan struct{}), done: make(chan struct{})}
	go func() {
		defer close(s.done)
		last := time.Now()
		for {
			select {
			case <-s.stop:
				return
			case <-time.After(napLength):
			}
			now := time.Now()
			s.mu.Lock()
			if len(s.naps) < mostNaps {
				s.naps = append(s.naps, nap{now, now.Sub(last) - napLength, stolen()})
			}
			s.mu.Unlock()
			last = time.Now()
		}
	}()
	return s
}

func (s *stalls) close() {
	close(s.stop)
	<-s.done
}

func (s *stalls) clear() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.naps = s.naps[:0]
}

// around is by how much the sleeper overslept at most in a stretch of time, and how much the host took of both processors from
// the nap before it to the nap behind it.
func (s *stalls) around(from, to time.Time) (overslept, taken time.Duration) {
	s.mu.Lock()
	defer s.mu.Unlock()
	behind := slices.IndexFunc(s.naps, func(n nap) bool { return !n.end.Before(from) })
	if behind < 0 {
		return 0, 0
	}
	first := max(0, behind-1)
	var last nap
	for _, n := range s.naps[first:] {
		overslept, last = max(overslept, n.over), n
		if n.end.After(to) {
			break
		}
	}
	return overslept, last.stolen - s.naps[first].stolen
}

// stolen is how long the host has run others while this machine had work, in steps of 10 ms: the eighth figure of cpu in
// /proc/stat, proc(5).
func stolen() time.Duration {
	stat, err := os.ReadFile("/proc/stat")
	if err != nil {
		return 0
	}
	line, _, _ := bytes.Cut(stat, []byte("\n"))
	figures := bytes.Fields(line)
	if len(figures) < 9 {
		return 0
	}
	ticks, _ := strconv.Atoi(string(figures[8]))
	return time.Duration(ticks) * 10 * time.Millisecond // USER_HZ is 100
}
