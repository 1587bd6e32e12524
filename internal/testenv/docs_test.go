package testenv_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"cellshell/internal/testenv"
	"cellshell/shell/control"
)

// documents are the Markdown files that git knows, by path from the root.
func documents(t *testing.T) map[string]string {
	t.Helper()
	cmd := exec.Command("git", "ls-files", "*.md")
	cmd.Dir = testenv.Root()
	out, err := cmd.Output()
	if err != nil {
		t.Skipf("not in a git checkout: %v", err)
	}
	docs := map[string]string{}
	for _, name := range strings.Fields(string(out)) {
		b, err := os.ReadFile(filepath.Join(testenv.Root(), name))
		if err != nil {
			t.Fatal(err)
		}
		docs[name] = string(b)
	}
	if docs["README.md"] == "" || docs["ARCHITECTURE.md"] == "" {
		t.Fatalf("where are the documents? %d found", len(docs))
	}
	return docs
}

var link = regexp.MustCompile(`\]\(([^)\s#]+)(?:#[^)]*)?\)`)

func TestLinksLeadSomewhere(t *testing.T) {
	for name, text := range documents(t) {
		for _, m := range link.FindAllStringSubmatch(text, -1) {
			if strings.Contains(m[1], "://") {
				continue
			}
			if _, err := os.Stat(filepath.Join(testenv.Root(), filepath.Dir(name), m[1])); err != nil {
				t.Errorf("%s links to %s: %v", name, m[1], err)
			}
		}
	}
}

var testName = regexp.MustCompile(`\b(?:Test|Fuzz)[A-Z]\w+`)

func TestNamedTestsExist(t *testing.T) {
	out, err := exec.Command("grep", "-rhoE", "^func (Test|Fuzz)[A-Za-z0-9_]+", "--include=*_test.go", testenv.Root()).Output()
	if err != nil {
		t.Fatal(err)
	}
	have := map[string]bool{}
	for _, f := range strings.Fields(string(out)) {
		have[f] = true
	}
	for _, page := range []string{"docs/principles.md", "ARCHITECTURE.md"} {
		names := testName.FindAllString(documents(t)[page], -1)
		if len(names) < 5 {
			t.Errorf("%s names only %v", page, names)
		}
		for _, name := range names {
			if !have[name] {
				t.Errorf("%s names %s, which does not exist", page, name)
			}
		}
	}
}

var (
	block   = regexp.MustCompile("(?s)```sh\n(.*?)```")
	fence   = regexp.MustCompile("(?s)\n```\n(Made .*?)```") // the receipt
	comment = regexp.MustCompile(`\s+#.*$`)

	duration = regexp.MustCompile(`\d+ ms`)
)

// TestTourOfTheReadme runs every command of the README that speaks to the desktop, in their order, as its reader does.
func TestTourOfTheReadme(t *testing.T) {
	d := testenv.Start(t)
	ran := 0
	printed := ""
	readme := documents(t)["README.md"]
	for _, b := range block.FindAllStringSubmatch(readme, -1) {
		for line := range strings.Lines(b[1]) {
			line = comment.ReplaceAllString(strings.TrimSpace(line), "")
			if !strings.HasPrefix(line, "cell ") {
				continue
			}
			want := 0
			if strings.Contains(line, "make the icon bigger") {
				want = 3 // a question
			}
			out, errOut, code := d.Shell(line)
			if code != want {
				t.Errorf("%s: exit code %d, want %d\n%s%s", line, code, want, out, errOut)
			}
			printed += out
			ran++
		}
	}
	if ran < 10 {
		t.Errorf("only %d commands found", ran)
	}
	shown := strings.TrimSpace(fence.FindStringSubmatch(readme)[1])
	if !strings.Contains(duration.ReplaceAllString(printed, "N ms"), duration.ReplaceAllString(shown, "N ms")) {
		t.Errorf("the README shows a receipt that is not printed: %s\nprinted was:\n%s", shown, printed)
	}
}

// TestSecurityNamesEveryLayer holds the page to what the jail really is: each layer that cell doctor lists stands there.
func TestSecurityNamesEveryLayer(t *testing.T) {
	d := testenv.Start(t)
	var findings []control.Finding
	d.JSON(&findings, nil, "doctor")
	page, layers := documents(t)["docs/security.md"], 0
	for _, f := range findings {
		if f.Area != "jail" {
			continue
		}
		layers++
		if !strings.Contains(page, "| "+f.Name+" |") {
			t.Errorf("docs/security.md has no row for the layer %q", f.Name)
		}
	}
	if layers < 8 {
		t.Errorf("only %d layers are listed", layers)
	}
}
