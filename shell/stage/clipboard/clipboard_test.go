package clipboard_test

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
	"go.uber.org/goleak"

	"cellshell/internal/testenv"
	"cellshell/shell/stage/clipboard"
)

// desk is a display with a board on it and xclip beside it.
type desk struct {
	*testing.T
	display string
	board   *clipboard.Board
}

func start(t *testing.T) *desk {
	t.Helper()
	if _, err := exec.LookPath("xclip"); err != nil {
		t.Skip("xclip is not installed; .ci/needs installs it")
	}
	leaks := goleak.IgnoreCurrent()
	t.Cleanup(func() { goleak.VerifyNone(t, leaks) })
	d := &desk{T: t, display: testenv.StartDisplay(t).Name()}
	var err error
	if d.board, err = clipboard.Open(d.display); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(d.board.Close)
	return d
}

// xclip runs xclip, which stays in the background when it offers something.
func (d *desk) xclip(in string, args ...string) (string, error) {
	d.Helper()
	cmd := exec.Command("timeout", append([]string{"5", "xclip"}, args...)...)
	cmd.Env = append(os.Environ(), "DISPLAY="+d.display)
	cmd.Stdin = strings.NewReader(in)
	var out bytes.Buffer
	if args[0] == "-o" {
		cmd.Stdout = &out // not when it offers: its child would hold the pipe open
	}
	err := cmd.Run()
	return out.String(), err
}

func (d *desk) read(s clipboard.Selection) (string, error) {
	d.Helper()
	type answer struct {
		text string
		err  error
	}
	got := make(chan answer, 1)
	d.board.Read(s, func(text string, err error) { got <- answer{text, err} })
	select {
	case a := <-got:
		return a.text, a.err
	case <-time.After(10 * time.Second):
		d.Fatal("a read has not ended within 10 s")
		return "", nil
	}
}

// offer has xclip offer a text, which then is read.
func (d *desk) offer(text string) {
	d.Helper()
	if _, err := d.xclip(text, "-i", "-selection", "clipboard"); err != nil {
		d.Fatal(err)
	}
	var got string
	var err error
	testenv.Eventually(d, 5*time.Second, "what xclip offers is read", func() bool { // it may say that it offers a little before it does
		got, err = d.read(clipboard.Clipboard)
		return got == text && err == nil
	})
}

// long is a text of a size, bytes, that is the same nowhere.
func long(size int) string {
	var b strings.Builder
	for i := 0; b.Len() < size; i++ {
		b.WriteString("Zeile äöü €")
		b.WriteByte(byte('a' + i%26))
		b.WriteString(strings.Repeat("-", i%7))
	}
	return strings.ToValidUTF8(b.String()[:size], "?")
}

var texts = []struct{ name, text string }{
	{"a word", "hello"},
	{"utf-8", "Grüße, 世界 👋🏽\nzweite Zeile"},
	{"one megabyte", long(1 << 20)},
}

func TestOthersGetWhatWasCopied(t *testing.T) {
	d := start(t)
	for _, x := range texts {
		d.board.Own(clipboard.Clipboard, x.text)
		d.board.Own(clipboard.Primary, "selected: "+x.name)
		if got, err := d.xclip("", "-o", "-selection", "clipboard", "-target", "UTF8_STRING"); got != x.text {
			t.Errorf("%s: xclip got %d bytes, want %d, %v", x.name, len(got), len(x.text), err)
		}
		if got, _ := d.xclip("", "-o", "-selection", "primary"); got != "selected: "+x.name {
			t.Errorf("%s: the primary selection is %q", x.name, got)
		}
		if got, err := d.read(clipboard.Clipboard); got != x.text || err != nil {
			t.Errorf("%s: what was copied here is read here as %d bytes, %v", x.name, len(got), err)
		}
	}
	targets, _ := d.xclip("", "-o", "-selection", "clipboard", "-target", "TARGETS")
	for _, want := range []string{"TARGETS", "UTF8_STRING", "STRING", "text/plain;charset=utf-8", "TIMESTAMP", "MULTIPLE"} {
		if !strings.Contains("\n"+targets+"\n", "\n"+want+"\n") {
			t.Errorf("the target %s is not offered:\n%s", want, targets)
		}
	}
	d.board.Own(clipboard.Clipboard, "naïve €")
	if got, _ := d.xclip("", "-o", "-selection", "clipboard", "-target", "STRING"); got != "na\xefve ?" {
		t.Errorf("as STRING it is %q", got)
	}
	if _, err := d.xclip("", "-o", "-selection", "clipboard", "-target", "image/png"); err == nil {
		t.Error("a text is given as a picture")
	}
}

