// Film draws the moving picture of the README: it attaches to the running desktop as a screen, lets hands act on it and writes
// what is seen as an animated PNG (a screen recorder). See docs/picture.sh.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"time"

	"cellshell/gpu/paint"
	"cellshell/gpu/soft"
	"cellshell/internal/film/apng"
	"cellshell/shell/attach"
	"cellshell/shell/control"
	"cellshell/shell/screen"
)

// The size of the picture, and the distance of its frames.
const (
	width, height = 1280, 800
	step          = time.Second / 20
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: film PICTURE.png")
		os.Exit(2)
	}
	if err := run(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "film:", err)
		os.Exit(1)
	}
}

func run(path string) error {
	r := newRecorder()
	defer r.screen.Close()
	if err := r.act(); err != nil {
		return err
	}
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	if err := r.film.Encode(f); err != nil {
		return err
	}
	fmt.Println(r.film.Len(), "pictures")
	return f.Close()
}

// recorder is a screen and what is seen on it.
type recorder struct {
	screen *screen.Screen
	film   apng.Film
	canvas soft.Canvas
	scene  *paint.Scene // newest, without the pointer
	x, y   float64      // the pointer
	rolls  bool
	at     time.Time // when it was looked at last
	err    error
}

func newRecorder() *recorder {
	return &recorder{
		x: 640, y: 690,
		screen: screen.New(screen.Options{Dial: control.Dial, W: width, H: height, Scale: 1, PID: os.Getpid(), Wake: func() {}}),
	}
}

// see draws what is to be seen now, and adds it while the film rolls.
func (r *recorder) see() {
	now := time.Now()
	if s, _ := r.screen.Picture(); s != nil {
		r.scene = s
		r.screen.Shown()
	}
	if r.scene == nil || r.err != nil {
		return
	}
	s := *r.scene
	s.Ops = append(append([]paint.Op(nil), s.Ops...), arrow(r.x, r.y)...)
	img, _ := r.canvas.Draw(&s)
	if r.rolls {
		r.film.Stay(now.Sub(r.at))
		r.err = r.film.Add(img, 0)
	}
	r.at = now
}

// wait lets time go by.
func (r *recorder) wait(d time.Duration) {
	for end := time.Now().Add(d); time.Now().Before(end); {
		time.Sleep(max(step-time.Since(r.at), time.Millisecond))
		r.see()
	}
}

// glide moves the pointer to a place.
func (r *recorder) glide(x, y float64, d time.Duration) {
	x0, y0, began := r.x, r.y, time.Now()
	for t := 0.0; t < 1; {
		t = min(time.Since(began).Seconds()/d.Seconds(), 1)
		k := t * t * (3 - 2*t)
		r.x, r.y = x0+(x-x0)*k, y0+(y-y0)*k
		r.screen.Handle(attach.Event{Kind: attach.Move, X: r.x, Y: r.y})
		r.wait(step)
	}
}

// click presses and releases the left button.
func (r *recorder) click() {
	r.screen.Handle(attach.Event{Kind: attach.Down, Button: attach.Left, X: r.x, Y: r.y})
	r.wait(120 * time.Millisecond)
	r.screen.Handle(attach.Event{Kind: attach.Up, Button: attach.Left, X: r.x, Y: r.y})
}

func (r *recorder) key(chord, text string) {
	r.screen.Handle(attach.Event{Kind: attach.Key, Chord: chord, Text: text})
}

// act is what happens in the film.
func (r *recorder) act() error {
	r.wait(2 * time.Second) // all of the desktop is there
	was, err := bounds("counter", "plus")
	if err != nil {
		return err
	}
	plus := paint.Point{X: was.X + was.W/2, Y: was.Y + was.H/2}
	r.rolls = true
	r.see()
	r.wait(700 * time.Millisecond)
	r.glide(plus.X+18, plus.Y+11, 900*time.Millisecond)
	r.wait(200 * time.Millisecond)
	r.click()
	r.wait(600 * time.Millisecond)
	r.key("ctrl+space", "")
	r.wait(500 * time.Millisecond)
	for i, c := range "make this button bigger" {
		chord := string(c)
		if c == ' ' {
			chord = "space"
		}
		r.key(chord, string(c))
		r.wait(time.Duration(50+i*37%45) * time.Millisecond)
	}
	r.wait(700 * time.Millisecond)
	r.key("enter", "")
	if err := r.until(func(b control.Bounds) bool { return b.W > was.W*1.4 }); err != nil {
		return err
	}
	r.wait(2400 * time.Millisecond)
	r.key("ctrl+z", "")
	if err := r.until(func(b control.Bounds) bool { return b.W == was.W }); err != nil {
		return err
	}
	r.wait(1800 * time.Millisecond)
	return r.err
}

// until lets time go by until the button's bounds are as they should be.
func (r *recorder) until(ok func(control.Bounds) bool) error {
	for end := time.Now().Add(10 * time.Second); time.Now().Before(end); {
		r.wait(100 * time.Millisecond)
		if b, err := bounds("counter", "plus"); err != nil || ok(b) {
			return err
		}
	}
	return errors.New("the button did not change")
}

// bounds is where a cell's node stands whose id ends so.
func bounds(cell, end string) (control.Bounds, error) {
	c, err := control.Dial(context.Background())
	if err != nil {
		return control.Bounds{}, err
	}
	defer c.Close()
	var d control.CellDetail
	if err := c.Call(context.Background(), control.MethodInspect, control.CellParams{Cell: cell}, &d, nil); err != nil {
		return control.Bounds{}, err
	}
	if n := find(d.Tree, "/"+end); n != nil {
		return n.Bounds, nil
	}
	return control.Bounds{}, fmt.Errorf("%s has no %s", cell, end)
}

func find(n *control.NodeDetail, end string) *control.NodeDetail {
	if n == nil || strings.HasSuffix(n.ID, end) {
		return n
	}
	for _, k := range n.Children {
		if found := find(k, end); found != nil {
			return found
		}
	}
	return nil
}

// arrow is the pointer.
func arrow(x, y float64) []paint.Op {
	p := paint.Path{Fill: paint.Color{R: 20, G: 22, B: 28, A: 255}, Stroke: paint.Color{R: 255, G: 255, B: 255, A: 255}, Width: 1.5}
	for i, q := range [][2]float64{{0, 0}, {0, 17}, {4.2, 13.2}, {7, 19.4}, {9.8, 18.2}, {7.1, 12.2}, {12.4, 11.8}} {
		verb := paint.LineTo
		if i == 0 {
			verb = paint.MoveTo
		}
		p.Verbs, p.Points = append(p.Verbs, verb), append(p.Points, paint.Point{X: x + q[0], Y: y + q[1]})
	}
	p.Verbs = append(p.Verbs, paint.Close)
	return []paint.Op{p}
}
