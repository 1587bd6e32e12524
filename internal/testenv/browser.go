package testenv

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"cellshell/shell/control"
)

// Browser is a page in a browser without a window, with a mouse and a keyboard that a test moves.
type Browser struct {
	t   testing.TB
	ctx context.Context
	n   int // pictures kept

	mu  sync.Mutex // guards said
	log []string
}

// StartBrowser starts a browser whose page has a size, logical pixels, and shows nothing yet. The test is skipped where there
// is none.
func StartBrowser(t testing.TB, w, h int, scale float64) *Browser {
	t.Helper()
	program := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			program = path
			break
		}
	}
	if program == "" {
		t.Skip("chromium is not installed; .ci/needs installs it")
	}
	BrowserScreen(t)
	options := []chromedp.ExecAllocatorOption{
		chromedp.ExecPath(program), chromedp.NoFirstRun, chromedp.NoDefaultBrowserCheck, chromedp.NoSandbox, chromedp.UserDataDir(t.TempDir()),
		chromedp.Flag("headless", "new"), chromedp.Flag("use-angle", "swiftshader"), chromedp.Flag("enable-unsafe-swiftshader", true),
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-background-networking", true), chromedp.Flag("disable-component-update", true),
		chromedp.Flag("disable-sync", true), chromedp.Flag("disable-dev-shm-usage", true), chromedp.WSURLReadTimeout(time.Minute),
	}
	all, end := chromedp.NewExecAllocator(context.Background(), options...)
	b := &Browser{t: t}
	ctx, closePage := chromedp.NewContext(all, chromedp.WithErrorf(t.Logf))
	t.Cleanup(func() { closePage(); end() }) // before the desktop ends
	b.ctx = ctx
	if err := chromedp.Do(ctx, chromedp.EmulateViewport(int64(w), int64(h), chromedp.EmulateScale(scale))); err != nil {
		t.Fatalf("the browser does not start: %v", err)
	}
	said := chromedp.Console(ctx)
	go func() { // ends with the browser
		for m, err := range said {
			if err != nil {
				return
			}
			b.note(m.String())
		}
	}()
	return b
}

func (b *Browser) note(line string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.log = append(b.log, line)
}

// Log is what the page has said in its console.
func (b *Browser) Log() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return strings.Join(b.log, "\n")
}

// Do does something to the page.
func (b *Browser) Do(actions ...chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	get(b, chromedp.Steps(actions...))
}

// get does something to the page and returns what it answers.
func get[T any](b *Browser, action chromedp.Action[T]) T {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, time.Minute)
	defer cancel()
	v, err := chromedp.Run(ctx, action)
	if err != nil {
		b.t.Fatalf("the browser: %v; its page said:\n%s", err, b.Log())
	}
	return v
}

// Address asks the desktop for an address that lets a browser in.
func (d *Desk) Address() string {
	d.t.Helper()
	var r control.WebResult
	d.JSON(&r, nil, "web")
	return r.URL
}

// Open shows an address, and waits until the page is there.
func (b *Browser) Open(url string) {
	b.t.Helper()
	b.Do(chromedp.Navigate(url))
}

// State is what the page says of itself: loading, drawn, failed, locked, gone; "" while it goes to another address, as it does
// by itself once its own has let it in.
func (b *Browser) State() string {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, time.Minute)
	defer cancel()
	state, err := chromedp.Run(ctx, chromedp.Evaluate[string](`document.getElementById("overlay")?.dataset.state ?? ""`, chromedp.EvalAwaitPromise))
	switch {
	case err != nil && strings.Contains(err.Error(), "navigated or closed"):
		return ""
	case err != nil:
		b.t.Fatalf("the browser: %v; its page said:\n%s", err, b.Log())
	}
	return state
}

// Text evaluates an expression of JavaScript in the page that is a text, or will be.
func (b *Browser) Text(expression string) string {
	b.t.Helper()
	return get(b, chromedp.Evaluate[string](expression, chromedp.EvalAwaitPromise))
}

// Number evaluates an expression of JavaScript in the page that is a number, or will be.
func (b *Browser) Number(expression string) float64 {
	b.t.Helper()
	return get(b, chromedp.Evaluate[float64](expression, chromedp.EvalAwaitPromise))
}

// AllowClipboard lets the page read and write the clipboard.
func (b *Browser) AllowClipboard() {
	b.t.Helper()
	for _, name := range []string{"clipboard-read", "clipboard-write"} {
		if _, err := chromedp.CallBrowser(b.ctx, browser.SetPermission, browser.SetPermissionParams{
			Permission: &browser.PermissionDescriptor{Name: name}, Setting: browser.PermissionSettingGranted,
		}); err != nil {
			b.t.Fatalf("the browser: %v", err)
		}
	}
}

