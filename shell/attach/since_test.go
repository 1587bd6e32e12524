package attach_test

import (
	"encoding/json"
	"maps"
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"cellshell/compositor"
	"cellshell/compositor/edit"
	"cellshell/gpu/paint"
	"cellshell/membrane/ui"
	"cellshell/shell/attach"
	"cellshell/tissue"
)

// sent is a value after the wire.
func sent[T any](t *rapid.T, v T) T {
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	var out T
	if err := json.Unmarshal(data, &out); err != nil {
		t.Fatal(err)
	}
	return out
}

var words = rapid.StringOf(rapid.RuneFrom([]rune("ab é̂èê👩‍👧👨一丁\n")))

// TestEditsArriveWhole: whatever is typed, a screen that gets only what changed has the same in the end, however many
// changes one frame holds.
func TestEditsArriveWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		body := &compositor.Edits{Fields: map[string]*edit.Field{}, Scroll: map[string]paint.Point{}}
		var known, screen *compositor.Edits
		keys := []string{"notes/area0", "notes/field0", "list/in"}
		for range rapid.IntRange(1, 30).Draw(t, "steps") {
			k := rapid.SampledFrom(keys).Draw(t, "field")
			f := body.Fields[k]
			switch rapid.IntRange(0, 6).Draw(t, "what") {
			case 0:
				delete(body.Fields, k)
			case 1:
				body.Fields[k] = edit.NewField(words.Draw(t, "text"))
			case 2:
				body.Focus, body.Scroll[k] = compositor.Target{Cell: "notes", Node: k}, paint.Point{Y: float64(rapid.IntRange(0, 9).Draw(t, "y"))}
			case 3:
				if f != nil {
					f.Offer(words.Draw(t, "offer"), f.Seq)
				}
			default:
				if f != nil {
					f.State = f.Move(rapid.IntRange(0, len(f.Text)).Draw(t, "at"), rapid.Bool().Draw(t, "extend"))
					f.Key(rapid.SampledFrom([]string{"backspace", "left", "ctrl+z", "x", "enter", "ctrl+a"}).Draw(t, "key"), words.Draw(t, "typed"), edit.Options{Multi: true})
				}
			}
			if rapid.Bool().Draw(t, "later") {
				continue
			}
			e := attach.EditsSince(known, body)
			if e == nil {
				continue
			}
			known = attach.Keep(body)
			var err error
			if screen, err = sent(t, e).Apply(screen); err != nil {
				t.Fatal(err)
			}
			if screen.Focus != body.Focus || !maps.Equal(screen.Scroll, body.Scroll) || len(screen.Fields) != len(body.Fields) {
				t.Fatalf("the screen has %+v, the body %+v", screen, body)
			}
			for k, f := range body.Fields {
				if got := screen.Fields[k]; got == nil || got.State != f.State {
					t.Fatalf("%s: the screen has %+v, the body %+v", k, got, f.State)
				}
			}
			if again := attach.EditsSince(known, body); again != nil {
				t.Fatalf("nothing has changed, but %+v", again)
			}
		}
	})
}

// TestCellsArriveWhole: a screen that gets patches shows what the body has, but for the text of fields, which are edits.
func TestCellsArriveWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		edits := &compositor.Edits{Fields: map[string]*edit.Field{"a/column0/in": edit.NewField("typed")}}
		var was, screen compositor.CellInput
		for i := range rapid.IntRange(1, 12).Draw(t, "steps") {
			is := compositor.CellInput{Dead: rapid.SampledFrom([]string{"", "it crashed"}).Draw(t, "dead")}
			if i > 0 && rapid.Bool().Draw(t, "same") {
				is.Tree = was.Tree
			} else if rapid.IntRange(0, 5).Draw(t, "none") > 0 {
				is.Tree = &ui.Node{Kind: ui.KindColumn, Children: []*ui.Node{
					{Kind: ui.KindArea, Key: "in", Text: words.Draw(t, "field")},
					{Kind: ui.KindField, Key: "other", Text: words.Draw(t, "other")},
					{Kind: ui.KindText, Text: words.Draw(t, "text")},
				}[:rapid.IntRange(1, 3).Draw(t, "kids")]}
				ui.Identify(is.Tree)
			}
			thin := is
			thin.Tree = attach.Thin("a", is.Tree, edits)
			if is.Tree == was.Tree && i > 0 {
				thin.Tree = was.Tree
			}
			var err error
			if screen, err = sent(t, attach.Since(was, i > 0, thin)).Apply(screen); err != nil {
				t.Fatal(err)
			}
			if screen.Dead != is.Dead || !reflect.DeepEqual(screen.Tree, thin.Tree) && !screen.Tree.Equal(thin.Tree) {
				t.Fatalf("the screen has %+v, the body %+v", screen, is)
			}
			if n := ui.Find(screen.Tree, "column0/in"); n != nil && n.Text != "" {
				t.Fatalf("a text that was typed is sent with the tree: %q", n.Text)
			}
			was = thin
		}
	})
}

func TestACellThatWasNotShownIsNotTheSame(t *testing.T) {
	if _, err := (attach.Cell{Same: true}).Apply(compositor.CellInput{}); err == nil {
		t.Error("a patch of nothing is taken")
	}
	var id tissue.CellID = "a"
	if tree := attach.Thin(id, nil, nil); tree != nil {
		t.Errorf("%+v", tree)
	}
}
