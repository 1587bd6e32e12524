package eval

import (
	"io/fs"
	"strings"
	"time"
)

// file is a read-only file in memory.
type file struct {
	*strings.Reader
	name string
}

func newFile(name, content string) *file { return &file{strings.NewReader(content), name} }

// Stat implements fs.File.
func (f *file) Stat() (fs.FileInfo, error) { return f, nil }

// Close implements fs.File.
func (f *file) Close() error { return nil }

// Name implements fs.FileInfo.
func (f *file) Name() string { return f.name }

// Size implements fs.FileInfo.
func (f *file) Size() int64 { return f.Reader.Size() }

// Mode implements fs.FileInfo.
func (f *file) Mode() fs.FileMode { return 0o444 }

// ModTime implements fs.FileInfo.
func (f *file) ModTime() time.Time { return time.Time{} }

// IsDir implements fs.FileInfo.
func (f *file) IsDir() bool { return false }

// Sys implements fs.FileInfo.
func (f *file) Sys() any { return nil }
