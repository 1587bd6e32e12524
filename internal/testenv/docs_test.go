package testenv_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"cellshell/internal/testenv"
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

func TestPrinciplesNameRealTests(t *testing.T) {
	out, err := exec.Command("grep", "-rhoE", "^func (Test|Fuzz)[A-Za-z0-9_]+", "--include=*_test.go", testenv.Root()).Output()
	if err != nil {
		t.Fatal(err)
	}
	have := map[string]bool{}
	for _, f := range strings.Fields(string(out)) {
		have[f] = true
	}
	names := testName.FindAllString(documents(t)["docs/principles.md"], -1)
	if len(names) < 5 {
		t.Errorf("the principles name only %v", names)
	}
	for _, name := range names {
		if !have[name] {
			t.Errorf("docs/principles.md names %s, which does not exist", name)
		}
	}
}

var (
	block   = regexp.MustCompile("(?s)```sh\n(.*?)```")
	comment = regexp.MustCompile(`\s+#.*$`)
)

// TestTourOfTheReadme runs every command of the README that speaks to the desktop, in their order, as its reader does.
func TestTourOfTheReadme(t *testing.T) {
	d := testenv.Start(t)
	ran := 0
	for _, b := range block.FindAllStringSubmatch(documents(t)["README.md"], -1) {
		for line := range strings.Lines(b[1]) {
			line = comment.ReplaceAllString(strings.TrimSpace(line), "")
			if !strings.HasPrefix(line, "cell ") {
				continue
			}
			want := 0
			if strings.Contains(line, "make the button red") {
				want = 3 // a question
			}
			out, errOut, code := d.Shell(line)
			if code != want {
				t.Errorf("%s: exit code %d, want %d\n%s%s", line, code, want, out, errOut)
			}
			ran++
		}
	}
	if ran < 10 {
		t.Errorf("only %d commands found", ran)
	}
}
