package tissue

import (
	"fmt"
	"math"
	"reflect"
	"slices"
	"strings"
)

// Limits of a document. They are far beyond any real desktop and keep a hostile peer from filling the memory.
const (
	MaxCells     = 1000
	MaxOverrides = 2000      // of one kind on one cell
	MaxText      = 64 << 10  // bytes of a prop or a text override
	MaxName      = 256       // bytes of titles, colours and the like
	MaxKey       = 4096      // bytes of node ids and prop names
	maxNumber    = 1_000_000 // logical pixels and the like, either sign
)

// Version of the format that this package writes.
const Version = 1

// Anchors are the places a cell can be measured from.
var Anchors = []string{"top-left", "top", "top-right", "left", "center", "right", "bottom-left", "bottom", "bottom-right"}

// Kinds are the kinds of cell, from back to front, then those without a picture.
var Kinds = []Kind{KindWallpaper, KindWidget, KindWindow, KindPanel, KindOverlay, KindService}

// choices are the closed lists of string fields; "" is always allowed.
var choices = map[string][]string{
	"placement.anchor": Anchors,
	"kind":             {"wallpaper", "widget", "window", "panel", "overlay", "service"},
	"theme.mode":       {"dark", "light"},
	"theme.contrast":   {"high"},
}

// ranges are the limits of number fields where they are narrower than maxNumber; 0 is always allowed.
var ranges = map[string][2]float64{
	"placement.w": {0, maxNumber}, "placement.h": {0, maxNumber}, "placement.scale": {0.1, 10}, "opacity": {0, 1},
	"generation": {0, math.MaxInt32}, "order": {0, math.MaxInt32},
}

// checkValue checks one field's decoded value.
func checkValue(field string, v reflect.Value) error {
	for v.Kind() == reflect.Pointer {
		if v.IsNil() {
			return nil
		}
		v = v.Elem()
	}
	switch v.Kind() {
	case reflect.String:
		return checkText(field, v.String())
	case reflect.Float64:
		return checkNumber(field, v.Float())
	case reflect.Int:
		return checkNumber(field, float64(v.Int()))
	}
	return nil
}

func checkText(field, s string) error {
	limit := MaxName
	if strings.HasPrefix(field, textPrefix) || strings.HasPrefix(field, tooltipPrefix) || strings.HasPrefix(field, propPrefix) {
		limit = MaxText
	}
	if len(s) > limit {
		return fmt.Errorf("tissue: field %s: %d bytes of text, at most %d", field, len(s), limit)
	}
	if list := choices[field]; list != nil && s != "" && !slices.Contains(list, s) {
		return fmt.Errorf("tissue: field %s: %.40q is none of %s", field, s, strings.Join(list, ", "))
	}
	return nil
}

func checkNumber(field string, n float64) error {
	limit, ok := ranges[field]
	if !ok {
		limit = [2]float64{-maxNumber, maxNumber}
	}
	if math.IsNaN(n) || n != 0 && (n < limit[0] || n > limit[1]) {
		return fmt.Errorf("tissue: field %s: %v is outside %v to %v", field, n, limit[0], limit[1])
	}
	return nil
}

// Check reports what makes the document unusable: a bad id, an unknown kind, a number out of range, too much of
// something. A document that passed is safe to lay out.
func (d *Document) Check() error {
	if d.Version != Version {
		return fmt.Errorf("tissue: document has version %d, this program reads %d", d.Version, Version)
	}
	if len(d.Cells) > MaxCells {
		return fmt.Errorf("tissue: %d cells, at most %d", len(d.Cells), MaxCells)
	}
	for field, at := range themeFields {
		if err := checkValue(field, reflect.ValueOf(at(&d.Theme)).Elem()); err != nil {
			return err
		}
	}
	for id, c := range d.Cells {
		if _, err := ParseID(string(id)); err != nil {
			return err
		}
		if c == nil {
			return fmt.Errorf("tissue: cell %s is null", id)
		}
		if err := c.check(); err != nil {
			return fmt.Errorf("tissue: cell %s: %w", id, err)
		}
	}
	return nil
}

func (c *Cell) check() error {
	if c.Kind == "" {
		return fmt.Errorf("no kind, want one of %v", Kinds)
	}
	if n := max(len(c.Overrides), len(c.TextOverrides), len(c.TooltipOverrides), len(c.Props)); n > MaxOverrides {
		return fmt.Errorf("%d overrides or props, at most %d", n, MaxOverrides)
	}
	for field, at := range cellFields {
		if err := checkValue(field, reflect.ValueOf(at(c)).Elem()); err != nil {
			return err
		}
	}
	for node, s := range c.Overrides {
		if len(node) > MaxKey {
			return fmt.Errorf("overrides/ has a node id of %d bytes, at most %d", len(node), MaxKey)
		}
		v := reflect.ValueOf(s)
		for name, i := range styleFields {
			if err := checkValue(overridePrefix+node+"/"+name, v.Field(i)); err != nil {
				return err
			}
		}
	}
	for prefix, m := range map[string]map[string]string{textPrefix: c.TextOverrides, tooltipPrefix: c.TooltipOverrides, propPrefix: c.Props} {
		for k, s := range m {
			if len(k) > MaxKey {
				return fmt.Errorf("%s has a name of %d bytes, at most %d", prefix, len(k), MaxKey)
			}
			if err := checkText(prefix+k, s); err != nil {
				return err
			}
		}
	}
	return nil
}
