package main_test

import (
	"image"
	"math"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp/kb"

	"cellshell/evolve/act"
	"cellshell/internal/testenv"
	"cellshell/shell/control"
)

// patience is how long anything may take: a browser without a graphics processor is slow on a busy machine.
const patience = 30 * time.Second

// TestTheDesktopInABrowser uses one desktop and one page, whose parts build on each other.
func TestTheDesktopInABrowser(t *testing.T) {
	b := testenv.StartBrowser(t, 1280, 800, 1)
	b.AllowClipboard()
	d := testenv.Start(t)
	address := d.Address()
	drawn(t, b, address)
	part := func(name string, f func(t *testing.T)) { // the browser and the desktop fail the whole test
		if !t.Failed() {
			began := time.Now()
			f(t)
			t.Logf("%s: %v", name, time.Since(began).Round(10*time.Millisecond))
		}
	}
	plus := node(d, "counter", "plus")

	part("it shows the desktop", func(t *testing.T) {
		if where := b.Text("location.href"); strings.Contains(where, "token") || strings.Contains(where, "#") {
			t.Errorf("the address in the browser is %s", where)
		}
		same(t, b.Shot("start"), d.Screenshot())
	})
	part("a click", func(t *testing.T) {
		b.Click(middle(plus))
		b.Click(middle(plus))
		testenv.Eventually(t, patience, "two clicks on +1 count to 2", func() bool { return node(d, "counter", "count").Text == "2" })
	})
	part("typing, and the clipboard", func(t *testing.T) {
		b.Click(middle(area(d)))
		b.Type("Größe, Milk and bread")
		testenv.Eventually(t, patience, "what is typed stands in the note", func() bool { return area(d).Text == "Größe, Milk and bread" })
		b.Key("a", kb.ModifierCtrl)
		b.Key("c", kb.ModifierCtrl)
		testenv.Eventually(t, patience, "Ctrl+C copies it to the browser's clipboard", func() bool {
			return b.Text("navigator.clipboard.readText()") == "Größe, Milk and bread"
		})
		b.Text(`navigator.clipboard.writeText("one\ntwo 🙂").then(() => "")`)
		b.Paste()
		testenv.Eventually(t, patience, "Ctrl+V types what another program has copied", func() bool { return area(d).Text == "one\ntwo 🙂" })
		b.Compose("にほん", "日本")
		testenv.Eventually(t, patience, "an input method types", func() bool { return area(d).Text == "one\ntwo 🙂日本" })
		b.Key(kb.ArrowLeft, kb.ModifierShift)
		b.Key(kb.Backspace)
		testenv.Eventually(t, patience, "a letter is selected and erased", func() bool { return area(d).Text == "one\ntwo 🙂日" })
		b.Shot("typed")
	})
	part("at rest", func(t *testing.T) {
		b.Move(640, 780)
		time.Sleep(1500 * time.Millisecond) // motion comes to rest
		frames, drawn, views := b.Number("cellshell.frames"), d.Screens()[0].Drawn, panelViews(d)
		time.Sleep(2 * time.Second)
		asked, drew, told := b.Number("cellshell.frames")-frames, d.Screens()[0].Drawn-drawn, panelViews(d)-views
		t.Logf("in 2 s the panel showed something else %d times, the page drew %d pictures and asked for %g frames", told, drew, asked)
		if drew > told+1 || asked > 3*float64(told+2) {
			t.Errorf("a still page is not still")
		}
	})
	part("a sentence", func(t *testing.T) {
		b.Move(middle(plus))
		b.Key(" ", kb.ModifierCtrl)
		b.Type("make this button bigger")
		b.Shot("sentence")
		b.Key(kb.Enter)
		testenv.Eventually(t, patience, "the button under the pointer grows", func() bool {
			return node(d, "counter", "plus").Bounds.W > plus.Bounds.W*1.4
		})
		if h := history(d); h[0].Sentence != "make this button bigger" || h[0].Status != act.Done {
			t.Errorf("the newest change is %+v", h[0])
		}
		b.Key("z", kb.ModifierCtrl)
		testenv.Eventually(t, patience, "Ctrl+Z takes it back", func() bool { return node(d, "counter", "plus").Bounds == plus.Bounds })
	})
	part("a drag and the wheel", func(t *testing.T) {
		was := d.Inspect("notes").Bounds
		b.Drag(was.X+200, was.Y+20, 80, 60)
		testenv.Eventually(t, patience, "the window is moved by 80, 60", func() bool {
			is := d.Inspect("notes").Bounds
			return is.X == was.X+80 && is.Y == was.Y+60
		})
	})
	part("another size", func(t *testing.T) {
		b.Resize(412, 870, 2.625)
		testenv.Eventually(t, patience, "the desktop is laid out for a phone", func() bool {
			s := d.Screens()
			return len(s) == 1 && s[0].W == 412 && s[0].H == 870 && s[0].Scale == 2.625
		})
		time.Sleep(time.Second)
		if img := b.Shot("phone"); img.Bounds().Dx() != int(math.Round(412*2.625)) {
			t.Errorf("the picture is %v", img.Bounds())
		}
		if w, h := b.Number("document.querySelector('canvas').width"), b.Number("document.querySelector('canvas').height"); w != math.Round(412*2.625) || h != math.Round(870*2.625) {
			t.Errorf("the canvas has %g×%g pixels", w, h)
		}
		fingers(t, b, d)
		b.Resize(1280, 800, 1)
		testenv.Eventually(t, patience, "the desktop is as large as before", func() bool { s := d.Screens(); return len(s) == 1 && s[0].W == 1280 })
	})
	part("the body dies", func(t *testing.T) {
		b.Click(middle(area(d)))
		pid := d.BodyPID()
		d.KillBody()
		testenv.Eventually(t, patience, "the page is attached to the next body", func() bool {
			var st control.Status
			return d.Try(control.MethodStatus, nil, &st) == nil && st.PID != pid && len(d.Screens()) == 1 && d.Screens()[0].Shown > 0
		})
		b.Key(kb.End, kb.ModifierCtrl)
		b.Type("!")
		testenv.Eventually(t, patience, "what is typed after the body's death arrives", func() bool { return strings.HasSuffix(area(d).Text, "日!") })
		if s := b.State(); s != "drawn" {
			t.Errorf("the page is %s", s)
		}
	})
	part("the page is loaded again", func(t *testing.T) {
		b.Open(b.Text("location.href"))
		waitDrawn(t, b)
	})
	part("a shader of a cell", func(t *testing.T) { lights(t, b, d) })
	part("a browser that cannot draw", func(t *testing.T) {
		for _, lack := range []struct{ script, says string }{
			{"HTMLCanvasElement.prototype.getContext = () => null", "WebGL"},
			{"delete globalThis.WebAssembly", "WebAssembly"},
		} {
			undo := b.Before(lack.script)
			b.Open(b.Text("location.href"))
			testenv.Eventually(t, patience, "the page says what is missing", func() bool { return b.State() == "failed" })
			if got := b.Text("document.body.innerText"); !strings.Contains(got, lack.says) {
				t.Errorf("without %s the page says %q", lack.says, got)
			}
			b.Shot("without-" + lack.says)
			undo()
		}
	})
	part("a spent address in another browser", func(t *testing.T) {
		b.Text(`(localStorage.clear(), "")`)
		b.ClearCookies()
		b.Open(address)
		if got := b.Text("document.body.innerText"); !strings.Contains(got, "cell web") || !strings.Contains(got, "already") {
			t.Errorf("the page says %q", got)
		}
		b.Shot("spent")
		drawn(t, b, d.Address())
	})
	part("the desktop ends", func(t *testing.T) {
		d.Stop()
		testenv.Eventually(t, patience, "the page says so", func() bool { return b.State() == "gone" })
		time.Sleep(300 * time.Millisecond)
		b.Shot("gone")
	})
	if t.Failed() {
		t.Logf("the page said:\n%s", b.Log())
		b.Shot("failed")
	}
}

