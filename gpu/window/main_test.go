package window_test

import (
	"fmt"
	"image"
	"os"
	"runtime"
	"sync"
	"testing"

	"github.com/hajimehoshi/ebiten/v2"
)

// screen is a game that lets tests draw: what they do has to be done inside Draw.
type screen struct {
	first sync.Once
	ready chan struct{} // closed at the first frame
	over  bool
}

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
	s.first.Do(func() { close(s.ready) })
	job, ok := <-jobs
	if !ok {
		s.over = true
		return
	}
	job(dst)
}

func (s *screen) Layout(int, int) (int, int) { return 1280, 800 }

// TestMain shows a window and runs the tests beside it.
func TestMain(m *testing.M) {
	if runtime.GOOS == "linux" && os.Getenv("DISPLAY") == "" {
		missing = "needs a display, for instance that of xvfb-run"
		os.Exit(m.Run())
	}
	s, code := &screen{ready: make(chan struct{})}, make(chan int, 1)
	go func() {
		<-s.ready
		code <- m.Run()
		close(jobs)
	}()
	ebiten.SetWindowSize(1280, 800)
	ebiten.SetVsyncEnabled(false)
	ebiten.SetTPS(ebiten.SyncWithFPS)
	if err := run(s); err != nil {
		select {
		case <-s.ready:
			fmt.Fprintln(os.Stderr, "window: graphics ended:", err)
			os.Exit(1)
		default:
			missing = "needs graphics: " + err.Error()
			os.Exit(m.Run())
		}
	}
	os.Exit(<-code)
}

func run(s *screen) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("%v", p)
		}
	}()
	return ebiten.RunGame(s)
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
