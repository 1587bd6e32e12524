package attach

// Input is what the hands did since the last, in order.
type Input struct {
	Screen uint64  `json:"screen"`
	Shown  uint64  `json:"shown,omitempty"` // number of the newest frame that is on the glass
	Drawn  uint64  `json:"drawn,omitempty"` // pictures drawn since the screen started
	Events []Event `json:"events,omitempty"`
}

// Answer is what a screen gets back for its input.
type Answer struct {
	Sure    uint64 `json:"sure,omitempty"`    // number of the newest event that the screen need not keep any more
	Copy    string `json:"copy,omitempty"`    // to be put on the clipboard
	Command string `json:"command,omitempty"` // a key that no cell takes: "undo" or "redo", for the screen to carry out and show
}

// MaxEvents bounds one batch of input; a longer one is refused.
const MaxEvents = 1024

// Kind says what an Event is.
type Kind string

// The kinds of events.
const (
	Move   Kind = "move"   // the pointer is at X, Y
	Down   Kind = "down"   // Button was pressed
	Up     Kind = "up"     // Button was released
	Leave  Kind = "leave"  // the pointer left the desktop
	Cancel Kind = "cancel" // what Down began is not meant: it ends as if it had not been
	Wheel  Kind = "wheel"  // DX, DY logical pixels; positive shows what is further right and down
	Key    Kind = "key"    // Chord with the Text it types
	Paste  Kind = "paste"  // Text from the clipboard is typed; with Button Middle at X, Y; where none can be, it is the key Chord
	Resize Kind = "resize" // the desktop this screen shows is now W×H at Scale
)

// The buttons of an Event.
const (
	Left   = 1
	Middle = 2
	Right  = 3
)

// Event is one thing the hands did. Places are logical pixels of the desktop.
type Event struct {
	Kind   Kind    `json:"kind"`
	Seq    uint64  `json:"seq,omitempty"` // its number, growing with each; 0: whoever sent it does not send it again
	X      float64 `json:"x,omitempty"`
	Y      float64 `json:"y,omitempty"`
	DX     float64 `json:"dx,omitempty"`
	DY     float64 `json:"dy,omitempty"`
	Button int     `json:"button,omitempty"`
	Shift  bool    `json:"shift,omitempty"`
	Alt    bool    `json:"alt,omitempty"`    // Alt or Super is down: a window moves wherever it is dragged
	Clicks int     `json:"clicks,omitempty"` // of Down: 1, 2 or 3 in a row at one place
	Chord  string  `json:"chord,omitempty"`  // "ctrl+shift+left"; for a key that types, the text in lower case
	Text   string  `json:"text,omitempty"`
	W      float64 `json:"w,omitempty"`
	H      float64 `json:"h,omitempty"`
	Scale  float64 `json:"scale,omitempty"`
}
