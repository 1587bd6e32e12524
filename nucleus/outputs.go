package nucleus

import (
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
	goneTime   = 100 * time.Millisecond // whoever removes the folder may still be at it
)

// outputs reads the output files of all processes as they grow.
type outputs struct {
	dir     string
	watcher *fsnotify.Watcher // nil when the kernel gives none; then they are polled
	deliver func(o *output, lines []string)
	gone    func() // the folder may have been removed
	quit    chan struct{}
	done    chan struct{}

	mu   sync.Mutex // guards below
	list map[string]*output
	buf  []byte // to read into
}

// watchOutputs begins to read. deliver gets each output's new lines, one call at a time; gone is called when the folder is
// there no more, or may be. poll tells why the outputs have to be polled: a person's programs may have used up all the
// watches that the kernel gives them.
func watchOutputs(dir string, deliver func(*output, []string), gone func()) (o *outputs, poll error) {
	o = &outputs{dir: dir, deliver: deliver, gone: gone, quit: make(chan struct{}), done: make(chan struct{}), list: map[string]*output{}}
	w, err := fsnotify.NewBufferedWatcher(256)
	if err == nil {
		o.watcher = w
		if err = o.watchAgain(); err != nil {
			o.watcher = nil
			w.Close()
		}
	}
	if err != nil {
		go o.poll()
		return o, fmt.Errorf("nucleus: watch outputs: %w", err)
	}
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
	var gone <-chan time.Time
	for {
		select {
		case <-o.quit:
			return
		case <-gone:
			o.gone()
			continue
		case e := <-o.watcher.Events:
			if (e.Name == o.dir || e.Name == filepath.Dir(o.dir)) && (e.Has(fsnotify.Remove) || e.Has(fsnotify.Rename)) {
				gone = time.After(goneTime)
			}
			if !e.Has(fsnotify.Write) || filepath.Ext(e.Name) != extOutput {
				continue
			}
			dirty[nameOf(e.Name)] = true
		case _, ok := <-o.watcher.Errors:
			if !ok {
				return
			}
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
			o.gone()
		}
	}
}

// watchAgain watches the folder, and the one that it is in: a folder that is still open somewhere does not tell of its own end.
func (o *outputs) watchAgain() error {
	if o.watcher == nil {
		return nil
	}
	if err := o.watcher.Add(filepath.Dir(o.dir)); err != nil {
		return err
	}
	return o.watcher.Add(o.dir)
}

func nameOf(path string) string {
	base := filepath.Base(path)
	return base[:len(base)-len(extOutput)]
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
	if o.buf == nil {
		o.buf = make([]byte, readChunk)
	}
	buf := o.buf
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
	info, err := out.file.Stat()
	if err == nil {
		more = info.Size() > out.offset
		out.note.full = info.Size() >= immune.LogSize
	}
	o.deliver(out, lines) // first: a body that is killed here says a line twice, and loses none
	if err == nil && !more && out.offset >= emptyAt && out.file.Truncate(0) == nil {
		out.offset = 0
	}
	_ = os.WriteFile(filepath.Join(o.dir, out.name+extOffset), strconv.AppendInt(nil, out.offset, 10), 0o600)
	return more
}

func (o *outputs) close() {
	close(o.quit)
	<-o.done
}
