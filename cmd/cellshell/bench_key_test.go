package main

import (
	"context"
	"strings"
	"testing"
	"time"

	"cellshell/gpu/soft"
	"cellshell/internal/testenv"
	"cellshell/shell/attach"
	"cellshell/shell/control"
	"cellshell/shell/screen"
)

// measureKey measures how long a letter takes from the hands to the picture, without the wait for a frame: to the display
// list that the GPU is given, and to pixels where the processor draws. The notes cell is typed into, which counts words at
// each letter.
func measureKey(t *testing.T, table *numbers) {
	d := testenv.Start(t)
	wake := make(chan struct{}, 1)
	s := screen.New(screen.Options{
		Dial: func(ctx context.Context) (*control.Client, error) { return control.DialPath(ctx, d.Socket()) },
		W:    1280, H: 800, Scale: 1,
		Wake: func() {
			select {
			case wake <- struct{}{}:
			default: // it is about to look
			}
		},
	})
	defer s.Close()
	var canvas soft.Canvas
	// until draws what there is to draw until ok, and tells when the display list and the pixels were there.
	until := func(what string, ok func() bool) (listed, drawn time.Time) {
		t.Helper()
		for deadline := time.After(10 * time.Second); ; {
			select {
			case <-wake:
			case <-deadline:
				t.Fatalf("not within 10 s: %s", what)
			}
			scene, moves := s.Picture()
			if scene == nil {
				continue
			}
			listed = time.Now()
			canvas.Draw(scene)
			drawn = time.Now()
			s.Shown()
			if ok() {
				return listed, drawn
			}
			if moves {
				time.AfterFunc(16*time.Millisecond, func() {
					select {
					case wake <- struct{}{}:
					default: // it is about to look
					}
				})
			}
		}
	}
	note := testenv.Node(d.Inspect("notes").Tree, func(n *control.NodeDetail) bool { return n.Kind == "area" })
	x, y := note.Bounds.X+40, note.Bounds.Y+20
	until("the screen is attached", s.Attached)
	s.Handle(attach.Event{Kind: attach.Down, X: x, Y: y, Button: attach.Left, Clicks: 1}, attach.Event{Kind: attach.Up, X: x, Y: y, Button: attach.Left})
	until("the note has the keyboard", func() bool { _, takes := s.Caret(); return takes })
	typed := func(n int) (list, pixels []time.Duration) {
		for i := range n {
			letter := string(rune('a' + i%26))
			if i%7 == 6 {
				letter = " "
			}
			was, _ := s.Caret()
			began := time.Now()
			s.Handle(attach.Event{Kind: attach.Key, Chord: letter, Text: letter})
			listed, drawn := until("the letter is in the picture", func() bool { is, _ := s.Caret(); return is != was })
			list, pixels = append(list, listed.Sub(began)), append(pixels, drawn.Sub(began))
			time.Sleep(10 * time.Millisecond)
		}
		return list, pixels
	}
	time.Sleep(3 * time.Second) // cells that have just begun are compiled, which is another row
	typed(20)
	list, pixels := typed(300)
	table.row("key → display list with the letter", list, "5 ms")
	table.row("key → pixels with the letter (CPU)", pixels, "—")
	for _, long := range []struct {
		lines        int
		what, target string
	}{{400, "15 KB", "5 ms"}, {1200, "60 KB", "10 ms"}} { // which is nearly the most that a field holds
		was, _ := s.Caret()
		s.Handle(attach.Event{Kind: attach.Paste, Text: strings.Repeat("A note has a few words in each line.\n", long.lines)})
		until("the note is long", func() bool { is, _ := s.Caret(); return is != was })
		list, _ = typed(100)
		table.row("the same in a note of "+long.what, list, long.target)
	}
}
