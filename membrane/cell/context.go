package cell

import (
	"encoding/json"
	"time"

	"cellshell/membrane/ui"
)

// Cell is a program with an interface. View must depend on nothing but the cell's fields and x.
type Cell interface{ View(x *Context) Node }

// Context is what a cell may know and ask beyond its own state. It is the same value in every View and stays valid in
// handlers.
type Context struct {
	// told by the shell
	clock ui.Clock
	look  ui.Look
	props map[string]string

	// declared by the View that runs, kept until the next
	inView bool
	timers []timer
	key    func(chord string)
	start  func()

	// calls without an answer, and those View made
	lastCall uint64
	pending  map[uint64]func(Reply)
	asked    map[string]int64 // by View: what → when, Unix milliseconds

	out []ui.Message // to send before the view
}

type timer struct {
	every int // milliseconds
	f     func()
}

// askAgain is how soon View may make the same call again, milliseconds. A call in View would otherwise answer itself.
const askAgain = 1000

// Now returns the time of the event that is being handled, in the user's time zone. It stands still within one turn.
func (x *Context) Now() time.Time {
	t := time.UnixMilli(x.clock.UnixMilli)
	if x.clock.Offset == 0 && x.clock.Zone == "" {
		return t.UTC()
	}
	return t.In(time.FixedZone(x.clock.Zone, x.clock.Offset))
}

// Every runs f and then View every d (at least 16 ms), aligned to the clock: a second begins with the clock's second. f may
// be nil. Declare it in View; a timer View does not declare any more is cancelled.
func (x *Context) Every(d time.Duration, f func()) {
	if !x.inView {
		x.warn("Every works in View only: declare timers there")
		return
	}
	ms := int(d / time.Millisecond)
	if ms < 16 {
		ms = 16
	}
	x.timers = append(x.timers, timer{ms, f})
}

// Call asks a service and runs done with its answer, later. args and done may be nil. A cell may ask what it was granted;
// "system" knows "load", "disks", "battery" and "zone". Call from handlers, timers and OnStart; the same call made in View
// is sent once a second at most.
func (x *Context) Call(service, method string, args map[string]string, done func(Reply)) {
	var payload json.RawMessage
	if len(args) > 0 {
		payload, _ = json.Marshal(args) // of strings: cannot fail
	}
	if x.inView {
		what := service + "\x00" + method + "\x00" + string(payload)
		if at, ok := x.asked[what]; ok && x.clock.UnixMilli-at < askAgain {
			return
		}
		x.asked[what] = x.clock.UnixMilli
	}
	x.lastCall++
	x.pending[x.lastCall] = done
	x.out = append(x.out, ui.Call{ID: x.lastCall, Service: service, Method: method, Payload: payload})
}

// OnStart runs f once, when the first View of this generation has run and before it is shown: the place for a first Call.
// Declare it in View.
func (x *Context) OnStart(f func()) { x.start = f }

// OnKey runs f with keys no field consumed, as a chord: "ctrl+s", "a", "enter", "up". Declare it in View.
func (x *Context) OnKey(f func(chord string)) { x.key = f }

// Prop returns a setting the cell was started with, or "".
func (x *Context) Prop(name string) string { return x.props[name] }

// Dark reports whether the theme is dark. Roles follow the theme by themselves.
func (x *Context) Dark() bool { return x.look.Dark }

// Log writes a line to the cell's log.
func (x *Context) Log(text string) { x.out = append(x.out, ui.Log{Level: "info", Text: text}) }

func (x *Context) warn(text string) {
	x.out = append(x.out, ui.Log{Level: "warn", Text: text})
}
