package control

import (
	"encoding/json"
	"testing"
)

// FuzzHear reads what a body says about a sentence, and what a screen asks: both sides are other programs.
func FuzzHear(f *testing.F) {
	seed, err := json.Marshal(HearResult{
		Line: "resize · +1 · ×1.5", Route: RouteReflex, Confidence: 1, Targets: []HearTarget{{Cell: "counter", Node: "column0/plus"}},
		Choices: []string{"Lock"}, Unknown: []Span{{From: 3, To: 9}}, Complete: []string{"make this bigger"},
	})
	if err != nil {
		f.Fatal(err)
	}
	f.Add(seed)
	f.Add([]byte(`{"sentence":"make it red","at":"counter/plus"}`))
	f.Add([]byte(`{"sentence":"x","screen":18446744073709551615}`))
	f.Fuzz(func(t *testing.T, raw []byte) {
		for _, v := range []any{&HearResult{}, &HearParams{}, &EvolveParams{}, &AnswerParams{}} {
			if json.Unmarshal(raw, v) != nil {
				continue
			}
			if _, err := json.Marshal(v); err != nil {
				t.Errorf("what was read cannot be written: %v", err)
			}
		}
	})
}
