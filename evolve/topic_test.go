package evolve_test

import (
	"context"
	"testing"

	"cellshell/evolve"
	"cellshell/evolve/act"
)

// TestWhatWasSpokenOf says what "it" means after a sentence that changed nothing: what that was about, not what was changed
// before.
func TestWhatWasSpokenOf(t *testing.T) {
	d := doorDesk(t)
	d.done("make the lamp bigger")
	d.say("make the door frobnicate")
	if r := d.done("make it red"); r.Target.Cell != "door" {
		t.Errorf("after a sentence about the door that was not understood, it is %s", r.Target.Cell)
	}
	d.done("make the lamp bigger")
	at := act.Target{Cell: "door", Node: "column0/keys/Lock"}
	if r := d.Evolve(context.Background(), evolve.Request{Sentence: "gloop the snarf", At: at}); r.Status == act.Done {
		t.Fatalf("understood: %+v", r)
	}
	if r := d.done("make it blue"); r.Target != at {
		t.Errorf("after something was pointed at, it is %+v", r.Target)
	}
	d.done("make the lamp and the door green")
	d.say("the lamp is lovely")
	if r := d.done("make it bigger"); len(r.Acts) != 1 || r.Target.Cell != "lamp" {
		t.Errorf("after a remark about the lamp, it is %+v", r.Acts)
	}
}
