package genome_test

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"go.uber.org/goleak"

	"cellshell/genome"
	"cellshell/tissue"
)

// TestMain makes the test binary its own victim: with CRASH_AT it carries out one scene and kills itself at that step.
func TestMain(m *testing.M) {
	if os.Getenv("CRASH_DIR") == "" {
		goleak.VerifyTestMain(m)
		return
	}
	at, _ := strconv.Atoi(os.Getenv("CRASH_AT"))
	var n atomic.Int64
	genome.OnStep(func(what string) {
		if int(n.Add(1)) == at {
			fmt.Println(what)
			_ = syscall.Kill(os.Getpid(), syscall.SIGKILL)
			select {}
		}
	})
	if err := scenes[os.Getenv("CRASH_SCENE")](os.Getenv("CRASH_DIR")); err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	os.Exit(0)
}

// scenes are what may be interrupted. Each starts from the repository that prepare makes, but for "first".
var scenes = map[string]func(dir string) error{
	"first": func(dir string) error {
		s, err := genome.Open(dir)
		if err != nil {
			return err
		}
		return addTo(s, "clock")
	},
	"edit and add": func(dir string) error {
		s, err := genome.Open(dir)
		if err != nil {
			return err
		}
		doc, _ := s.Head()
		doc.Cells["clock"].Accent = "blue"
		doc.Cells["notes"] = &tissue.Cell{Title: "Notes", Kind: tissue.KindWidget}
		_, err = s.Commit(genome.Change{Doc: doc, Sentence: "edit and add", Kind: genome.KindEvolve, Files: map[string][]byte{
			genome.SourcePath("clock"): []byte("package main // new\n"), genome.SourcePath("notes"): []byte("package main\n"),
		}})
		return err
	},
	"try": func(dir string) error {
		s, err := genome.Open(dir)
		if err != nil {
			return err
		}
		return s.StartBranch("try", time.Time{})
	},
	"keep": func(dir string) error {
		s, err := genome.Open(dir)
		if err != nil {
			return err
		}
		_, err = s.KeepBranch()
		return err
	},
	"throw away": func(dir string) error {
		s, err := genome.Open(dir)
		if err != nil {
			return err
		}
		p, err := s.PlanDrop()
		if err != nil {
			return err
		}
		_, err = s.Commit(genome.Change{Doc: p.Doc, Files: p.Files, Sentence: "throw away", Kind: genome.KindDrop})
		return err
	},
	"pack": func(dir string) error {
		genome.TidyAt(6)
		s, err := genome.Open(dir)
		if err != nil {
			return err
		}
		err = addTo(s, "notes")
		s.Tidied()
		return err
	},
	"join": func(dir string) error { // the pack that "pack" made, with another
		genome.TidyAt(6)
		genome.JoinAt(2)
		s, err := genome.Open(dir)
		if err != nil {
			return err
		}
		doc, _ := s.Head()
		files := map[string][]byte{}
		for _, id := range []tissue.CellID{"one", "two", "three"} {
			doc.Cells[id] = &tissue.Cell{Title: string(id), Kind: tissue.KindWidget}
			files[genome.SourcePath(id)] = []byte("package main // " + id)
		}
		_, err = s.Commit(genome.Change{Doc: doc, Sentence: "three more", Kind: genome.KindEvolve, Files: files})
		s.Tidied()
		return err
	},
	"undo": func(dir string) error {
		s, err := genome.Open(dir)
		if err != nil {
			return err
		}
		p, err := s.PlanUndo(0, nil)
		if err != nil {
			return err
		}
		_, err = s.Commit(genome.Change{Doc: p.Doc, Files: p.Files, Sentence: "undo", Kind: genome.KindUndo, Of: p.Of})
		return err
	},
}

func addTo(s *genome.Store, id tissue.CellID) error {
	doc, _ := s.Head()
	doc.Cells[id] = &tissue.Cell{Title: string(id), Kind: tissue.KindWidget}
	_, err := s.Commit(genome.Change{
		Doc: doc, Sentence: "add " + string(id), Kind: genome.KindEvolve, Files: map[string][]byte{genome.SourcePath(id): []byte("package main\n")},
	})
	return err
}

