package codec_test

import (
	"encoding/json"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"cellshell/membrane/codec"
	"cellshell/membrane/ui"
)

// contract returns docs/cell-contract.md.
func contract(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile("../../docs/cell-contract.md")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// Every example of the contract is a message that means something: it is decoded, and nothing of it is lost.
func TestExamplesOfTheContract(t *testing.T) {
	seen := map[ui.Type]bool{}
	var tree *ui.Node
	for _, block := range regexp.MustCompile("(?s)```json\n(.*?)```").FindAllStringSubmatch(contract(t), -1) {
		dec := json.NewDecoder(strings.NewReader(block[1]))
		for dec.More() {
			var raw json.RawMessage
			if err := dec.Decode(&raw); err != nil {
				t.Fatalf("%v in\n%s", err, block[1])
			}
			m, err := codec.Decode(raw)
			if err != nil {
				t.Errorf("%v in\n%s", err, raw)
				continue
			}
			seen[m.MessageType()] = true
			if v, ok := m.(ui.View); ok {
				tree = shown(t, tree, v)
			}
			again, err := ui.Marshal(m)
			if err != nil {
				t.Fatal(err)
			}
			for _, path := range missing("", value(t, raw), value(t, again)) {
				t.Errorf("%s is not understood in\n%s", path, raw)
			}
		}
	}
	for _, known := range []ui.Type{
		ui.TypeHello, ui.TypeLoad, ui.TypeStart, ui.TypeEvent, ui.TypeTick, ui.TypeReply, ui.TypeTheme, ui.TypeStop,
		ui.TypeView, ui.TypeCall, ui.TypeTimer, ui.TypeLog, ui.TypeBye, ui.TypeError,
	} {
		if !seen[known] {
			t.Errorf("the contract has no example of %s", known)
		}
	}
}

func shown(t *testing.T, tree *ui.Node, v ui.View) *ui.Node {
	t.Helper()
	if v.Tree != nil {
		tree = v.Tree
		ui.Identify(tree)
	}
	tree, err := ui.ApplyPatch(tree, v.Patch)
	if err != nil {
		t.Fatal(err)
	}
	if err := ui.Check(tree); err != nil {
		t.Error(err)
	}
	return tree
}

func value(t *testing.T, p []byte) any {
	t.Helper()
	var v any
	if err := json.Unmarshal(p, &v); err != nil {
		t.Fatal(err)
	}
	return v
}

// missing lists what is in a and not, or differently, in b; zero values may be left out.
func missing(path string, a, b any) []string {
	switch a := a.(type) {
	case map[string]any:
		m, ok := b.(map[string]any)
		if !ok && len(a) > 0 {
			return []string{path}
		}
		var out []string
		for k, v := range a {
			out = append(out, missing(path+"/"+k, v, m[k])...)
		}
		return out
	case []any:
		l, ok := b.([]any)
		if !ok || len(l) != len(a) {
			return []string{path}
		}
		var out []string
		for i, v := range a {
			out = append(out, missing(path, v, l[i])...)
		}
		return out
	case float64:
		if a == 0 && b == nil {
			return nil
		}
	case string:
		if a == "" && b == nil {
			return nil
		}
	}
	if a != b {
		return []string{path}
	}
	return nil
}

// The lists of the contract are those of the code.
func TestListsOfTheContract(t *testing.T) {
	text := contract(t)
	words := strings.FieldsFunc(text, func(r rune) bool { return !('a' <= r && r <= 'z' || r == '-' || r == '_') })
	var want []string
	for _, k := range ui.Kinds {
		want = append(want, string(k))
	}
	for _, e := range ui.Events {
		want = append(want, string(e))
	}
	for _, list := range [][]string{ui.Roles, ui.Icons, ui.Aligns, ui.Justifies, ui.Fonts, ui.TextAligns, ui.Cases, ui.Variants, ui.PaintOps, ui.Caps, fields(t)} {
		want = append(want, list...)
	}
	for _, w := range want {
		if w != "round" && !slices.Contains(words, w) { // a cap that nobody needs to write
			t.Errorf("the contract does not mention %s", w)
		}
	}
}

// fields returns the names of all style fields.
func fields(t *testing.T) []string {
	t.Helper()
	var out []string
	for _, line := range regexp.MustCompile("json:\"([a-z_]+),").FindAllStringSubmatch(source(t), -1) {
		out = append(out, line[1])
	}
	return out
}

func source(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile("../ui/style.go")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