// fingers use the desktop as on a phone: a finger that stays asks about what it is on, and there is a button for the rest.
func fingers(t *testing.T, b *testenv.Browser, d *testenv.Desk) {
	t.Helper()
	b.Prefer("prefers-reduced-motion", "reduce")
	defer b.Prefer("prefers-reduced-motion", "")
	plus := node(d, "counter", "plus")
	x, y := middle(plus)
	b.Slow(6) // a page that draws longer than a finger stays that asks
	b.Touch(x, y, 0)
	testenv.Eventually(t, patience, "a finger that does not stay counts", func() bool { return node(d, "counter", "count").Text == "3" })
	b.Slow(1)
	b.Touch(x, y, 900*time.Millisecond)
	b.Shot("held")
	b.Type("make this button bigger")
	b.Key(kb.Enter)
	testenv.Eventually(t, patience, "the button that was held grows", func() bool { return node(d, "counter", "plus").Bounds.W > plus.Bounds.W*1.4 })
	if got := node(d, "counter", "count").Text; got != "3" {
		t.Errorf("the finger that stayed has counted to %s", got)
	}
	closed := func() bool {
		was := d.Screens()[0].Drawn
		time.Sleep(time.Second)
		return d.Screens()[0].Drawn <= was+1 // the panel
	}
	testenv.Eventually(t, patience, "the bar has closed by itself", closed)
	b.Touch(412-16-24, 870-96-24, 0)
	b.Shot("button")
	b.Type("undo")
	b.Key(kb.Enter)
	testenv.Eventually(t, patience, "the button for fingers opens the bar", func() bool { return node(d, "counter", "plus").Bounds.W == plus.Bounds.W })
	testenv.Eventually(t, patience, "the bar has closed by itself again", closed) // until then it has the keys
}

