package nucleus

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"sync"
	"time"
)

// Sizes of a cell's log.
const (
	ringLines    = 200     // lines kept in memory
	logFileSize  = 1 << 20 // bytes of LogDir/<cell>.log before it becomes .log.1
	followLength = 256     // lines a follower may lag behind; after that it misses the newest
)

func itoa(n int) string { return strconv.Itoa(n) }

// cellLog is the log of one cell over all its generations.
type cellLog struct {
	path string

	mu        sync.Mutex // guards all below
	ring      []Line     // oldest first, at most ringLines
	size      int64      // of the file
	followers map[chan Line]struct{}
}

// openLog reads the tail of an earlier log, so that a restarted body still knows the last lines.
func openLog(path string) *cellLog {
	l := &cellLog{path: path, followers: map[chan Line]struct{}{}}
	f, err := os.Open(path)
	if err != nil {
		return l
	}
	defer f.Close()
	if info, err := f.Stat(); err == nil {
		l.size = info.Size()
		if _, err := f.Seek(max(0, l.size-ringLines*512), 0); err != nil {
			return l
		}
	}
	s := bufio.NewScanner(f)
	s.Buffer(nil, 4*maxLine)
	for s.Scan() {
		if line, ok := parseLine(s.Bytes()); ok {
			l.keepLocked(line)
		}
	}
	return l
}

// parseLine is the inverse of Line.String.
func parseLine(b []byte) (Line, bool) {
	stamp, rest, ok := bytes.Cut(b, []byte(" "))
	if !ok {
		return Line{}, false
	}
	at, err := time.Parse("2006-01-02T15:04:05.000Z", string(stamp))
	if err != nil {
		return Line{}, false
	}
	gen, rest, ok := bytes.Cut(rest, []byte(" "))
	if !ok || len(rest) < 2 {
		return Line{}, false
	}
	line := Line{At: at, Body: rest[0] == '!', Text: string(rest[2:])}
	if gen[0] == 'g' {
		line.Generation, _ = strconv.Atoi(string(gen[1:]))
	}
	return line, true
}

// add keeps, writes and hands on lines. A log that cannot be written is still kept in memory.
func (l *cellLog) add(lines ...Line) {
	l.mu.Lock()
	defer l.mu.Unlock()
	var buf bytes.Buffer
	for _, line := range lines {
		l.keepLocked(line)
		buf.WriteString(line.String())
		buf.WriteByte('\n')
		for ch := range l.followers {
			select {
			case ch <- line:
			default: // a slow reader misses the newest line; the ring and the file have it
			}
		}
	}
	l.writeLocked(buf.Bytes())
}

func (l *cellLog) keepLocked(line Line) {
	if len(l.ring) == ringLines {
		copy(l.ring, l.ring[1:])
		l.ring[ringLines-1] = line
		return
	}
	l.ring = append(l.ring, line)
}

func (l *cellLog) writeLocked(data []byte) {
	if l.size > 0 && l.size+int64(len(data)) > logFileSize {
		_ = os.Rename(l.path, l.path+".1")
		l.size = 0
	}
	f, err := os.OpenFile(l.path, os.O_CREATE|os.O_WRONLY|os.O_APPEND, 0o600)
	if err != nil {
		return
	}
	defer f.Close()
	n, _ := f.Write(data)
	l.size += int64(n)
}

// lines returns a copy of the newest lines, oldest first.
func (l *cellLog) lines() []Line {
	l.mu.Lock()
	defer l.mu.Unlock()
	return append([]Line(nil), l.ring...)
}

// follow returns new lines as they come. cancel ends it and closes the channel.
func (l *cellLog) follow() (<-chan Line, func()) {
	ch := make(chan Line, followLength)
	l.mu.Lock()
	l.followers[ch] = struct{}{}
	l.mu.Unlock()
	return ch, func() {
		l.mu.Lock()
		defer l.mu.Unlock()
		if _, ok := l.followers[ch]; ok {
			delete(l.followers, ch)
			close(ch)
		}
	}
}

// Logs returns the newest lines of a cell's log, oldest first, at most 200.
func (s *Supervisor) Logs(cell string) []Line {
	s.readOutputs(cell)
	l, err := s.log(cell)
	if err != nil {
		return nil
	}
	return l.lines()
}

// Follow hands on each new line of a cell's log until cancel is called. A reader that lags 256 lines behind misses
// lines.
func (s *Supervisor) Follow(cell string) (lines <-chan Line, cancel func(), err error) {
	l, err := s.log(cell)
	if err != nil {
		return nil, nil, err
	}
	lines, cancel = l.follow()
	return lines, cancel, nil
}

// Logf writes a line about a cell into its log.
func (s *Supervisor) Logf(cell, format string, args ...any) {
	s.logLine(cell, 0, fmt.Sprintf(format, args...))
}

func (s *Supervisor) logLine(cell string, generation int, text string) {
	l, err := s.log(cell)
	if err != nil {
		s.opt.Log.Warn("cell has no log", "cell", cell, "error", err)
		return
	}
	l.add(Line{At: time.Now(), Generation: generation, Body: true, Text: cleanLine([]byte(text))})
}

// log returns the log of a cell, opened at its first use.
func (s *Supervisor) log(cell string) (*cellLog, error) {
	if err := checkCell(cell); err != nil {
		return nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	l, ok := s.logs[cell]
	if !ok {
		l = openLog(filepath.Join(s.opt.LogDir, cell+".log"))
		s.logs[cell] = l
	}
	return l, nil
}
