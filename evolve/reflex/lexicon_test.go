package reflex

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestLexiconClasses holds that each class in the data files is one that some frame looks for, so that a slip of the pen
// does not make a word silently meaningless.
func TestLexiconClasses(t *testing.T) {
	sources, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	above, err := filepath.Glob("../*.go") // asks with [Is] and [Says]
	if err != nil {
		t.Fatal(err)
	}
	sources = append(sources, above...)
	named := map[string]bool{}
	word := regexp.MustCompile(`"([a-z]+)"`)
	for _, name := range sources {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range word.FindAllStringSubmatch(string(data), -1) {
			named[m[1]] = true
		}
	}
	for _, m := range loadLexicon().graph.means {
		for _, s := range m.senses {
			if !named[s.class] {
				t.Errorf("lexicon %s: class %s (%s) is used by no frame", s.lang, s.class, s.value)
			}
		}
	}
	for list := range loadLexicon().lists {
		if !named[list] {
			t.Errorf("lexicon: list %s is asked for by no rule", list)
		}
	}
}

// TestListsAgree holds that no text stands in a list for two values, those included that are written as choices.
func TestListsAgree(t *testing.T) {
	l := loadLexicon()
	for list, root := range l.lists {
		for _, text := range l.texts(list) {
			if senses, _ := l.graph.of(root, text); len(senses) != 1 {
				t.Errorf("lexicon: %q stands in the list %s for %v", text, list, senses)
			}
		}
	}
}

func TestLexiconRefusals(t *testing.T) {
	for _, line := range []string{"verb make", "verb.make:make", "verb.make: make | ", ": x"} {
		if err := newLexicon().read("xx", line); err == nil || !strings.HasPrefix(err.Error(), "reflex: lexicon xx:1: ") {
			t.Errorf("%q: want an error with its line, have %v", line, err)
		}
	}
	twice := "=gone.away: away | out\n=gone.thrown: out"
	if err := newLexicon().read("xx", twice); err == nil || !strings.HasPrefix(err.Error(), "reflex: lexicon xx:2: ") {
		t.Errorf("%q: want an error with its line, have %v", twice, err)
	}
}

func TestCorrect(t *testing.T) {
	lex := loadLexicon()
	for in, want := range map[string]string{
		"buton": "button", "mak": "make", "clok": "clock", "bakground": "background", "hte": "the", "calcuator": "calculator",
		"same": "", "second": "", "moon": "", "band": "", "xx": "", "zzzzzz": "", "frobnicate": "", "banana": "",
	} {
		if got := lex.correct(in); got != want {
			t.Errorf("correct(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestFold(t *testing.T) {
	for in, want := range map[string]string{
		"Größer": "groesser", "GRÖSSER": "groesser", "groesser": "groesser", "gro\u0308sser": "groesser", "botón": "boton", "større": "storre",
		"ＡＢＣ": "abc", "plain": "plain", "按钮": "按钮",
	} {
		if got := fold(in); got != want {
			t.Errorf("fold(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestSplit(t *testing.T) {
	for in, want := range map[string]string{
		`say "hi there" now`:   "say|hi there|now",
		"it's the clock's":     "it|is|the|clock|of",
		"200x80":               "200|x|80",
		"1.5 or 1,5 at 900,12": "1.5|or|1.5|at|900.12",
		"at 900,120":           "at|900|,|120",
		"#F80 #12 50%":         "#ff8800|number|12|50|percent",
		"don’t":                "dont",
		"top-left":             "top|left",
		"把按钮，变大":               "把|按|钮|,|变|大",
		"'quoted text'":        "quoted text",
		`unclosed "quote`:      "unclosed|quote",
		"−20":                  "minus|20",
	} {
		var have []string
		for _, w := range split(in) {
			have = append(have, w.text)
		}
		if got := strings.Join(have, "|"); got != want {
			t.Errorf("split(%q) = %q, want %q", in, got, want)
		}
	}
}
