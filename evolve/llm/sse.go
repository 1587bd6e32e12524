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
	first := true
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
		line := sc.Text()
		if first {
			line, first = strings.TrimPrefix(line, "\ufeff"), false
		}
		data, ok := strings.CutPrefix(line, "data:")
		if !ok {
			// Comments, event names, ids and blank lines do not count; older llama.cpp names its errors so.
			if data, ok = strings.CutPrefix(line, "error:"); !ok {
				continue
			}
			if data = strings.TrimSpace(data); !strings.Contains(data, `"error"`) {
				data = `{"error":` + jsonOr(data) + `}`
			}
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
	if m["object"] == "error" { // vLLM has no field around it
		m = map[string]any{"error": map[string]any{"message": m["message"], "code": m["code"]}}
	}
	if d := m["detail"]; d != nil && m["choices"] == nil { // FastAPI
		m = map[string]any{"error": fmt.Sprint(d)}
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
		if parts, ok := delta["content"].([]any); ok { // some send a list of parts
			delta["content"] = textOf(parts)
		}
		if r := delta["reasoning"]; r != nil {
			delta["reasoning_content"] = r
			delete(delta, "reasoning")
		}
	}
	return encode(m)
}

// textOf joins the parts of a content that are text; what a model thinks is none.
func textOf(parts []any) string {
	var b strings.Builder
	for _, p := range parts {
		part, _ := p.(map[string]any)
		if text, ok := part["text"].(string); ok && part["type"] != "thinking" {
			b.WriteString(text)
		}
	}
	return b.String()
}

// jsonOr is data when that is JSON, else data as a JSON string.
func jsonOr(data string) string {
	if json.Valid([]byte(data)) {
		return data
	}
	return encode(data)
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
