package ui

import "encoding/json"

// Protocol is the name and version of the membrane; both ends refuse any other.
const Protocol = "cellshell.membrane/1"

// Type tells messages apart: the field "type" of every message.
type Type string

// Message types, body → cell.
const (
	TypeLoad  Type = "load"  // once, to a warm interpreting host only, before start: here is your source
	TypeStart Type = "start" // once after hello: theme, scale, state; answered by the first view
	TypeEvent Type = "event" // any time; answered by a view
	TypeTick  Type = "tick"  // as asked for by timer; answered by a view
	TypeReply Type = "reply" // exactly one for each call
	TypeTheme Type = "theme" // when the theme or the scale changes; answered by a view
	TypeStop  Type = "stop"  // finish and exit before the deadline; answered by bye
)

// Message types, cell → body.
const (
	TypeView  Type = "view"  // the whole tree, or a patch; after start and after each event, tick, reply, theme
	TypeCall  Type = "call"  // asks a service
	TypeTimer Type = "timer" // asks for ticks
	TypeLog   Type = "log"   // a line for the log
	TypeBye   Type = "bye"   // the last message: why the cell ends
)

// TypeHello opens both directions. It is sent before the other side's is judged, so both can name a mismatch.
const TypeHello Type = "hello"

// TypeError answers a message of unknown type or broken content; either side may send it, nobody must answer it.
const TypeError Type = "error"

// Message is any of the structs below.
type Message interface{ MessageType() Type }

// Hello is the first frame each way.
type Hello struct {
	Protocol   string `json:"protocol"`
	Language   string `json:"language,omitempty"` // go, python, …
	SDK        string `json:"sdk,omitempty"`      // version of the SDK
	Engine     string `json:"engine,omitempty"`   // yaegi or native; empty for other languages
	Cell       string `json:"cell,omitempty"`
	Generation int    `json:"generation,omitempty"`
}

// Load hands a warm host the source to interpret. Positions have been written into it already.
type Load struct {
	File   string `json:"file"` // main.go
	Source string `json:"source"`
}

// Clock is the time a cell may know: it has no clock or time zone of its own.
type Clock struct {
	UnixMilli int64  `json:"unix_ms"`
	Offset    int    `json:"offset"` // of the local zone from UTC, seconds
	Zone      string `json:"zone,omitempty"`
}

// Look is what the theme tells a cell. Most cells ignore it: colours are roles.
type Look struct {
	Dark  bool    `json:"dark,omitempty"`
	Scale float64 `json:"scale,omitempty"` // pixels per logical pixel
}

// Start begins the life of a generation. A second one hands it newer state: what happened in the generation before while
// this one was on trial.
type Start struct {
	Props map[string]string `json:"props,omitempty"` // from genome.toml or the command that spawned it
	State json.RawMessage   `json:"state,omitempty"` // the exported fields of the generation before; absent at first
	Look  Look              `json:"look"`
	Clock Clock             `json:"clock"`
	Seq   uint64            `json:"seq,omitempty"` // 0 in the first; the view answers a later one like an event
}

// EventKind names what the user did to a node.
type EventKind string

// The event kinds.
const (
	EventTap    EventKind = "tap"
	EventChange EventKind = "change" // Text or Value is the new one
	EventSubmit EventKind = "submit" // Enter in a field
	EventKey    EventKind = "key"    // a key no field consumed, to the root; Text is the chord, "ctrl+s"
)

// Event tells a cell what happened to one of its nodes.
type Event struct {
	Node  string    `json:"node"`
	Kind  EventKind `json:"kind"`
	Text  string    `json:"text,omitempty"`
	Value float64   `json:"value,omitempty"`
	X     float64   `json:"x,omitempty"` // of a tap, from the node's top left, logical pixels
	Y     float64   `json:"y,omitempty"`
	Seq   uint64    `json:"seq"` // grows by one with each event of the cell; the view that saw it echoes it
	Clock Clock     `json:"clock"`
}

// Tick says that a timer fell due.
type Tick struct {
	Timer int    `json:"timer"`
	Seq   uint64 `json:"seq"`
	Clock Clock  `json:"clock"`
}

// Reply answers a Call. Error is a sentence, empty for success.
type Reply struct {
	ID      uint64          `json:"id"`
	Payload json.RawMessage `json:"payload,omitempty"`
	Error   string          `json:"error,omitempty"`
	Seq     uint64          `json:"seq"`
	Clock   Clock           `json:"clock"`
}

// Theme says that the look changed.
type Theme struct {
	Look Look   `json:"look"`
	Seq  uint64 `json:"seq"`
}

// Stop asks a cell to end within Deadline milliseconds.
type Stop struct {
	Deadline int `json:"deadline"`
}

// View carries the interface. Exactly one of Tree and Patch is set, or neither when nothing changed.
type View struct {
	Generation int             `json:"generation"`
	Seq        uint64          `json:"seq"` // of the newest message this view has seen; 0 for the first view
	Tree       *Node           `json:"tree,omitempty"`
	Patch      []Patch         `json:"patch,omitempty"`
	State      json.RawMessage `json:"state,omitempty"` // when it changed
}

// Patch replaces the node ID, and all below it, by Node.
type Patch struct {
	ID   string `json:"id"`
	Node *Node  `json:"node"`
}

// Call asks Service for Method. The answer is a Reply with the same ID.
type Call struct {
	ID      uint64          `json:"id"` // chosen by the cell, not reused
	Service string          `json:"service"`
	Method  string          `json:"method"`
	Payload json.RawMessage `json:"payload,omitempty"`
}

// Timer asks for a tick every Every milliseconds (at least 16), aligned to whole multiples of wall-clock time.
// Every 0 cancels the timer of that id.
type Timer struct {
	ID    int `json:"id"`
	Every int `json:"every"`
}

// Log is a line for the cell's log.
type Log struct {
	Level string `json:"level"` // debug, info, warn, error
	Text  string `json:"text"`
}

// Bye is a cell's last word. Reason is empty for a wanted end.
type Bye struct {
	Reason string `json:"reason,omitempty"`
}

// Error reports a message that could not be used.
type Error struct {
	Text string `json:"text"`
}

// MessageType implements Message.
func (Hello) MessageType() Type { return TypeHello }

// MessageType implements Message.
func (Load) MessageType() Type { return TypeLoad }

// MessageType implements Message.
func (Start) MessageType() Type { return TypeStart }

// MessageType implements Message.
func (Event) MessageType() Type { return TypeEvent }

// MessageType implements Message.
func (Tick) MessageType() Type { return TypeTick }

// MessageType implements Message.
func (Reply) MessageType() Type { return TypeReply }

// MessageType implements Message.
func (Theme) MessageType() Type { return TypeTheme }

// MessageType implements Message.
func (Stop) MessageType() Type { return TypeStop }

// MessageType implements Message.
func (View) MessageType() Type { return TypeView }

// MessageType implements Message.
func (Call) MessageType() Type { return TypeCall }

// MessageType implements Message.
func (Timer) MessageType() Type { return TypeTimer }

// MessageType implements Message.
func (Log) MessageType() Type { return TypeLog }

// MessageType implements Message.
func (Bye) MessageType() Type { return TypeBye }

// MessageType implements Message.
func (Error) MessageType() Type { return TypeError }
