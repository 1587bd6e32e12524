package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"os"
	"path/filepath"

	"cellshell/shell/body"
	"cellshell/shell/control"
	"cellshell/shell/screen"
	"cellshell/web"
)

// door lets browsers in. It belongs to the launcher, so that a page keeps its session while the body is started again.
type door struct {
	server *web.Server     // nil: nobody gets in
	shut   *control.Error  // why
	socket *control.Server // answers cell web
}

// openDoor prepares the browser screen, which nobody can reach before somebody asks for an address.
func openDoor(exe string, o options) (*door, error) {
	d := &door{}
	config, err := body.LoadConfig(body.DefaultPaths().Config)
	switch {
	case o.noWeb:
		d.shut = &control.Error{Text: "no browser is let in: cellshell was started with --no-web", Hint: "start it without, or look with: cell screenshot desk.png", Code: control.CodeFailed}
	case err != nil:
		d.shut = &control.Error{Text: "no browser is let in: " + err.Error(), Code: control.CodeFailed} // the body says so too, and ends
	case !config.Web.Enabled:
		d.shut = &control.Error{Text: "no browser is let in: config.toml says enabled = false under [web]", Hint: "change it and start cellshell again, or look with: cell screenshot desk.png", Code: control.CodeFailed}
	default:
		listen := o.web
		if listen == "" {
			listen = config.Web.Listen
		}
		if d.server, err = web.New(web.Options{
			Listen: listen, Dir: webDir(exe), Methods: screen.Methods(), Dial: dialBody,
			Log: slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelWarn})),
		}); err != nil {
			return nil, &control.Error{Text: err.Error(), Hint: "for example: cellshell --web 127.0.0.1:8080", Code: control.CodeUsage}
		}
	}
	d.socket, err = control.Listen(control.DoorPath(), map[string]control.Handler{
		control.MethodWeb: func(context.Context, json.RawMessage, func(any) error) (any, error) { return d.address() },
	})
	if err != nil {
		d.close()
		return nil, err
	}
	return d, nil
}

// close cuts all browsers off.
func (d *door) close() {
	if d.socket != nil {
		_ = d.socket.Close()
	}
	if d.server != nil {
		_ = d.server.Close()
	}
}

// address makes an address that lets one browser in.
func (d *door) address() (control.WebResult, error) {
	if d.server == nil {
		return control.WebResult{}, d.shut
	}
	url, expires, err := d.server.URL()
	switch {
	case errors.Is(err, web.ErrNotBuilt):
		return control.WebResult{}, &control.Error{Text: err.Error(), Hint: "build it with: make build", Code: control.CodeFailed}
	case err != nil:
		return control.WebResult{}, &control.Error{Text: err.Error(), Hint: "choose another with: cellshell --web ADDRESS:PORT", Code: control.CodeFailed}
	}
	return control.WebResult{URL: url, Expires: expires}, nil
}

// inBrowser is what the greeting says of the browser: the address at once where there is no window.
func (d *door) inBrowser(window bool) string {
	if window || d.server == nil {
		return ""
	}
	a, err := d.address()
	if err != nil {
		return fmt.Sprintf("It cannot be shown in a browser: %v.\n", err)
	}
	return fmt.Sprintf("Open it in a browser, once, within ten minutes (later: cell web):\n\n  %s\n\n", a.URL)
}

// looking are the commands that show the desktop as it was started and built.
func (d *door) looking() string {
	const picture = "cell screenshot desk.png"
	if d.server == nil || !d.server.Built() {
		return picture
	}
	return "cell web, " + picture
}

// webDir is where the build or the installation has put the browser screen.
func webDir(exe string) string {
	beside := filepath.Join(filepath.Dir(exe), "web")
	if _, err := os.Stat(beside); err == nil {
		return beside
	}
	return filepath.Join(filepath.Dir(filepath.Dir(exe)), "lib", "cellshell", "web")
}

func dialBody(ctx context.Context) (net.Conn, error) {
	var d net.Dialer
	return d.DialContext(ctx, "unix", control.SocketPath())
}
