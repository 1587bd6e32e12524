package ui

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
)

// Marshal writes m as a JSON object whose first field is "type".
func Marshal(m Message) ([]byte, error) { return Append(nil, m) }

// Append writes m behind what buf holds, as Marshal does.
func Append(buf []byte, m Message) ([]byte, error) {
	if m == nil {
		return buf, errors.New("ui: no message to write")
	}
	w := writer{b: append(append(append(buf, `{"type":"`...), m.MessageType()...), '"')}
	head := len(w.b)
	switch m := m.(type) {
	case Event:
		w.event(&m)
	case Tick:
		w.tick(&m)
	case View:
		w.view(&m)
	default:
		w.failed = true
	}
	if !w.failed {
		return append(w.b, '}'), nil
	}
	out := bytes.NewBuffer(w.b[:head])
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(m); err != nil {
		return buf, fmt.Errorf("ui: write %s: %w", m.MessageType(), err)
	}
	b := bytes.TrimSuffix(out.Bytes(), []byte("\n"))
	if len(b) == head+2 { // {}
		return append(b[:head], '}'), nil
	}
	b[head] = ','
	return b, nil
}

// UnknownTypeError says that a message has a type this version does not know. It is answered with an [Error] and ignored.
type UnknownTypeError struct{ Type Type }

// Error implements error.
func (e *UnknownTypeError) Error() string {
	if e.Type == "" {
		return "ui: message has no type"
	}
	return fmt.Sprintf("ui: unknown message type %q", string(e.Type))
}

// Unmarshal reads one message, as a value: Event, not *Event. Unknown fields are ignored. Before it allocates anything it
// counts what the payload would unfold to, so a small payload cannot become a large tree (see [MaxObjects]); the other
// limits are for [Check]. The error is *UnknownTypeError for a well-formed message of another type.
func Unmarshal(payload []byte) (Message, error) {
	if err := measure(payload); err != nil {
		return nil, err
	}
	if m, ok := fast(payload); ok {
		return m, nil
	}
	var head struct {
		Type Type `json:"type"`
	}
	if err := json.Unmarshal(payload, &head); err != nil {
		return nil, fmt.Errorf("ui: read message: %w", err)
	}
	return Decode(head.Type, func(into any) error { return json.Unmarshal(payload, into) })
}

// Decode makes the message of the given type with the help of unmarshal, which fills the struct it is handed; so another
// encoding needs no list of its own. It refuses trees with holes.
func Decode(t Type, unmarshal func(into any) error) (Message, error) {
	switch t {
	case TypeHello:
		return decode[Hello](t, unmarshal)
	case TypeLoad:
		return decode[Load](t, unmarshal)
	case TypeStart:
		return decode[Start](t, unmarshal)
	case TypeEvent:
		return decode[Event](t, unmarshal)
	case TypeTick:
		return decode[Tick](t, unmarshal)
	case TypeReply:
		return decode[Reply](t, unmarshal)
	case TypeTheme:
		return decode[Theme](t, unmarshal)
	case TypeStop:
		return decode[Stop](t, unmarshal)
	case TypeView:
		return decode[View](t, unmarshal)
	case TypeCall:
		return decode[Call](t, unmarshal)
	case TypeTimer:
		return decode[Timer](t, unmarshal)
	case TypeLog:
		return decode[Log](t, unmarshal)
	case TypeBye:
		return decode[Bye](t, unmarshal)
	case TypeError:
		return decode[Error](t, unmarshal)
	}
	return nil, &UnknownTypeError{Type: t}
}

func decode[M Message](t Type, unmarshal func(into any) error) (Message, error) {
	var m M
	if err := unmarshal(&m); err != nil {
		return nil, fmt.Errorf("ui: read %s: %w", t, err)
	}
	if v, ok := any(m).(View); ok {
		if err := v.whole(); err != nil {
			return nil, err
		}
	}
	return m, nil
}

// whole refuses trees with null nodes in them and views that are both a tree and a patch.
func (v View) whole() error {
	if v.Tree != nil && len(v.Patch) > 0 {
		return errors.New("ui: view has both tree and patch")
	}
	if hasHole(v.Tree) {
		return errors.New("ui: view has a null child")
	}
	for _, p := range v.Patch {
		if p.Node == nil {
			return fmt.Errorf("ui: patch of %q has no node", p.ID)
		}
		if hasHole(p.Node) {
			return fmt.Errorf("ui: patch of %q has a null child", p.ID)
		}
	}
	return nil
}

func hasHole(n *Node) bool {
	if n == nil {
		return false
	}
	for _, child := range n.Children {
		if child == nil || hasHole(child) {
			return true
		}
	}
	return false
}
