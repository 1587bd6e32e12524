package tissue

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"strings"

	"cellshell/membrane/ui"
)

// cellFields are the plain fields of a cell by the name an Op uses.
var cellFields = map[string]func(*Cell) any{
	"gene":             func(c *Cell) any { return &c.Gene },
	"title":            func(c *Cell) any { return &c.Title },
	"kind":             func(c *Cell) any { return &c.Kind },
	"accent":           func(c *Cell) any { return &c.Accent },
	"opacity":          func(c *Cell) any { return &c.Opacity },
	"hidden":           func(c *Cell) any { return &c.Hidden },
	"locked":           func(c *Cell) any { return &c.Locked },
	"generation":       func(c *Cell) any { return &c.Generation },
	"order":            func(c *Cell) any { return &c.Order },
	"placement.anchor": func(c *Cell) any { return &c.Placement.Anchor },
	"placement.x":      func(c *Cell) any { return &c.Placement.X },
	"placement.y":      func(c *Cell) any { return &c.Placement.Y },
	"placement.w":      func(c *Cell) any { return &c.Placement.W },
	"placement.h":      func(c *Cell) any { return &c.Placement.H },
	"placement.scale":  func(c *Cell) any { return &c.Placement.Scale },
	"placement.z":      func(c *Cell) any { return &c.Placement.Z },
}

// themeFields are the fields of the desktop.
var themeFields = map[string]func(*Theme) any{
	"theme.mode":      func(t *Theme) any { return &t.Mode },
	"theme.accent":    func(t *Theme) any { return &t.Accent },
	"theme.contrast":  func(t *Theme) any { return &t.Contrast },
	"theme.wallpaper": func(t *Theme) any { return &t.Wallpaper },
}

// styleFields maps the JSON name of a style field to its index.
var styleFields = func() map[string]int {
	m := map[string]int{}
	t := reflect.TypeFor[ui.Style]()
	for i := range t.NumField() {
		name, _, _ := strings.Cut(t.Field(i).Tag.Get("json"), ",")
		m[name] = i
	}
	return m
}()

// Prefixes of the fields that live in maps.
const (
	overridePrefix = "overrides/"
	textPrefix     = "text_overrides/"
	tooltipPrefix  = "tooltip_overrides/"
	propPrefix     = "props/"
)

// splitOverride cuts overrides/NODE/STYLE; a node id has slashes itself, a style field has none.
func splitOverride(field string) (node, style string, ok bool) {
	rest, ok := strings.CutPrefix(field, overridePrefix)
	if !ok {
		return "", "", false
	}
	i := strings.LastIndexByte(rest, '/')
	if i < 0 {
		return "", "", false
	}
	_, known := styleFields[rest[i+1:]]
	return rest[:i], rest[i+1:], known
}

// get returns the value of a field of the cell as JSON; nil when it is zero. The field is known to be valid.
func (c *Cell) get(field string) json.RawMessage {
	if f, ok := cellFields[field]; ok {
		return encode(reflect.ValueOf(f(c)).Elem())
	}
	if node, style, ok := splitOverride(field); ok {
		return encode(reflect.ValueOf(c.Overrides[node]).Field(styleFields[style]))
	}
	if node, ok := strings.CutPrefix(field, textPrefix); ok {
		return encodeEntry(c.TextOverrides, node)
	}
	if node, ok := strings.CutPrefix(field, tooltipPrefix); ok {
		return encodeEntry(c.TooltipOverrides, node)
	}
	return encodeEntry(c.Props, strings.TrimPrefix(field, propPrefix))
}

func encode(v reflect.Value) json.RawMessage {
	if v.IsZero() {
		return nil
	}
	b, _ := json.Marshal(v.Interface()) // plain strings and finite numbers: cannot fail
	return b
}

func encodeEntry(m map[string]string, key string) json.RawMessage {
	v, ok := m[key]
	if !ok {
		return nil
	}
	b, _ := json.Marshal(v)
	return b
}

// set changes a field. An error leaves the cell as it was.
func (c *Cell) set(field string, value json.RawMessage) error {
	if f, ok := cellFields[field]; ok {
		return assign(field, reflect.ValueOf(f(c)).Elem(), value)
	}
	if node, style, ok := splitOverride(field); ok {
		s := c.Overrides[node]
		if err := assign(field, reflect.ValueOf(&s).Elem().Field(styleFields[style]), value); err != nil {
			return err
		}
		c.Overrides = put(c.Overrides, node, s, s != ui.Style{})
		return nil
	}
	if node, ok := strings.CutPrefix(field, textPrefix); ok {
		return setEntry(&c.TextOverrides, field, node, value)
	}
	if node, ok := strings.CutPrefix(field, tooltipPrefix); ok {
		return setEntry(&c.TooltipOverrides, field, node, value)
	}
	if name, ok := strings.CutPrefix(field, propPrefix); ok {
		return setEntry(&c.Props, field, name, value)
	}
	return fmt.Errorf("tissue: a cell has no field %.80q", field)
}

func setEntry(m *map[string]string, field, key string, value json.RawMessage) error {
	var s string
	if err := assign(field, reflect.ValueOf(&s).Elem(), value); err != nil {
		return err
	}
	*m = put(*m, key, s, !isNull(value))
	return nil
}

// put sets or deletes an entry; an empty map becomes nil, so that equal documents have equal JSON.
func put[V any](m map[string]V, key string, v V, keep bool) map[string]V {
	switch {
	case keep && m == nil:
		m = map[string]V{key: v}
	case keep:
		m[key] = v
	default:
		delete(m, key)
		if len(m) == 0 {
			m = nil
		}
	}
	return m
}

// assign decodes the value strictly into a fresh one, checks it and only then stores it.
func assign(field string, to reflect.Value, value json.RawMessage) error {
	fresh := reflect.New(to.Type())
	if !isNull(value) {
		dec := json.NewDecoder(bytes.NewReader(value))
		dec.DisallowUnknownFields()
		if err := dec.Decode(fresh.Interface()); err != nil {
			return fmt.Errorf("tissue: field %s: %w", field, err)
		}
		if dec.More() {
			return fmt.Errorf("tissue: field %s: more than one value", field)
		}
	}
	if err := checkValue(field, fresh.Elem()); err != nil {
		return err
	}
	to.Set(fresh.Elem())
	return nil
}
