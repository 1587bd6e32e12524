package llm

import (
	"bytes"
	"encoding/json"
	"io"
	"strings"
	"testing"
)

// FuzzClean feeds any bytes as an event stream: what comes out has one frame a line, each but the end mark an answer to
// what came in.
func FuzzClean(f *testing.F) {
	f.Add([]byte("data: {\"choices\":[{\"delta\":{\"reasoning\":\"x\"}}]}\n\n: comment\n\ndata: [DONE]\n\n"))
	f.Add([]byte("data:{ \"error\" : \"x\"}\r\n\r\n"))
	f.Add([]byte("data: {\"choices\":[null,{\"error\":{}}]}\ndata: {\"con"))
	f.Fuzz(func(t *testing.T, data []byte) {
		tr := &trace{}
		r, w := io.Pipe()
		go tr.clean(bytes.NewReader(data), w)
		out, _ := io.ReadAll(r) // a torn end is an error, and right
		for line := range strings.Lines(string(out)) {
			if line = strings.TrimRight(line, "\n"); line != "" && !strings.HasPrefix(line, "data: ") {
				t.Errorf("a line is no frame: %q", line)
			}
			if strings.Contains(line, `"error"`) && json.Valid([]byte(strings.TrimPrefix(line, "data: "))) {
				var m map[string]any
				if json.Unmarshal([]byte(strings.TrimPrefix(line, "data: ")), &m) == nil && m["error"] != nil && !strings.HasPrefix(line, `data: {"error":`) {
					t.Errorf("an error would be overlooked: %q", line)
				}
			}
		}
		if tr.done.Load() && !bytes.Contains(data, []byte("[DONE]")) {
			t.Error("an end that was not sent")
		}
	})
}

func FuzzReplay(f *testing.F) {
	f.Add([]byte(`{"choices":[{"message":{"content":"x"},"finish_reason":"stop"}],"usage":{"prompt_tokens":1}}`))
	f.Add([]byte(`{"error":{"message":"x"}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		tr := &trace{}
		r, w := io.Pipe()
		go tr.replay(bytes.NewReader(data), w)
		out, err := io.ReadAll(r)
		if err == nil && !bytes.HasPrefix(out, []byte("data: ")) {
			t.Errorf("neither a frame nor an error: %q", out)
		}
	})
}