func TestWhatOthersCopiedIsRead(t *testing.T) {
	d := start(t)
	if _, err := d.read(clipboard.Clipboard); !errors.Is(err, clipboard.ErrEmpty) {
		t.Errorf("an empty clipboard is read as %v", err)
	}
	for _, x := range texts {
		d.offer(x.text)
	}
	d.board.Own(clipboard.Clipboard, "mine")
	if got, _ := d.xclip("", "-o", "-selection", "clipboard"); got != "mine" {
		t.Errorf("after another program had the clipboard, it is %q", got)
	}
	d.offer("theirs")
	if _, err := d.xclip(long(clipboard.MaxText+100), "-i", "-selection", "clipboard"); err != nil {
		t.Fatal(err)
	}
	testenv.Eventually(t, 5*time.Second, "a text that is too long is refused", func() bool {
		_, err := d.read(clipboard.Clipboard)
		return err != nil && strings.Contains(err.Error(), "more than 4 MB")
	})
}

// TestOwnersThatMisbehave lets an owner be silent, or end in the middle: a read ends in time, and the next one works.
func TestOwnersThatMisbehave(t *testing.T) {
	d := start(t)
	for _, x := range []struct {
		name string
		do   func(c *xgb.Conn, e xproto.SelectionRequestEvent)
		want string
	}{
		{"it never answers", func(*xgb.Conn, xproto.SelectionRequestEvent) {}, "has not answered"},
		{"it dies in the middle", func(c *xgb.Conn, e xproto.SelectionRequestEvent) {
			incr, _ := xproto.InternAtom(c, false, 4, "INCR").Reply()
			xproto.ChangeProperty(c, xproto.PropModeReplace, e.Requestor, e.Property, incr.Atom, 32, 1, []byte{0, 0, 16, 0})
			n := xproto.SelectionNotifyEvent{Requestor: e.Requestor, Selection: e.Selection, Target: e.Target, Property: e.Property}
			xproto.SendEvent(c, false, e.Requestor, 0, string(n.Bytes()))
			time.Sleep(100 * time.Millisecond)
			xproto.ChangeProperty(c, xproto.PropModeReplace, e.Requestor, e.Property, e.Target, 8, 3, []byte("abc"))
			time.Sleep(50 * time.Millisecond)
			c.Close()
		}, "stopped after 3 bytes"},
		{"it offers no text", func(c *xgb.Conn, e xproto.SelectionRequestEvent) {
			n := xproto.SelectionNotifyEvent{Requestor: e.Requestor, Selection: e.Selection, Target: e.Target}
			xproto.SendEvent(c, false, e.Requestor, 0, string(n.Bytes()))
		}, "no text"},
		{"it sends numbers", func(c *xgb.Conn, e xproto.SelectionRequestEvent) {
			xproto.ChangeProperty(c, xproto.PropModeReplace, e.Requestor, e.Property, xproto.AtomInteger, 32, 1, []byte{1, 2, 3, 4})
			n := xproto.SelectionNotifyEvent{Requestor: e.Requestor, Selection: e.Selection, Target: e.Target, Property: e.Property}
			xproto.SendEvent(c, false, e.Requestor, 0, string(n.Bytes()))
		}, "numbers of 32 bits"},
	} {
		own(d, x.do)
		began := time.Now()
		if got, err := d.read(clipboard.Clipboard); err == nil || !strings.Contains(err.Error(), x.want) {
			t.Errorf("%s: read %q, %v", x.name, got, err)
		}
		if took := time.Since(began); took > 3*time.Second {
			t.Errorf("%s: that took %v", x.name, took)
		}
		d.offer("after " + x.name)
	}
}

// own makes another program the owner of the clipboard, which does something with the requests.
func own(d *desk, do func(*xgb.Conn, xproto.SelectionRequestEvent)) {
	d.Helper()
	c, err := xgb.NewConnDisplay(d.display)
	if err != nil {
		d.Fatal(err)
	}
	w, _ := xproto.NewWindowId(c)
	clip, _ := xproto.InternAtom(c, false, 9, "CLIPBOARD").Reply()
	xproto.CreateWindow(c, 0, w, xproto.Setup(c).DefaultScreen(c).Root, 0, 0, 1, 1, 0, xproto.WindowClassInputOnly, 0, 0, nil)
	if err := xproto.SetSelectionOwnerChecked(c, w, clip.Atom, 0).Check(); err != nil {
		d.Fatal(err)
	}
	ended := make(chan struct{})
	go func() { // ends with the connection
		defer close(ended)
		for {
			e, err := c.WaitForEvent()
			if e == nil && err == nil {
				return
			}
			if r, ok := e.(xproto.SelectionRequestEvent); ok {
				do(c, r)
			}
		}
	}()
	d.Cleanup(func() { c.Close(); <-ended })
}

func FuzzDecode(f *testing.F) {
	f.Add(false, []byte("text"))
	f.Add(true, []byte("na\xefve\x00"))
	f.Fuzz(func(t *testing.T, latin bool, data []byte) {
		if text := clipboard.Decode(latin, data); !utf8.ValidString(text) {
			t.Errorf("%q is decoded to %q", data, text)
		}
	})
}
