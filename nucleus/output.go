package nucleus

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"sync"
	"time"

	"github.com/fsnotify/fsnotify"
)

// Reading the cells' outputs.
const (
	gatherTime = 5 * time.Millisecond // outputs that grow are read at most so often
	emptyAt    = 256 << 10            // bytes read after which an output file is emptied
	readChunk  = 64 << 10             // bytes read at once
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
}

// outputs reads the output files of all processes as they grow.
type outputs struct {
	dir     string
	watcher *fsnotify.Watcher
	deliver func(o *output, lines []string)
	done    chan struct{}

	mu   sync.Mutex // guards below
	list map[string]*output
}

// watchOutputs begins to read. deliver gets each output's new lines, one call at a time.
func watchOutputs(dir string, deliver func(*output, []string)) (*outputs, error) {
	w, err := fsnotify.NewBufferedWatcher(256)
	if err != nil {
		return nil, fmt.Errorf("nucleus: watch outputs: %w", err)
	}
	if err := w.Add(dir); err != nil {
		w.Close()
		return nil, fmt.Errorf("nucleus: watch outputs: %w", err)
	}
	o := &outputs{dir: dir, watcher: w, deliver: deliver, done: make(chan struct{}), list: map[string]*output{}}
	go o.run()
	return o, nil
}

// run ends when the watcher is closed.
func (o *outputs) run() {
	defer close(o.done)
	for {
		select {
		case e, ok := <-o.watcher.Events:
			if !ok {
				return
			}
			if !e.Has(fsnotify.Write) || filepath.Ext(e.Name) != extOutput {
				continue
			}
			time.Sleep(gatherTime)
			dirty := map[string]bool{nameOf(e.Name): true}
			for more := true; more; {
				select {
				case e, ok := <-o.watcher.Events:
					if !ok {
						return
					}
					if e.Has(fsnotify.Write) && filepath.Ext(e.Name) == extOutput {
						dirty[nameOf(e.Name)] = true
					}
				default:
					more = false
				}
			}
			for name := range dirty {
				o.read(name)
			}
		case _, ok := <-o.watcher.Errors:
			if !ok {
				return
			}
			o.readAll() // events were lost
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

// read delivers what has been added to one output.
func (o *outputs) read(name string) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if out, ok := o.list[name]; ok {
		o.readLocked(out)
	}
}

func (o *outputs) readAll() {
	o.mu.Lock()
	defer o.mu.Unlock()
	for _, out := range o.list {
		o.readLocked(out)
	}
}

func (o *outputs) readLocked(out *output) {
	var lines []string
	buf := make([]byte, readChunk)
	before := out.offset
	for {
		n, err := out.file.ReadAt(buf, out.offset)
		out.offset += int64(n)
		lines = append(lines, out.split(buf[:n])...)
		if n == 0 || err != nil {
			break
		}
	}
	if out.offset == before {
		return
	}
	if out.offset >= emptyAt {
		if info, err := out.file.Stat(); err == nil && info.Size() <= out.offset && out.file.Truncate(0) == nil {
			out.offset = 0
		}
	}
	_ = os.WriteFile(filepath.Join(o.dir, out.name+extOffset), strconv.AppendInt(nil, out.offset, 10), 0o600)
	o.deliver(out, lines)
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
	o.readLocked(out)
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
	o.readLocked(out)
	o.forgetLocked(out)
}

func (o *outputs) forgetLocked(out *output) {
	if o.list[out.name] == out {
		delete(o.list, out.name)
	}
	out.file.Close()
}

func (o *outputs) close() {
	o.watcher.Close()
	<-o.done
}

// deliver writes new lines of an output into the cell's log.
func (s *Supervisor) deliver(out *output, texts []string) {
	for _, t := range texts {
		out.note.see(t)
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
	lines := make([]Line, len(texts))
	for i, t := range texts {
		lines[i] = Line{At: now, Generation: out.generation, Text: t}
	}
	l.add(lines...)
}

// readOutputs brings the log of a cell up to date.
func (s *Supervisor) readOutputs(cell string) {
	for _, p := range s.Processes() {
		if p.Cell == cell {
			s.outputs.read(key(p.Cell, p.Generation))
		}
	}
}
