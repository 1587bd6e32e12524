package act_test

import (
	"os"
	"reflect"
	"strings"
	"testing"

	"cellshell/evolve/act"
)

// TestTheReceiptIsDescribed: docs/receipt.md has a row for every field there is.
func TestTheReceiptIsDescribed(t *testing.T) {
	doc, err := os.ReadFile("../../docs/receipt.md")
	if err != nil {
		t.Fatal(err)
	}
	var first string // column of each row
	for line := range strings.Lines(string(doc)) {
		if cells := strings.Split(line, "|"); len(cells) > 2 {
			first += cells[1]
		}
	}
	for _, of := range []reflect.Type{reflect.TypeFor[act.Receipt](), reflect.TypeFor[act.Timing](), reflect.TypeFor[act.Cost]()} {
		for i := range of.NumField() {
			name, _, _ := strings.Cut(of.Field(i).Tag.Get("json"), ",")
			text := first
			if of != reflect.TypeFor[act.Receipt]() {
				text = string(doc)
			}
			if !strings.Contains(text, "`"+name+"`") {
				t.Errorf("docs/receipt.md does not tell of %s", name)
			}
		}
	}
}