// Move puts the pointer somewhere.
func (b *Browser) Move(x, y float64) {
	b.t.Helper()
	b.Do(chromedp.MouseEvent("mouseMoved", x, y))
}

// Click presses and releases the left button somewhere.
func (b *Browser) Click(x, y float64) {
	b.t.Helper()
	b.Do(chromedp.MouseClickXY(x, y))
}

// Type presses the keys that type a text.
func (b *Browser) Type(text string) {
	b.t.Helper()
	for _, r := range text {
		b.Key(string(r))
	}
}

// Key presses a key with modifiers; see package kb for those without a letter.
func (b *Browser) Key(key string, modifiers ...chromedp.Modifier) {
	b.t.Helper()
	for _, r := range key {
		b.Do(chromedp.Func(func(ctx context.Context, t *chromedp.Target) error { return press(ctx, r, modifiers) }))
	}
}

// press presses a key as hands do: a page that takes the key gets no letter besides.
func press(ctx context.Context, r rune, modifiers []chromedp.Modifier) error {
	events := kb.Encode(r)
	down, up := events[0], events[len(events)-1]
	for _, m := range modifiers {
		down.Modifiers |= int64(m)
		up.Modifiers |= int64(m)
	}
	if len(events) == 3 && down.Modifiers&int64(kb.ModifierCtrl|kb.ModifierAlt|kb.ModifierMeta) == 0 {
		down.Text = events[1].Text
	}
	for _, e := range []*input.DispatchKeyEventParams{down, up} {
		if _, err := chromedp.Call(ctx, input.DispatchKeyEvent, *e); err != nil {
			return err
		}
	}
	return nil
}

// Drag moves the pointer by dx, dy with the left button down.
func (b *Browser) Drag(x, y, dx, dy float64) {
	b.t.Helper()
	b.Do(chromedp.DragAndDropXY(x, y, x+dx, y+dy, 4))
}

// Paste presses Ctrl+V, which a browser without a window has to be told the meaning of.
func (b *Browser) Paste() {
	b.t.Helper()
	b.Do(chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
		down := kb.Encode('v')[0]
		down.Modifiers, down.Commands = int64(kb.ModifierCtrl), []string{"paste"}
		_, err := chromedp.Call(ctx, input.DispatchKeyEvent, *down)
		up := *down
		up.Type, up.Commands = kb.KeyUp, nil
		if err == nil {
			_, err = chromedp.Call(ctx, input.DispatchKeyEvent, up)
		}
		return err
	}))
}

// Compose types with an input method: what it shows meanwhile, and what becomes of it.
func (b *Browser) Compose(meanwhile, text string) {
	b.t.Helper()
	b.Do(chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
		n := int64(len([]rune(meanwhile)))
		if _, err := chromedp.Call(ctx, input.ImeSetComposition, input.ImeSetCompositionParams{Text: meanwhile, SelectionStart: n, SelectionEnd: n}); err != nil {
			return err
		}
		_, err := chromedp.Call(ctx, input.InsertText, input.InsertTextParams{Text: text})
		return err
	}))
}

// Before runs a script in each page that is opened from now on, before anything in it, until undo.
func (b *Browser) Before(script string) (undo func()) {
	b.t.Helper()
	var id page.ScriptIdentifier
	b.Do(chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
		r, err := chromedp.Call(ctx, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: script})
		id = r.Identifier
		return err
	}))
	return func() {
		b.t.Helper()
		b.Do(chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
			_, err := chromedp.Call(ctx, page.RemoveScriptToEvaluateOnNewDocument, page.RemoveScriptToEvaluateOnNewDocumentParams{Identifier: id})
			return err
		}))
	}
}

// ClearCookies makes the browser forget where it was let in.
func (b *Browser) ClearCookies() {
	b.t.Helper()
	b.Do(chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
		_, err := chromedp.Call(ctx, network.ClearBrowserCookies, cdp.Empty{})
		return err
	}))
}

// Resize gives the page another size.
func (b *Browser) Resize(w, h int, scale float64) {
	b.t.Helper()
	b.Do(chromedp.EmulateViewport(int64(w), int64(h), chromedp.EmulateScale(scale)))
}

// Shot takes a picture of the page, in device pixels. With $CELLSHELL_SHOTS it is kept in that folder, to be looked at.
func (b *Browser) Shot(name string) image.Image {
	b.t.Helper()
	shot := get(b, chromedp.CaptureScreenshot())
	if dir := os.Getenv("CELLSHELL_SHOTS"); dir != "" {
		b.n++
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("web-%02d-%s.png", b.n, name)), shot, 0o600); err != nil {
			b.t.Fatal(err)
		}
	}
	img, err := png.Decode(bytes.NewReader(shot))
	if err != nil {
		b.t.Fatal(err)
	}
	return img
}
