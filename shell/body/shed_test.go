package body

import (
	"encoding/json"
	"testing"
)

func TestLostAndFitting(t *testing.T) {
	text := func(m map[string]json.RawMessage) string {
		data, err := json.Marshal(m)
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	for _, tt := range []struct{ name, handed, has, want string }{
		{"the same", `{"N":1,"S":"x"}`, `{"N":2,"S":"y"}`, `{}`},
		{"gone", `{"N":1,"S":"x"}`, `{"S":"x"}`, `{"N":1}`},
		{"another type", `{"N":[1],"S":"x","B":true}`, `{"N":null,"S":5,"B":false}`, `{"N":[1],"S":"x"}`},
		{"a list became a map", `{"N":["a"]}`, `{"N":{}}`, `{"N":["a"]}`},
		{"nothing worth keeping", `{"A":0,"B":"","C":[],"D":null,"E":{},"F":false}`, `{}`, `{}`},
		{"a negative number", `{"A":-1}`, `{"A":-2}`, `{}`},
		{"no state yet", `{"A":1}`, ``, `null`},
		{"no fields", `[1,2]`, `{}`, `{}`},
	} {
		if got := text(lost(json.RawMessage(tt.handed), json.RawMessage(tt.has))); got != tt.want {
			t.Errorf("lost, %s: %s, want %s", tt.name, got, tt.want)
		}
	}
	for _, tt := range []struct{ name, aside, handed, has, want string }{
		{"a field that is there again", `{"N":7}`, `{"S":"x"}`, `{"N":0,"S":"x"}`, `{"N":7}`},
		{"a type that is there again", `{"N":["a"]}`, `{"N":{}}`, `{"N":null}`, `{"N":["a"]}`},
		{"still of the other type", `{"N":["a"]}`, `{"N":"x"}`, `{"N":"x"}`, `{}`},
		{"still gone", `{"N":7}`, `{}`, `{}`, `{}`},
		{"a newer value of it", `{"N":7}`, `{"N":9}`, `{"N":9}`, `{}`},
	} {
		var aside map[string]json.RawMessage
		if err := json.Unmarshal([]byte(tt.aside), &aside); err != nil {
			t.Fatal(err)
		}
		if got := text(fitting(aside, json.RawMessage(tt.handed), json.RawMessage(tt.has))); got != tt.want {
			t.Errorf("fitting, %s: %s, want %s", tt.name, got, tt.want)
		}
	}
	if got := string(with(json.RawMessage(`{"A":1}`), map[string]json.RawMessage{"B": json.RawMessage("2")})); got != `{"A":1,"B":2}` {
		t.Errorf("with: %s", got)
	}
}
