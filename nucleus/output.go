package nucleus

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"sync"
	"time"

	"github.com/fsnotify/fsnotify"

	"cellshell/immune"
)

// Reading the cells' outputs.
const (
	gatherTime = 5 * time.Millisecond   // outputs that grow are read at most so often
	floodTime  = 100 * time.Millisecond // and at most so often when there is more than a pass reads
	pollTime   = 250 * time.Millisecond // without a watcher, all are read so often
	passSize   = 256 << 10              // bytes of one output read in one pass
	emptyAt    = 256 << 10              // bytes read after which an output file is emptied
	readChunk  = 64 << 10               // bytes read at once

	burstLines  = 200 // lines that one output may add to the log at once
	linesSecond = 50  // and for how long it must be silent for one more: 1/50 s
)

// output is what one process prints. owned by outputs' lock.
type output struct {
	file       *os.File
	name       string // of the process: the key
	cell       string
	generation int
	offset     int64
	partial    []byte // the beginning of a line that has not ended yet
	note       crashNote
	quota      quota
}

// quota limits how many lines of one output are logged, so that a flood pushes out only itself.
type quota struct {
	left    float64
	at      time.Time
	omitted int
}

// take says how many of n lines may be logged at now, and how many were left out before them.
func (q *quota) take(n int, now time.Time) (take, omitted int) {
	if q.at.IsZero() {
		q.left = burstLines
	} else {
		q.left = min(burstLines, q.left+now.Sub(q.at).Seconds()*linesSecond)
	}
	q.at = now
	take = min(n, int(q.left))
	q.left -= float64(take)
	if take > 0 {
		omitted, q.omitted = q.omitted, 0
	}
	q.omitted += n - take
	return take, omitted
}

// outputs reads the output files of all processes as they grow.
type outputs struct {
	dir     string
	watcher *fsnotify.Watcher // nil when the kernel gives none; then they are polled
	deliver func(o *output, lines []string)
	quit    chan struct{}
	done    chan struct{}

	mu   sync.Mutex // guards below
	list map[string]*output
}

// watchOutputs begins to read. deliver gets each output's new lines, one call at a time. poll tells why the outputs
// have to be polled: a person's programs may have used up all the watches that the kernel gives them.
func watchOutputs(dir string, deliver func(*output, []string)) (o *outputs, poll error) {
	o = &outputs{dir: dir, deliver: deliver, quit: make(chan struct{}), done: make(chan struct{}), list: map[string]*output{}}
	w, err := fsnotify.NewBufferedWatcher(256)
	if err == nil {
		if err = w.Add(dir); err != nil {
			w.Close()
		}
	}
	if err != nil {
		go o.poll()
		return o, fmt.Errorf("nucleus: watch outputs: %w", err)
	}
	o.watcher = w
	go o.run()
	return o, nil
}

// run reads the outputs that the watcher names, until quit.
func (o *outputs) run() {
	defer close(o.done)
	defer o.watcher.Close()
	dirty := map[string]bool{}
	timer := time.NewTimer(gatherTime)
	defer timer.Stop()
	waiting := true // the timer will fire
	for {
		select {
		case <-o.quit:
			return
		case e := <-o.watcher.Events:
			if !e.Has(fsnotify.Write) || filepath.Ext(e.Name) != extOutput {
				continue
			}
			dirty[nameOf(e.Name)] = true
		case <-o.watcher.Errors:
			for _, name := range o.names() { // events were lost
				dirty[name] = true
			}
		case <-timer.C:
			waiting = false
			for name := range dirty {
				if !o.read(name) {
					delete(dirty, name)
				}
			}
			if len(dirty) > 0 { // a flood: give it time to reach its limit
				waiting = true
				timer.Reset(floodTime)
			}
			continue
		}
		if !waiting {
			waiting = true
			timer.Reset(gatherTime)
		}
	}
}

// poll reads all outputs again and again, until quit.
func (o *outputs) poll() {
	defer close(o.done)
	tick := time.NewTicker(pollTime)
	defer tick.Stop()
	for {
		select {
		case <-o.quit:
			return
		case <-tick.C:
			for _, name := range o.names() {
				o.read(name)
			}
		}
	}
}

func nameOf(path string) string {
	base := filepath.Base(path)
	return base[:len(base)-len(extOutput)]
}

// create opens a new output file for a process.
func (o *outputs) create(name, cell string, generation int) (*output, error) {
	path := filepath.Join(o.dir, name+extOutput)
	_ = os.Remove(path)
	_ = os.Remove(filepath.Join(o.dir, name+extOffset))
	return o.open(name, cell, generation, os.O_CREATE|os.O_EXCL, 0)
}

// find opens the output file that a living process writes to.
func (o *outputs) find(name, cell string, generation int) (*output, error) {
	var offset int64
	if data, err := os.ReadFile(filepath.Join(o.dir, name+extOffset)); err == nil {
		offset, _ = strconv.ParseInt(string(data), 10, 64)
	}
	return o.open(name, cell, generation, 0, max(0, offset))
}