// whole is everything a user can see of a repository, as text.
func whole(t *testing.T, s *genome.Store) string {
	t.Helper()
	doc, files := s.Head()
	b, err := tissue.Encode(doc)
	if err != nil {
		t.Fatal(err)
	}
	h, err := s.History(0)
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	fmt.Fprintf(&out, "%s%q", b, files)
	for _, e := range h {
		fmt.Fprintf(&out, "\n%d %s %s %d %v", e.N, e.Sentence, e.Kind, e.Of, e.Undone)
	}
	trying, is := s.Branch()
	fmt.Fprintf(&out, "\n%v %+v", is, trying)
	return out.String()
}

// few are the scenes that write little.
var few = map[string]bool{"try": true, "keep": true}

func TestKillAtEveryWrite(t *testing.T) {
	if testing.Short() {
		t.Skip("starts some hundred processes; leave out -short to run it")
	}
	for scene := range scenes {
		t.Run(scene, func(t *testing.T) {
			t.Parallel()
			prepared := filepath.Join(t.TempDir(), "tissue")
			if scene != "first" {
				s, err := genome.Open(prepared)
				if err != nil {
					t.Fatal(err)
				}
				for _, id := range []tissue.CellID{"clock", "counter"} {
					if err := addTo(s, id); err != nil {
						t.Fatal(err)
					}
				}
				if scene == "keep" || scene == "throw away" {
					if err := errors.Join(s.StartBranch("bold", time.Time{}), addTo(s, "notes"), addTo(s, "panel")); err != nil {
						t.Fatal(err)
					}
				}
				s.Close()
			}
			if scene == "join" {
				run(t, prepared, "pack", 0)
			}
			before, _ := crash(t, prepared, scene, -1)
			after, _ := crash(t, prepared, scene, 0)
			kills, kept := 0, 0
			for at := 1; ; at++ {
				got, where := crash(t, prepared, scene, at)
				if where == "" {
					break // it ran to its end: there are no more steps
				}
				kills++
				switch got {
				case before:
					kept++
				case after:
				default:
					t.Fatalf("killed at step %d, %s: neither before nor after\ngot %s\nbefore %s\nafter %s", at, where, got, before, after)
				}
			}
			t.Logf("%d kills: %d left the state before, %d the state after", kills, kept, kills-kept)
			if kept < 10 && !few[scene] || kills-kept < 5 && !few[scene] || kills < 5 || kept == 0 {
				t.Error("too few steps were seen")
			}
		})
	}
}

// crash runs the scene on a copy of the repository, kills it at that step (0: never, −1: does not run it) and returns what
// the next Open finds, and where it was killed; "" if it was not.
func crash(t *testing.T, prepared, scene string, at int) (state, where string) {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "tissue")
	if _, err := os.Stat(prepared); err == nil {
		if err := os.CopyFS(dir, os.DirFS(prepared)); err != nil {
			t.Fatal(err)
		}
	}
	if at >= 0 {
		where = run(t, dir, scene, at)
	}
	s, err := genome.Open(dir)
	if err != nil {
		t.Fatalf("killed at step %d, %s: %v", at, where, err)
	}
	defer s.Close()
	if dirty, err := s.Dirty(); err != nil || len(dirty) > 0 {
		t.Fatalf("killed at step %d, %s: the work tree differs: %+v, %v", at, where, dirty, err)
	}
	if s.Recovered() != "" {
		t.Fatalf("killed at step %d, %s: %s", at, where, s.Recovered())
	}
	checkGit(t, dir)
	state = whole(t, s)
	if err := addTo(s, "later"); err != nil {
		t.Fatalf("killed at step %d, %s: the next change fails: %v", at, where, err)
	}
	return state, where
}

// run carries out a scene in a process of its own, and returns where it was killed.
func run(t *testing.T, dir, scene string, at int) (where string) {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), "CRASH_DIR="+dir, "CRASH_SCENE="+scene, "CRASH_AT="+strconv.Itoa(at))
	out, err := cmd.Output()
	where = strings.TrimSpace(string(out))
	if (err == nil) != (where == "") || err != nil && cmd.ProcessState.Sys().(syscall.WaitStatus).Signal() != syscall.SIGKILL {
		t.Fatalf("scene %s at step %d: %v: %s", scene, at, err, where)
	}
	return where
}
