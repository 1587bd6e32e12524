package main

import (
	"bytes"
	"encoding/base64"
	"image/png"
	"strings"
	"testing"

	"cellshell/evolve/llm/llmtest"
)

// TestPicturesLeaveOnlyWhenAskedForAndAllowed goes through who must agree: the settings, the sentence, and what is known of
// the model. Only when all do, one picture of the one cell goes out.
func TestPicturesLeaveOnlyWhenAskedForAndAllowed(t *testing.T) {
	const asked = "look at it and make the button count how often I click it"
	const sees = "[[models]]\nmatch = \"scripted*\"\nvision = true\n"
	for _, tt := range []struct {
		name, settings, sentence string
		pictures                 int
	}{
		{"not allowed", sees, asked, 0},
		{"allowed", "pictures = true\n" + sees, asked, 1},
		{"a model that cannot see", "pictures = true\n", asked, 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := llmtest.Start()
			t.Cleanup(s.Close)
			d := startWith(t, tt.settings, "OPENAI_BASE_URL="+s.URL, "OPENAI_API_KEY=sk-test")
			for sentence, want := range map[string]int{tt.sentence: tt.pictures, countClicks: 0} {
				s.Script(llmtest.Reply{Text: clicks})
				b := d.Inspect("counter").Bounds
				d.Must("counter/plus", sentence)
				var images []string
				for _, q := range s.Requests() {
					for _, m := range q.Messages {
						images = append(images, m.Images...)
					}
				}
				if len(images) != want {
					t.Errorf("%q: %d pictures were sent, want %d", sentence, len(images), want)
				}
				for _, url := range images {
					data, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(url, "data:image/png;base64,"))
					if err != nil {
						t.Fatal(err)
					}
					img, err := png.Decode(bytes.NewReader(data))
					if err != nil {
						t.Fatal(err)
					}
					if size := img.Bounds(); size.Dx() > 512 || size.Dy() > 512 || float64(size.Dx()) > b.W+2 || size.Dx() < 50 {
						t.Errorf("the picture is %v, the cell %+v", size, b)
					}
				}
				d.Must("", "undo")
			}
		})
	}
}
