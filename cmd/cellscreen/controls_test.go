package main_test

import (
	_ "embed"
	"math"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"
	"time"

	"cellshell/evolve/act"
	"cellshell/internal/testenv"
	"cellshell/shell/control"
)

//go:embed testdata/controls.go
var controls string

const controlsManifest = `name = "controls"
title = "Controls"
kind = "window"
placement = { anchor = "top-right", x = 40, y = 20, w = 320, h = 420 }
`

// TestControlsByHand does with mouse and keyboard of a real window what a person does all day.
func TestControlsByHand(t *testing.T) {
	d, x := testenv.StartWindow(t)
	var r act.Receipt
	d.Call(control.MethodSpawn, control.SpawnParams{Source: controls, Manifest: controlsManifest, Name: "controls"}, &r)
	if r.Status != act.Done {
		t.Fatalf("%s: %s", r.Status, r.Reason)
	}
	is := func(end string) *control.NodeDetail { return node(d, "controls", end) }
	value := func(end string) float64 {
		if v := is(end).Value; v != nil {
			return *v
		}
		return math.NaN()
	}
	said := func() string { return is("said").Text }
	until := func(t *testing.T, what string, ok func() bool) {
		t.Helper()
		defer func() {
			if t.Failed() {
				t.Logf("the cell shows %q, %q, lamp %v, volume %v; the keyboard is at %q", is("name").Text, said(), value("lamp"), value("volume"), d.Inspect("controls").Focus)
			}
		}()
		testenv.Eventually(t, 8*time.Second, what, ok)
	}

	t.Run("toggle, slider and list by mouse", func(t *testing.T) {
		x.Click(middle(is("lamp")))
		until(t, "a click on the switch turns it on", func() bool { return value("lamp") == 1 })
		b := is("volume").Bounds
		x.Drag(b.X+10, b.Y+b.H-8, b.W-20, 0, 3)
		x.Do("mouseup", "1")
		until(t, "a slider that is dragged to its end is there", func() bool { return value("volume") == 10 })
		x.Click(middle(is("row2")))
		until(t, "a click on a row is the row's", func() bool { return strings.Contains(said(), "row 2,") })
	})
	t.Run("a drag that is faster than a picture", func(t *testing.T) {
		b := is("volume").Bounds
		y := int(b.Y + b.H - 8)
		at := func(share float64) string { return itoa(b.X + 9 + share*(b.W-18)) }
		x.Do("mousemove", at(1), itoa(float64(y)), "mousedown", "1", "mousemove", at(0), itoa(float64(y)), "mouseup", "1", "mousemove", "640", "700")
		until(t, "press, drag and release at once are all three", func() bool { return value("volume") == 0 })
	})
	t.Run("Tab, Space, Enter, arrows", func(t *testing.T) {
		x.Click(middle(is("lamp")))
		until(t, "the switch is off", func() bool { return value("lamp") == 0 })
		x.Key("space")
		until(t, "Space turns the switch on", func() bool { return value("lamp") == 1 })
		x.Key("Tab", "Home", "Right", "Right", "Up", "Left")
		until(t, "arrows move the slider step by step", func() bool { return value("volume") == 2 })
		x.Shot("slider-focus")
		x.Key("End")
		until(t, "End brings it to its end", func() bool { return value("volume") == 10 })
		x.Key("Tab")
		x.Type("Ada")
		x.Key("Return")
		until(t, "Enter sends what is in the field", func() bool { return strings.HasPrefix(said(), "sent Ada,") })
		x.Key("Tab", "Return", "space")
		until(t, "Enter and Space press the button", func() bool { return strings.HasSuffix(said(), "taps 2") })
		x.Key("shift+Tab")
		x.Type("!")
		until(t, "Shift+Tab goes back", func() bool { return is("name").Text == "Ada!" })
	})
	t.Run("words, selection, undo, in order", func(t *testing.T) {
		x.Key("ctrl+a")
		x.Do("type", "--delay", "0", "one two three")
		x.Do("key", "--delay", "0", "BackSpace", "BackSpace", "a", "b", "Left", "c", "ctrl+shift+Left", "d", "End", "e")
		until(t, "keys that come at once are taken in order", func() bool { return is("name").Text == "one two dbe" })
		x.Key("ctrl+z", "ctrl+z")
		until(t, "Ctrl+Z takes typed text back", func() bool { return is("name").Text != "one two dbe" })
		x.Key("ctrl+shift+z", "ctrl+shift+z")
		until(t, "Ctrl+Shift+Z brings it again", func() bool { return is("name").Text == "one two dbe" })
	})
	t.Run("clipboard", func(t *testing.T) {
		if _, err := exec.LookPath("xclip"); err != nil {
			t.Skip("xclip is not installed; .ci/needs installs it")
		}
		x.Key("ctrl+a", "ctrl+c")
		until(t, "what was copied is on the clipboard of all", func() bool { return xclip(x, "", "-o", "-selection", "clipboard") == "one two dbe" })
		until(t, "what was selected is the primary selection", func() bool { return xclip(x, "", "-o", "-selection", "primary") == "one two dbe" })
		xclip(x, "Grüße, 世界", "-i", "-selection", "clipboard")
		x.Key("ctrl+v")
		x.Type("!")
		until(t, "what others copied is pasted, and what is typed then comes after it", func() bool { return is("name").Text == "Grüße, 世界!" })
		xclip(x, "mitte ", "-i", "-selection", "primary")
		b := is("name").Bounds
		x.Move(b.X+14, b.Y+b.H/2)
		x.Do("click", "2")
		until(t, "the middle button inserts the primary selection where it is", func() bool { return is("name").Text == "mitte Grüße, 世界!" })
		x.Shot("pasted")
		x.Key("ctrl+space")
		xclip(x, "make this bigger", "-i", "-selection", "clipboard")
		x.Key("shift+Insert", "ctrl+a", "ctrl+x")
		until(t, "the bar's field cuts and pastes too", func() bool {
			return xclip(x, "", "-o", "-selection", "clipboard") == "make this bigger" && is("name").Text == "mitte Grüße, 世界!"
		})
		x.Key("Escape")
	})
	t.Run("dead keys and compose", func(t *testing.T) {
		if _, err := exec.LookPath("setxkbmap"); err != nil {
			t.Skip("setxkbmap is not installed; .ci/needs installs it")
		}
		layout(x, "us", "-variant", "intl", "-option", "compose:ralt")
		x.Click(middle(is("name")))
		x.Key("ctrl+a")
		x.Do("key", "--delay", "30", "dead_acute", "e", "dead_diaeresis", "u", "x")
		until(t, "an accent and a letter are one letter", func() bool { return is("name").Text == "éüx" })
		layout(x, "us")
	})
	t.Run("wheel, scrollbar, keys", func(t *testing.T) {
		first := is("row0").Bounds.Y
		x.Move(middle(is("rows")))
		x.Do("click", "5", "click", "5")
		until(t, "the wheel scrolls the list", func() bool { return is("row0").Bounds.Y < first-60 })
		x.Do("click", "--repeat", "5", "4")
		until(t, "and back", func() bool { return is("row0").Bounds.Y == first })
		b := is("rows").Bounds
		x.Drag(b.X+b.W-5, b.Y+12, 0, 200, 4)
		x.Shot("scrollbar")
		x.Do("mouseup", "1")
		until(t, "the scrollbar is dragged to its end", func() bool { l := is("row29").Bounds; return l.Y+l.H <= b.Y+b.H+1 })
		x.Click(middle(is("row29")))
		x.Key("Home")
		until(t, "Home scrolls to the beginning", func() bool { return is("row0").Bounds.Y == first })
		x.Key("Page_Down")
		until(t, "Page Down to the next page", func() bool { return is("row0").Bounds.Y < first-80 })
	})
	t.Run("tooltip", func(t *testing.T) {
		x.Move(middle(is("tap")))
		with := x.ShotAfter(1500*time.Millisecond, "tooltip")
		x.Key("F9") // means nothing here, and hushes it
		if n := differ(with, x.ShotAfter(300*time.Millisecond, "hushed")); n < 300 {
			t.Errorf("a pointer that rests on the button gets no word: %d pixels differ from when it is hushed", n)
		}
	})
	t.Run("window: edges, halves, maximised, closed", func(t *testing.T) {
		bounds := func() control.Bounds { return d.Inspect("controls").Bounds }
		was, before := bounds(), len(history(d))
		x.Drag(was.X-2, was.Y+200, -50, 10, 3)
		x.Do("mouseup", "1")
		until(t, "the left edge is dragged, the right one stays", func() bool { r := bounds(); return r.X == was.X-50 && r.W == was.W+50 && r.H == was.H })
		x.Drag(bounds().X+100, bounds().Y-2, 0, 30, 3)
		x.Do("mouseup", "1")
		until(t, "the upper edge too", func() bool { r := bounds(); return r.Y == was.Y+30 && r.H == was.H-30 })
		was = bounds()
		x.Move(was.X+100, was.Y+20)
		x.Do("click", "--repeat", "2", "--delay", "60", "1")
		until(t, "a double click on the title fills the desktop", func() bool { r := bounds(); return r.W == 1280 && r.X == 0 && r.Y > 0 })
		x.ShotAfter(300*time.Millisecond, "maximised")
		d.KillBody()
		d.WaitUp(10 * time.Second)
		d.WaitScreen(10 * time.Second)
		x.Do("click", "--repeat", "2", "--delay", "60", "1")
		x.Move(bounds().X+100, bounds().Y+20)
		x.Do("click", "--repeat", "2", "--delay", "60", "1")
		until(t, "and once more, it is as before, though the body died meanwhile", func() bool { return bounds() == was })
		x.Drag(was.X+100, was.Y+20, 1-(was.X+100), 200, 4)
		x.ShotAfter(200*time.Millisecond, "snapping")
		x.Do("mouseup", "1")
		until(t, "at the left edge it takes the left half", func() bool { r := bounds(); return r.X == 0 && r.W == 640 && r.H > 700 })
		if n := len(history(d)) - before; n < 5 || n > 7 {
			t.Errorf("five acts of the hands are %d changes", n)
		}
		d.Call(control.MethodUndo, control.UndoParams{}, nil)
		until(t, "undo takes a snap back", func() bool { return bounds() == was })
		x.Click(bounds().X+100, bounds().Y+20)
		x.Do("keydown", "alt")
		x.Drag(was.X+60, was.Y+150, -30, 20, 2)
		x.Do("mouseup", "1", "keyup", "alt")
		until(t, "with Alt it moves from anywhere", func() bool {
			r := bounds()
			return math.Abs(r.X-was.X+30) < 1 && math.Abs(r.Y-was.Y-20) < 1 && r.W == was.W
		})
		was = bounds()
		x.Do("keydown", "alt")
		x.Move(was.X+was.W-60, was.Y+was.H-60)
		x.Do("mousedown", "3")
		x.Move(was.X+was.W-40, was.Y+was.H-50)
		x.Move(was.X+was.W-20, was.Y+was.H-40)
		x.Do("mouseup", "3", "keyup", "alt")
		until(t, "Alt and the right button drag the nearest corner", func() bool { r := bounds(); return r.W == was.W+40 && r.H == was.H+20 && r.X == was.X })
		was = bounds()
		x.Drag(was.X+100, was.Y+20, -60, 30, 2)
		x.Key("Escape")
		x.Do("mouseup", "1")
		until(t, "Escape ends a drag where it began", func() bool { return bounds() == was })
		x.Key("super+Left")
		until(t, "Super and Left take the left half", func() bool { r := bounds(); return r.X == 0 && r.W == 640 })
		x.Key("super+Up")
		until(t, "Super and Up fill the desktop", func() bool { r := bounds(); return r.X == 0 && r.W == 1280 })
		x.Key("super+Down")
		until(t, "Super and Down bring it back", func() bool { return bounds() == was })
		x.Key("alt+F4")
		until(t, "Alt+F4 closes it", func() bool { _, _, code := d.Cell("inspect", "controls"); return code != 0 })
	})
}

func itoa(v float64) string { return strconv.Itoa(int(v)) }

// xclip gives or takes the clipboard of a display.
func xclip(x *testenv.Display, in string, args ...string) string {
	cmd := exec.Command("timeout", append([]string{"5", "xclip"}, args...)...)
	cmd.Env = append(os.Environ(), "DISPLAY="+x.Name())
	cmd.Stdin = strings.NewReader(in)
	if in != "" { // what offers stays, and would hold the pipe open
		_ = cmd.Run()
		time.Sleep(150 * time.Millisecond)
		return ""
	}
	out, _ := cmd.Output()
	return string(out)
}

// layout sets the keyboard of a display.
func layout(x *testenv.Display, args ...string) {
	cmd := exec.Command("timeout", append([]string{"5", "setxkbmap"}, args...)...)
	cmd.Env = append(os.Environ(), "DISPLAY="+x.Name())
	_ = cmd.Run()
	time.Sleep(300 * time.Millisecond)
}
