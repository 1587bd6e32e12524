// Package llmtest is a model that says what it is told to (a scripted OpenAI-compatible server), well-behaved or in one of
// the ways real servers misbehave. It proves that a client holds; it proves nothing about any model.
package llmtest

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"time"
)

// Reply is one answer of the script.
type Reply struct {
	// When, if set, keeps the reply for a request whose last message contains this text. Others are used in order.
	When string
	// Always keeps the reply in the script after it was used.
	Always bool
	Text   string
	How    Behaviour     // "" is Well
	Delay  time.Duration // before each token
	Status int           // with Fail
	Header http.Header   // added to the answer's
	Body   string        // with Fail: the whole body
	Style  Style         // whose manners the answer has; "" is plain
	In     int           // tokens of the request in the usage told; 0: counted from the text
	Out    int           // of the answer, likewise
}

// Behaviour is how a reply is sent.
type Behaviour string

// The behaviours.
const (
	Well         Behaviour = ""               // stream, finish reason, usage, [DONE]
	Fail         Behaviour = "fail"           // Status and Body, no stream
	Cut          Behaviour = "cut"            // the connection breaks in the middle of a line
	NoFinish     Behaviour = "no finish"      // the stream ends without finish reason and [DONE]
	NoDone       Behaviour = "no done"        // finish reason, but no [DONE]
	OnlyDone     Behaviour = "only done"      // [DONE], but no finish reason
	Length       Behaviour = "length"         // finish reason length
	Filtered     Behaviour = "filtered"       // finish reason content_filter
	HTML         Behaviour = "html"           // status 200 and a web page
	JSON         Behaviour = "json"           // status 200 and the whole answer as JSON: does not stream
	EmptyJSON    Behaviour = "empty json"     // status 200 and JSON without choices
	ErrorFrame   Behaviour = "error frame"    // text, then {"error":…}
	SpacedError  Behaviour = "spaced error"   // the same with odd spaces
	StringError  Behaviour = "string error"   // {"error":"…"}
	ChoiceError  Behaviour = "choice error"   // a chunk with error beside choices and finish reason error
	BrokenJSON   Behaviour = "broken json"    // a line that is no JSON
	Comments     Behaviour = "comments"       // hundreds of comments first, then well
	Stall        Behaviour = "stall"          // text, then silence
	Mute         Behaviour = "mute"           // headers, then silence
	Empty        Behaviour = "empty"          // well, but without any text
	Reasoning    Behaviour = "reasoning"      // thinks first, under the name reasoning
	Endless      Behaviour = "endless"        // repeats the text for ever
	Floods       Behaviour = "floods"         // the text for ever, 64 times in each chunk, with the usage told in each
	RefusesParam Behaviour = "refuses param"  // 400 when the body has the parameter in Text, else a 500
	Reset        Behaviour = "reset"          // closes the connection without an answer
	Moved        Behaviour = "moved"          // 302 to a login page
	ErrorLine    Behaviour = "error line"     // text, then a line error: {…}, as older llama.cpp has it
	ErrorObject  Behaviour = "error object"   // text, then {"object":"error",…}, as vLLM has it
	DetailFrame  Behaviour = "detail frame"   // text, then {"detail":"…"}, as FastAPI has it
	NamedError   Behaviour = "named error"    // text, then event: error, as LM Studio has it
	JSONError    Behaviour = "json error"     // status 200 and {"error":…} as the whole answer
	WrongType    Behaviour = "wrong type"     // a stream, but as text/plain
	NDJSON       Behaviour = "ndjson"         // a line of JSON for each chunk, without data:
	BOM          Behaviour = "bom"            // well, after a byte order mark
	Bytes        Behaviour = "bytes"          // well, one byte at a time
	BlankLines   Behaviour = "blank lines"    // well, with more blank lines than needed, some before the first
	RoleOnly     Behaviour = "role only"      // well, after chunks with a role and null content, and with empty choices between
	Parts        Behaviour = "parts"          // well, each content a list of parts
	Thinks       Behaviour = "thinks"         // well, after <think>…</think> with other code in it
	ThinksOn     Behaviour = "thinks on"      // <think> that never ends, then finish reason stop
	Twice        Behaviour = "twice"          // every chunk is sent two times
	NoUsage      Behaviour = "no usage"       // well, without usage
	UsageEach    Behaviour = "usage each"     // well, with usage in every chunk
	Numbers      Behaviour = "numbers"        // content is a number
	ToolCall     Behaviour = "tool call"      // the text as the arguments of a function to be called, and no content
	CRLF         Behaviour = "crlf, no space" // well, with other line ends and without the space after data:
)

// Style is the manner of one kind of server: which fields its chunks have, in which order it ends.
type Style string

