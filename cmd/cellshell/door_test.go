package main

import (
	"io"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"cellshell/internal/testenv"
)

var address = regexp.MustCompile(`http://127\.0\.0\.1:\d+/\?token=[0-9a-f]{64}`)

// TestTheDoorForBrowsers opens and shuts as the user says.
func TestTheDoorForBrowsers(t *testing.T) {
	testenv.BrowserScreen(t)
	d := testenv.Start(t)
	out, errOut, code := d.Cell("web")
	if code != 0 || !address.MatchString(out) || strings.Count(out, "\n") != 1 {
		t.Fatalf("cell web: %d\n%s%s", code, out, errOut)
	}
	d.KillBody()
	res, err := http.Get(strings.TrimSpace(out)) //nolint:noctx // it is a test's own server
	if err != nil {
		t.Fatal(err)
	}
	page, _ := io.ReadAll(res.Body)
	res.Body.Close()
	if res.StatusCode != http.StatusOK || len(res.Cookies()) != 1 {
		t.Errorf("the address, while there is no body: %s\n%s", res.Status, page)
	}

	d.WaitUp(30 * time.Second)
	d.Stop()
	if _, errOut, code := d.Cell("web"); code != 1 || !strings.Contains(errOut, "no desktop is running") {
		t.Errorf("cell web without a desktop: %d\n%s", code, errOut)
	}
	_, greeting, _ := d.Shell("timeout --signal=INT 5 cellshell --headless")
	if !address.MatchString(greeting) || !strings.Contains(greeting, "cell web") {
		t.Errorf("without a window the greeting is\n%s", greeting)
	}
	_, greeting, _ = d.Shell("timeout --signal=INT 5 cellshell --headless --no-web")
	if address.MatchString(greeting) || strings.Contains(greeting, "cell web") || !strings.Contains(greeting, "look at it    cell screenshot desk.png") {
		t.Errorf("with --no-web the greeting is\n%s", greeting)
	}
	for _, tt := range []struct{ listen, want string }{
		{"desk.example:80", `"desk.example:80" is no address to listen on`},
		{"127.0.0.1:x", `"x" is no port`},
	} {
		if _, errOut, code := d.Shell("cellshell --headless --web " + tt.listen); code != 2 || !strings.Contains(errOut, tt.want) || !strings.Contains(errOut, "hint: ") {
			t.Errorf("--web %s: %d\n%s", tt.listen, code, errOut)
		}
	}
	config := filepath.Join(d.Dir(), "config", "cellshell", "config.toml")
	if err := os.WriteFile(config, []byte("[web]\nenabled = false\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	d.Run()
	if _, errOut, code := d.Cell("web"); code != 1 || !strings.Contains(errOut, "enabled = false") {
		t.Errorf("cell web with the door shut: %d\n%s", code, errOut)
	}
}

func TestTheFirstLineOfTheGreeting(t *testing.T) {
	for want, got := range map[string]string{
		"The desktop is running with 3 cells.":                         firstLine(3, ""),
		"The desktop is running with 1 cell. A window was not wanted.": firstLine(1, "A window was not wanted."),
	} {
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
