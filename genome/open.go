package genome

import (
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"github.com/go-git/go-git/v5/plumbing"

	"cellshell/tissue"
)

const config = `[core]
	repositoryformatversion = 0
	filemode = false
	bare = false
	logallrefupdates = true
`

// Open opens the repository in dir, makes it when there is none, and finishes or forgets what a crash interrupted. Only
// one process can have it open.
func Open(dir string) (_ *Store, err error) {
	dir, err = filepath.Abs(dir)
	if err != nil {
		return nil, fmt.Errorf("genome: %w", err)
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, fmt.Errorf("genome: %w", err)
	}
	s := &Store{dir: dir, git: filepath.Join(dir, ".git"), snapshots: map[plumbing.Hash]snapshot{}}
	s.log = &lineage{aside: &aside{dir: filepath.Join(s.git, "tmp")}}
	if s.lock, err = lockFile(dir + ".lock"); err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			s.lock.Close()
			_ = s.log.aside.close()
		}
	}()
	if err := s.create(); err != nil {
		return nil, err
	}
	s.objects = openObjects(s.git)
	if err := s.readReplica(); err != nil {
		return nil, err
	}
	if s.ref, err = s.readBranch(); err != nil {
		return nil, err
	}
	if err := s.readAttempt(); err != nil {
		return nil, err
	}
	if err := s.loadWhole(); err != nil {
		return nil, err
	}
	if err := s.finishKeep(); err != nil {
		return nil, err
	}
	return s, s.catchUp(true)
}

// Close lets another process open the repository.
func (s *Store) Close() error {
	s.mu.Lock()
	s.tidier.ended.Store(true)
	s.mu.Unlock()
	s.tidier.group.Wait()
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.lock == nil {
		return nil
	}
	err := s.lock.Close()
	s.lock = nil
	return errors.Join(err, s.objects.Storage.Close(), s.log.aside.close())
}

// Recovered says what Open had to give up because the disk had lost it; "" normally.
func (s *Store) Recovered() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.recovered
}

// lockFile takes a lock that the kernel gives back when the process dies, however it dies.
func lockFile(path string) (*os.File, error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, fmt.Errorf("genome: %w", err)
	}
	if err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err != nil {
		holder := make([]byte, 20)
		n, _ := f.Read(holder)
		f.Close()
		return nil, fmt.Errorf("genome: %s is held by process %s: %w", path, strings.TrimSpace(string(holder[:n])), err)
	}
	if err := f.Truncate(0); err == nil {
		fmt.Fprintln(f, os.Getpid())
	}
	return f, nil
}

// create makes an empty repository, whole or not at all.
func (s *Store) create() error {
	if _, err := os.Stat(s.git); err == nil {
		os.RemoveAll(filepath.Join(s.git, "tmp"))
		return mkdir(filepath.Join(s.git, "tmp"))
	}
	fresh := s.git + ".new"
	if err := os.RemoveAll(fresh); err != nil {
		return fmt.Errorf("genome: %w", err)
	}
	for _, d := range []string{"objects/info", "objects/pack", "refs/heads", "refs/tags", "info", "tmp"} {
		if err := mkdir(filepath.Join(fresh, d)); err != nil {
			return err
		}
	}
	id := make([]byte, 6)
	rand.Read(id) // never fails
	for name, text := range map[string]string{
		"HEAD": "ref: refs/heads/main\n", "config": config, "description": "A CellShell desktop.\n",
		replicaFile: hex.EncodeToString(id) + "\n",
	} {
		if err := writeNew(filepath.Join(fresh, name), []byte(text), 0o644); err != nil {
			return err
		}
	}
	return rename(fresh, s.git)
}

// replicaFile names this copy of the desktop among those it may merge with.
const replicaFile = "cellshell-replica"

func (s *Store) readReplica() error {
	b, err := os.ReadFile(filepath.Join(s.git, replicaFile))
	if errors.Is(err, fs.ErrNotExist) { // a clone made with git
		id := make([]byte, 6)
		rand.Read(id)
		b = []byte(hex.EncodeToString(id) + "\n")
		err = replace(filepath.Join(s.git, "tmp", "replica"), filepath.Join(s.git, replicaFile), b)
	}
	if err != nil {
		return fmt.Errorf("genome: %w", err)
	}
	s.clock.Replica = strings.TrimSpace(string(b))
	return nil
}

// loadWhole loads the newest commit of the branch that is complete. Normally that is the newest one.
func (s *Store) loadWhole() error {
	head, err := s.readRef()
	if err != nil {
		return err
	}
	first := s.load(head)
	if first == nil {
		return nil
	}
	for _, h := range s.reflog() {
		if h == head || s.load(h) != nil {
			continue
		}
		lost := head
		s.objects.dropEmpty()
		_ = s.objects.Storage.Close() // it was only read
		s.objects = openObjects(s.git)
		var w wave
		temp := s.stageRef(&w, h)
		if err := w.flush(); err != nil {
			return err
		}
		if err := s.moveRef(s.ref, temp, lost, h, "cellshell", time.Now(), "recover: "+lost.String()+" is damaged"); err != nil {
			return err
		}
		s.recovered = fmt.Sprintf("commit %.10s was damaged and is given up; the desktop is as of #%d, %q", lost, s.log.len(), s.log.newest().Sentence)
		return s.dropIntent()
	}
	return fmt.Errorf("genome: %s: no commit of %s is whole: %w", s.dir, s.ref, first)
}

// load reads everything about a commit into memory; on an error the store is unchanged.
func (s *Store) load(head plumbing.Hash) error {
	doc, files, snap := tissue.New(), map[string][]byte{}, snapshot{}
	log, err := s.readLog(head)
	if err != nil {
		return err
	}
	if log.len() > 0 {
		if snap, err = s.snapshotOf(log.newest().tree); err != nil {
			return err
		}
		if doc, err = s.readDoc(snap); err != nil {
			return err
		}
		for p, h := range snap {
			data, err := s.objects.blob(h)
			if err != nil {
				return err
			}
			if checkPath(p) == nil {
				files[p] = data
			}
		}
	}
	s.log, s.doc, s.files, s.snap = log, doc, files, snap
	for _, st := range doc.Stamps {
		s.clock.Last.Time = max(s.clock.Last.Time, st.Time)
		if st.Replica == s.clock.Replica {
			s.clock.Last.Counter = max(s.clock.Last.Counter, st.Counter)
		}
	}
	return nil
}

// readDoc decodes the document of a snapshot. Stamps may be missing: somebody may have deleted the file by hand.
func (s *Store) readDoc(snap snapshot) (*tissue.Document, error) {
	h, ok := snap[docPath]
	if !ok {
		return tissue.New(), nil
	}
	data, err := s.objects.blob(h)
	if err != nil {
		return nil, err
	}
	doc, err := tissue.Decode(data)
	if err != nil {
		return nil, err
	}
	if h, ok := snap[stampsPath]; ok {
		if data, err = s.objects.blob(h); err != nil {
			return nil, err
		}
		if err := tissue.DecodeStamps(doc, data); err != nil {
			return nil, err
		}
	}
	return doc, nil
}
