package llm

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"mime"
	"net/http"
	"strconv"
	"strings"
	"sync/atomic"
	"time"
)

// maxAnswer is the longest answer that is read, bytes on the wire.
const maxAnswer = 8 << 20

// trace is what the strict transport learns of one call beyond what go-openai passes on.
type trace struct {
	fields     map[string]any // merged into the request's body; nil values are taken out
	began      atomic.Bool    // an answer has begun
	done       atomic.Bool    // [DONE] was seen
	retryAfter time.Duration
}

type traceKey struct{}

// strictDoer stands between go-openai and the network: it sends the fields that go-openai leaves out or refuses, and turns
// every silent failure of a stream into a loud one.
type strictDoer struct{ next http.RoundTripper }

// Do implements openai.HTTPDoer.
func (d strictDoer) Do(r *http.Request) (*http.Response, error) {
	t, _ := r.Context().Value(traceKey{}).(*trace)
	if t == nil {
		resp, err := d.next.RoundTrip(r)
		if err == nil {
			resp.Body = limit(resp.Body, maxAnswer)
		}
		return resp, err
	}
	if err := t.mergeBody(r); err != nil {
		return nil, err
	}
	resp, err := d.next.RoundTrip(r)
	if err != nil {
		return nil, err
	}
	t.retryAfter = retryAfter(resp.Header, time.Now())
	if resp.StatusCode != http.StatusOK {
		if resp.StatusCode < 400 { // go-openai would take it for success
			resp.Body.Close()
			return nil, &Error{Kind: Garbled, Status: resp.StatusCode, Text: "the server sends us elsewhere: " + short(resp.Header.Get("Location"))}
		}
		resp.Body = limit(resp.Body, 64<<10)
		return resp, nil
	}
	media, _, _ := mime.ParseMediaType(resp.Header.Get("Content-Type"))
	pr, pw := io.Pipe()
	body := limit(resp.Body, maxAnswer)
	switch media {
	case "text/event-stream":
		go t.clean(body, pw) // ends with the body or when pr is closed
	case "application/json":
		go t.replay(body, pw) // likewise
	default:
		resp.Body.Close()
		return nil, &Error{Kind: Garbled, Status: resp.StatusCode, Text: fmt.Sprintf("the server answered with %q instead of a stream", resp.Header.Get("Content-Type"))}
	}
	resp.Body = &piped{pr, body}
	return resp, nil
}

// mergeBody puts the trace's fields into the request.
func (t *trace) mergeBody(r *http.Request) error {
	b, err := io.ReadAll(r.Body)
	r.Body.Close()
	if err != nil {
		return err
	}
	var m map[string]any
	dec := json.NewDecoder(bytes.NewReader(b))
	dec.UseNumber()
	if err := dec.Decode(&m); err != nil {
		return fmt.Errorf("llm: request: %w", err)
	}
	for k, v := range t.fields {
		if v == nil {
			delete(m, k)
		} else {
			m[k] = v
		}
	}
	if b, err = json.Marshal(m); err != nil {
		return fmt.Errorf("llm: request: %w", err)
	}
	r.Body, r.ContentLength = io.NopCloser(bytes.NewReader(b)), int64(len(b))
	r.GetBody = func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(b)), nil }
	return nil
}

// retryAfter reads the server's wish, seconds or a date, at most ten minutes.
func retryAfter(h http.Header, now time.Time) time.Duration {
	v := h.Get("Retry-After")
	d := time.Duration(0)
	if n, err := strconv.ParseFloat(v, 64); err == nil && n > 0 && n < 1e6 {
		d = time.Duration(n * float64(time.Second))
	} else if at, err := http.ParseTime(v); err == nil {
		d = at.Sub(now)
	}
	return min(max(d, 0), 10*time.Minute)
}

// piped is the cleaned stream; closing it closes the connection too, which ends the goroutine that cleans.
type piped struct {
	*io.PipeReader
	body io.Closer
}

func (p *piped) Close() error {
	p.PipeReader.Close() // never fails
	return p.body.Close()
}

type limited struct {
	io.Reader
	io.Closer
}

func limit(r io.ReadCloser, n int64) io.ReadCloser { return limited{io.LimitReader(r, n), r} }

func withTrace(ctx context.Context, t *trace) context.Context {
	return context.WithValue(ctx, traceKey{}, t)
}

// isDone reports the end mark of a stream.
func isDone(data string) bool { return strings.TrimSpace(data) == "[DONE]" }