func (o *outputs) open(name, cell string, generation, flags int, offset int64) (*output, error) {
	f, err := os.OpenFile(filepath.Join(o.dir, name+extOutput), flags|os.O_RDWR|os.O_APPEND, 0o600)
	if err != nil {
		return nil, fmt.Errorf("nucleus: output of %s: %w", name, err)
	}
	out := &output{file: f, name: name, cell: cell, generation: generation, offset: offset}
	o.mu.Lock()
	o.list[name] = out
	o.mu.Unlock()
	return out, nil
}

// rename gives a waiting host's output to the cell that takes it over.
func (o *outputs) rename(out *output, name, cell string, generation int) error {
	o.mu.Lock()
	defer o.mu.Unlock()
	if err := os.Rename(filepath.Join(o.dir, out.name+extOutput), filepath.Join(o.dir, name+extOutput)); err != nil {
		return fmt.Errorf("nucleus: output of %s: %w", name, err)
	}
	_ = os.Remove(filepath.Join(o.dir, out.name+extOffset))
	delete(o.list, out.name)
	out.name, out.cell, out.generation = name, cell, generation
	o.list[name] = out
	return nil
}

// names lists the outputs that are read.
func (o *outputs) names() []string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return slices.Collect(maps.Keys(o.list))
}

// read delivers what has been added to one output; it tells whether there is more.
func (o *outputs) read(name string) (more bool) {
	o.mu.Lock()
	defer o.mu.Unlock()
	out, ok := o.list[name]
	return ok && o.readLocked(out, passSize)
}

func (o *outputs) readLocked(out *output, limit int64) (more bool) {
	var lines []string
	buf := make([]byte, readChunk)
	before := out.offset
	for out.offset-before < limit {
		n, err := out.file.ReadAt(buf, out.offset)
		out.offset += int64(n)
		lines = append(lines, out.split(buf[:n])...)
		if n == 0 || err != nil {
			break
		}
	}
	if out.offset == before {
		return false
	}
	if info, err := out.file.Stat(); err == nil {
		more = info.Size() > out.offset
		out.note.full = info.Size() >= immune.LogSize
		if !more && out.offset >= emptyAt && out.file.Truncate(0) == nil {
			out.offset = 0
		}
	}
	_ = os.WriteFile(filepath.Join(o.dir, out.name+extOffset), strconv.AppendInt(nil, out.offset, 10), 0o600)
	o.deliver(out, lines)
	return more
}

// split cuts data into lines and keeps an unfinished one.
func (out *output) split(data []byte) []string {
	var lines []string
	for len(data) > 0 {
		i := bytes.IndexByte(data, '\n')
		if i < 0 {
			if room := maxLine + 1 - len(out.partial); room > 0 {
				out.partial = append(out.partial, data[:min(room, len(data))]...)
			}
			break
		}
		line := data[:i]
		if len(out.partial) > 0 {
			line = append(out.partial, line...)
			out.partial = nil
		}
		lines = append(lines, cleanLine(line))
		data = data[i+1:]
	}
	return lines
}

// finish reads the rest of an output, forgets it and removes its files.
func (o *outputs) finish(out *output) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.readLocked(out, 2*immune.LogSize)
	if len(out.partial) > 0 {
		o.deliver(out, []string{cleanLine(out.partial)})
		out.partial = nil
	}
	o.forgetLocked(out)
	_ = os.Remove(filepath.Join(o.dir, out.name+extOutput))
	_ = os.Remove(filepath.Join(o.dir, out.name+extOffset))
}

// forget stops reading an output whose process lives on.
func (o *outputs) forget(out *output) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.readLocked(out, passSize)
	o.forgetLocked(out)
}

func (o *outputs) forgetLocked(out *output) {
	if o.list[out.name] == out {
		delete(o.list, out.name)
	}
	out.file.Close()
}

func (o *outputs) close() {
	close(o.quit)
	<-o.done
}

// deliver writes new lines of an output into the cell's log.
func (s *Supervisor) deliver(out *output, texts []string) {
	for _, t := range texts {
		out.note.see(t)
	}
	if out.note.full {
		s.flooded(out)
	}
	if out.cell == stemCell {
		for _, t := range texts {
			s.opt.Log.Warn("a waiting host printed something", "text", t)
		}
		return
	}
	l, err := s.log(out.cell)
	if err != nil || len(texts) == 0 {
		return
	}
	now := time.Now()
	n, omitted := out.quota.take(len(texts), now)
	lines := make([]Line, 0, n+1)
	if omitted > 0 {
		lines = append(lines, Line{At: now, Generation: out.generation, Body: true, Text: fmt.Sprintf("%d lines left out", omitted)})
	}
	for _, t := range texts[:n] {
		lines = append(lines, Line{At: now, Generation: out.generation, Text: t})
	}
	l.add(lines...)
}

// flooded ends a process that prints faster than anybody could read.
func (s *Supervisor) flooded(out *output) {
	s.mu.Lock()
	p := s.procs[out.name]
	s.mu.Unlock()
	if p != nil {
		p.Kill(out.note.cause(p.profile))
	}
}

// readOutputs brings the log of a cell up to date.
func (s *Supervisor) readOutputs(cell string) {
	for _, p := range s.Processes() {
		if p.Cell == cell {
			s.outputs.read(key(p.Cell, p.Generation, p.run))
		}
	}
}
