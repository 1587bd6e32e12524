package body

import (
	"os"
	"path/filepath"
	"time"

	"cellshell/compositor"
	"cellshell/gpu/soft"
)

// pictures keeps a small picture of the desktop for each change of the history that stood for a moment. A picture is named by
// its commit.
type pictures struct {
	dir  string
	wake chan struct{} // holds one token after a change
}

const (
	pictureWidth = 640              // device pixels; the height follows
	stood        = time.Second      // how long a state must stand to be worth a picture
	maxPictures  = 400              // the oldest go first
	pictureTime  = 10 * time.Second // from one to the next while changes come without end
)

func (p Paths) pictures() string { return filepath.Join(p.State, "pictures") }

// drawPictures takes a picture when the desktop has come to rest after a change, until the body closes.
func (b *Body) drawPictures() {
	b.pictures = pictures{dir: b.paths.pictures(), wake: make(chan struct{}, 1)}
	if err := os.MkdirAll(b.pictures.dir, 0o700); err != nil {
		b.log.Warn("the history will have no pictures", "err", err)
	}
	b.background(func() { // ends when the body closes
		for {
			select {
			case <-b.done:
				return
			case <-b.pictures.wake:
			}
			for last := time.Now().Add(pictureTime); ; {
				select {
				case <-b.done:
					return
				case <-b.pictures.wake:
					if time.Now().Before(last) {
						continue
					}
				case <-time.After(stood):
				}
				break
			}
			if err := b.takePicture(); err != nil {
				b.log.Warn("the history has no picture of this", "err", err)
			}
		}
	})
}

// pictured asks for a picture of what has just been recorded.
func (b *Body) pictured() {
	select {
	case b.pictures.wake <- struct{}{}:
	default: // one will be taken anyway
	}
}

// takePicture draws the desktop as it is, small, for the newest change.
func (b *Body) takePicture() error {
	newest, err := b.store.Commits(0, 1)
	if err != nil || len(newest) == 0 {
		return err
	}
	b.mu.Lock()
	in, layout := b.still(), b.arrange()
	b.mu.Unlock()
	scene := compositor.Paint(in, layout, nil, 0)
	scene.Scale = pictureWidth / scene.W
	data, err := encodePNG(soft.Render(scene))
	if err != nil {
		return err
	}
	if err := writeFile(b.picturePath(newest[0]), data); err != nil {
		return err
	}
	keepNewest(filepath.Join(b.pictures.dir, "*.png"), maxPictures)
	return nil
}

func (b *Body) picturePath(hash string) string {
	return filepath.Join(b.pictures.dir, filepath.Base(hash)+".png")
}

// picture returns the picture of a change, nil when there is none.
func (b *Body) picture(hash string) []byte {
	data, err := os.ReadFile(b.picturePath(hash))
	if err != nil {
		return nil
	}
	return data
}
