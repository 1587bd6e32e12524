package llm

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
)

// clean rewrites an event stream into the form go-openai understands: comments and blank lines go, error frames of any
// shape become {"error":…}, other names of reasoning become reasoning_content.
func (t *trace) clean(in io.Reader, out *io.PipeWriter) {
	sc := bufio.NewScanner(in)
	sc.Buffer(make([]byte, 0, 64<<10), maxAnswer)
	torn := false // the last line ends in the middle
	sc.Split(func(data []byte, atEOF bool) (int, []byte, error) {
		n, line, err := bufio.ScanLines(data, atEOF)
		if atEOF && line != nil && n == len(data) && data[n-1] != '\n' {
			rest, _ := strings.CutPrefix(string(line), "data:")
			torn = !isDone(rest) && !json.Valid([]byte(rest))
		}
		return n, line, err
	})
	for sc.Scan() {
		if torn {
			out.CloseWithError(io.ErrUnexpectedEOF)
			return
		}
		data, ok := strings.CutPrefix(sc.Text(), "data:")
		if !ok {
			continue // comments, event names, ids, blank lines
		}
		t.began.Store(true)
		if isDone(data) {
			t.done.Store(true)
			break
		}
		if data = strings.TrimSpace(data); data == "" {
			continue
		}
		if _, err := io.WriteString(out, "data: "+normal(data)+"\n\n"); err != nil {
			return // nobody reads any more
		}
	}
	if err := sc.Err(); err != nil {
		if !errors.Is(err, bufio.ErrTooLong) {
			out.CloseWithError(err)
			return
		}
		out.CloseWithError(&Error{Kind: Garbled, Text: fmt.Sprintf("a line of the stream is longer than %d bytes", maxAnswer)})
		return
	}
	if _, err := io.WriteString(out, "data: [DONE]\n\n"); err == nil {
		out.Close()
	}
}

// normal rewrites one frame. What is not JSON is left for go-openai to complain about.
func normal(data string) string {
	var m map[string]any
	if json.Unmarshal([]byte(data), &m) != nil {
		return data
	}
	if e := m["error"]; e != nil {
		if s, ok := e.(string); ok {
			e = map[string]any{"message": s}
		}
		return encode(map[string]any{"error": e})
	}
	choices, _ := m["choices"].([]any)
	for _, c := range choices {
		choice, _ := c.(map[string]any)
		if e := choice["error"]; e != nil { // some routers put it there
			return encode(map[string]any{"error": e})
		}
		delta, _ := choice["delta"].(map[string]any)
		if r := delta["reasoning"]; r != nil {
			delta["reasoning_content"] = r
			delete(delta, "reasoning")
		}
	}
	return encode(m)
}

// replay turns a whole JSON answer, from a server that does not stream, into a stream.
func (t *trace) replay(in io.Reader, out *io.PipeWriter) {
	t.began.Store(true)
	var m struct {
		Error   any `json:"error"`
		Choices []struct {
			Message struct {
				Content string `json:"content"`
			} `json:"message"`
			FinishReason string `json:"finish_reason"`
		} `json:"choices"`
		Usage any `json:"usage"`
	}
	body, err := io.ReadAll(in)
	if err != nil {
		out.CloseWithError(err)
		return
	}
	switch err := json.Unmarshal(body, &m); {
	case err == nil && m.Error != nil:
		fmt.Fprintf(out, "data: %s\n\n", normal(encode(map[string]any{"error": m.Error})))
		out.Close()
		return
	case err != nil || len(m.Choices) == 0:
		out.CloseWithError(&Error{Kind: Garbled, Status: 200, Text: "the server answered with JSON that is no answer: " + short(string(body))})
		return
	}
	c := m.Choices[0]
	t.done.Store(true)
	frame := encode(map[string]any{
		"choices": []any{map[string]any{"index": 0, "delta": map[string]any{"content": c.Message.Content}, "finish_reason": c.FinishReason}},
		"usage":   m.Usage,
	})
	fmt.Fprintf(out, "data: %s\n\ndata: [DONE]\n\n", frame)
	out.Close()
}

func encode(v any) string {
	b, _ := json.Marshal(v) // decoded JSON: cannot fail
	return string(b)
}
