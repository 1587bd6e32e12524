package window_test

import (
	"fmt"
	"image"
	"os"
	"runtime"
	"testing"

	"github.com/hajimehoshi/ebiten/v2"
)

// screen is a game that lets tests draw: what they do has to be done inside Draw.
type screen struct{ over bool }

// jobs are sent by tests and run one a frame. It is closed when they are done.
var jobs = make(chan func(*ebiten.Image))

// missing says why there is no screen; "" when there is one.
var missing string

func (s *screen) Update() error {
	if s.over {
		return ebiten.Termination
	}
	return nil
}

func (s *screen) Draw(dst *ebiten.Image) {
	job, ok := <-jobs
	if !ok {
		s.over = true
		return
	}
	job(dst)
}

func (s *screen) Layout(int, int) (int, int) { return 1280, 800 }

func TestMain(m *testing.M) {
	if runtime.GOOS == "linux" && os.Getenv("DISPLAY") == "" {
		missing = "no display: run with xvfb-run"
		os.Exit(m.Run())
	}
	code := 0
	started := make(chan struct{})
	go func() {
		<-started
		code = m.Run()
		close(jobs)
	}()
	ebiten.SetWindowSize(1280, 800)
	ebiten.SetVsyncEnabled(false)
	ebiten.SetTPS(ebiten.SyncWithFPS)
	close(started)
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "window: no graphics:", err)
		missing = err.Error()
		go func() { // tests that draw are skipped; those that began wait for a frame that never comes
			for job := range jobs {
				_ = job
			}
		}()
	}
	os.Exit(code)
}

func run() (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("%v", p)
		}
	}()
	return ebiten.RunGame(&screen{})
}

// draw runs a function inside a frame.
func draw(t testing.TB, f func(dst *ebiten.Image)) {
	t.Helper()
	if missing != "" {
		t.Skip(missing)
	}
	done := make(chan any)
	jobs <- func(dst *ebiten.Image) {
		defer func() { done <- recover() }()
		f(dst)
	}
	if p := <-done; p != nil {
		t.Fatal(p)
	}
}

// pixels is what an image shows.
func pixels(img *ebiten.Image) *image.RGBA {
	out := image.NewRGBA(img.Bounds())
	img.ReadPixels(out.Pix)
	return out
}