// hasGPU makes a browser say that a graphics processor draws.
const hasGPU = `(() => {
	const proto = WebGL2RenderingContext.prototype, get = proto.getParameter, make = HTMLCanvasElement.prototype.getContext;
	proto.getParameter = function (what) { return what === 0x9246 ? "A graphics processor" : get.call(this, what); };
	HTMLCanvasElement.prototype.getContext = function (kind, options) {
		return make.call(this, kind, { ...options, failIfMajorPerformanceCaveat: false });
	};
})()`

// lamp is red where a graphics processor draws it.
const lamp = `package main

import "cellshell/membrane/cell"

type Lamp struct{ N int }

func (l *Lamp) View(x *cell.Context) cell.Node {
	return cell.Shader("func Fragment(dst vec4, src vec2, color vec4) vec4 {\n\treturn vec4(1, 0, 0, 1)\n}", cell.Text("dark")).Width(120).Height(60)
}

func main() { cell.Run(&Lamp{}) }
`

// lights shows a cell whose picture a graphics processor computes: in a browser that has one it is tried, then seen, but not after
// the graphics have died.
func lights(t *testing.T, b *testenv.Browser, d *testenv.Desk) {
	t.Helper()
	d.Call(control.MethodSpawn, control.SpawnParams{Source: lamp, Name: "lamp"}, nil)
	at := d.Inspect("lamp").Bounds
	lit := func() bool {
		r, g, bl, _ := b.Shot("lamp").At(int(at.X+at.W/2), int(at.Y+at.H/2)).RGBA()
		return r>>8 > 250 && g>>8 < 5 && bl>>8 < 5
	}
	time.Sleep(time.Second)
	if lit() {
		t.Error("a browser without a graphics processor computes a shader")
	}
	defer b.Before(hasGPU)()
	b.Open(b.Text("location.href"))
	waitDrawn(t, b)
	testenv.Eventually(t, patience, "the lamp shines", lit)
	if note := b.Text(`localStorage.getItem("cellshell-graphics") ?? "none"`); note != "none" {
		t.Errorf("after the trial there is a note: %s", note)
	}
	b.Text(`(localStorage.setItem("cellshell-graphics", Date.now()), "")`)
	b.Open(b.Text("location.href"))
	waitDrawn(t, b)
	testenv.Eventually(t, patience, "the log says why the shader is not drawn", func() bool {
		out, _, _ := d.Cell("logs", "lamp")
		return strings.Contains(out, "the graphics of the browser have died lately")
	})
	if lit() {
		t.Error("a shader runs although the graphics have died")
	}
	b.Text(`(localStorage.removeItem("cellshell-graphics"), "")`)
}

func drawn(t *testing.T, b *testenv.Browser, address string) {
	t.Helper()
	b.Open(address)
	waitDrawn(t, b)
}

func waitDrawn(t *testing.T, b *testenv.Browser) {
	t.Helper()
	testenv.Eventually(t, 60*time.Second, "the page shows the desktop", func() bool {
		if s := b.State(); s == "failed" {
			t.Fatalf("the page: %s\n%s", b.Text("document.body.innerText"), b.Log())
		}
		return b.State() == "drawn"
	})
	time.Sleep(500 * time.Millisecond) // the veil is lifted
}

// same holds a picture of the page to one of the body: but for what moves meanwhile, they are the same.
func same(t *testing.T, got, want image.Image) {
	t.Helper()
	if got.Bounds() != want.Bounds() {
		t.Fatalf("the page is %v, the desktop %v", got.Bounds(), want.Bounds())
	}
	differ, all := 0, 0
	for y := 60; y < want.Bounds().Dy(); y += 2 { // above is the panel, with the time
		for x := 0; x < want.Bounds().Dx(); x += 2 {
			r, g, b, _ := got.At(x, y).RGBA()
			R, G, B, _ := want.At(x, y).RGBA()
			all++
			if far(r, R) || far(g, G) || far(b, B) {
				differ++
			}
		}
	}
	if differ*50 > all {
		t.Errorf("%d of %d points differ from what the body draws", differ, all)
	}
}

func far(a, b uint32) bool { return max(a, b)-min(a, b) > 24<<8 }
