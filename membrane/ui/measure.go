package ui

import "fmt"

// What one message may unfold to while it is decoded. A frame of 16 MiB could otherwise ask for gigabytes of nodes.
const (
	MaxObjects  = 64_000    // objects in one message: nodes, styles, series, paint commands
	MaxElements = 1_000_000 // values in one message
	MaxNesting  = 4 * MaxDepth
)

// TooLargeError says which limit a message or a tree broke, with both numbers.
type TooLargeError struct {
	What  string
	Size  int // where counting stopped, when the whole was not counted
	Limit int
}

// Error implements error.
func (e *TooLargeError) Error() string {
	return fmt.Sprintf("ui: too large: %d %s, limit %d", e.Size, e.What, e.Limit)
}

// measure counts objects, elements and depth of a JSON text without decoding it. It does not judge the syntax.
func measure(payload []byte) error {
	objects, elements, depth := 0, 0, 0
	for i := 0; i < len(payload); i++ {
		switch payload[i] {
		case '"':
			for i++; i < len(payload) && payload[i] != '"'; i++ {
				if payload[i] == '\\' {
					i++
				}
			}
		case '{':
			objects++
			depth++
		case '[':
			depth++
		case '}', ']':
			depth--
		case ',':
			elements++
		}
		if depth > MaxNesting {
			return &TooLargeError{What: "levels of nesting", Size: depth, Limit: MaxNesting}
		}
	}
	return CheckCounts(objects, elements)
}

// CheckCounts judges how many objects and elements a message has, whatever its encoding.
func CheckCounts(objects, elements int) error {
	if objects > MaxObjects {
		return &TooLargeError{What: "objects in a message", Size: objects, Limit: MaxObjects}
	}
	if elements > MaxElements {
		return &TooLargeError{What: "values in a message", Size: elements, Limit: MaxElements}
	}
	return nil
}