// The styles.
const (
	OpenAI     Style = "openai"     // a role first, usage null in each chunk, a usage chunk without choices when asked for
	Ollama     Style = "ollama"     // the role in each chunk, reasoning, a finish chunk with empty content
	LlamaCpp   Style = "llama.cpp"  // null content first, timings, usage in the finish chunk
	VLLM       Style = "vllm"       // stop_reason, reasoning_content, usage in a chunk of its own
	LMStudio   Style = "lm studio"  // event names, no usage
	OpenRouter Style = "openrouter" // comments while it waits, provider, native_finish_reason, usage with a price
)

// Server is a scripted model server.
type Server struct {
	URL string // base for OPENAI_BASE_URL, ends in /v1

	http *httptest.Server

	mu       sync.Mutex // guards the rest
	models   []string
	script   []Reply
	requests []Request
	gone     int
}

// Request is what a client asked.
type Request struct {
	Body     map[string]any
	Messages []Message
	Key      string // the bearer token
}

// Message is one message of a request. Of one in parts, Content is the text and Images are the addresses of the pictures.
type Message struct {
	Role, Content string
	Images        []string
}

// UnmarshalJSON reads both forms.
func (m *Message) UnmarshalJSON(data []byte) error {
	var raw struct {
		Role    string
		Content json.RawMessage
	}
	if err := json.Unmarshal(data, &raw); err != nil {
		return err
	}
	m.Role = raw.Role
	if len(raw.Content) == 0 || raw.Content[0] != '[' {
		return json.Unmarshal(raw.Content, &m.Content)
	}
	var parts []struct {
		Text  string
		Image struct{ URL string } `json:"image_url"`
	}
	if err := json.Unmarshal(raw.Content, &parts); err != nil {
		return err
	}
	for _, p := range parts {
		m.Content += p.Text
		if p.Image.URL != "" {
			m.Images = append(m.Images, p.Image.URL)
		}
	}
	return nil
}

// Last is the text of the last message.
func (r Request) Last() string {
	if len(r.Messages) == 0 {
		return ""
	}
	return r.Messages[len(r.Messages)-1].Content
}

// Start starts a server on a free port of the loopback that answers with the replies. Close it.
func Start(replies ...Reply) *Server {
	s := &Server{models: []string{"scripted-coder"}, script: replies}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /v1/models", s.list)
	mux.HandleFunc("POST /v1/chat/completions", s.chat)
	s.http = httptest.NewServer(mux)
	s.URL = s.http.URL + "/v1"
	return s
}

// Close stops the server; running answers are cut.
func (s *Server) Close() {
	s.http.CloseClientConnections()
	s.http.Close()
}

// Script replaces what is left of the script, and forgets the requests so far.
func (s *Server) Script(replies ...Reply) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.script, s.requests, s.gone = replies, nil, 0
}

// SetModels changes the list of models.
func (s *Server) SetModels(names ...string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.models = names
}

// Requests returns the chat requests so far.
func (s *Server) Requests() []Request {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]Request(nil), s.requests...)
}

// Gone counts the answers that the client did not wait for.
func (s *Server) Gone() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.gone
}

func (s *Server) list(w http.ResponseWriter, _ *http.Request) {
	s.mu.Lock()
	defer s.mu.Unlock()
	data := []any{}
	for _, m := range s.models {
		data = append(data, map[string]any{"id": m, "object": "model"})
	}
	w.Header().Set("Content-Type", "application/json")
	b, _ := json.Marshal(map[string]any{"object": "list", "data": data}) // strings: cannot fail
	fmt.Fprintf(w, "%s\n", b)
}

func (s *Server) chat(w http.ResponseWriter, r *http.Request) {
	b, err := io.ReadAll(r.Body)
	if err != nil {
		return
	}
	q := Request{Key: strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")}
	var m struct{ Messages []Message }
	if json.Unmarshal(b, &q.Body) != nil || json.Unmarshal(b, &m) != nil {
		http.Error(w, `{"error":{"message":"the body is not JSON"}}`, http.StatusBadRequest)
		return
	}
	q.Messages = m.Messages
	reply, ok := s.next(q)
	if !ok {
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(http.StatusInternalServerError)
		fmt.Fprintf(w, `{"error":{"message":%q}}`, "llmtest: the script has no reply left for this")
		return
	}
	send(w, r, q, reply)
	if r.Context().Err() != nil {
		s.mu.Lock()
		s.gone++
		s.mu.Unlock()
	}
}

// next takes the first reply that fits out of the script.
func (s *Server) next(q Request) (Reply, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.requests = append(s.requests, q)
	for i, r := range s.script {
		if r.When != "" && !strings.Contains(strings.ToLower(q.Last()), strings.ToLower(r.When)) {
			continue
		}
		if !r.Always {
			s.script = append(s.script[:i:i], s.script[i+1:]...)
		}
		return r, true
	}
	return Reply{}, false
}
