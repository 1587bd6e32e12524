package reflex_test

import (
	"testing"

	"cellshell/evolve/act"
	"cellshell/evolve/reflex"
)

func TestTravel(t *testing.T) {
	for _, tt := range []struct {
		say    string
		trying string
		want   act.Intent
		args   act.Args
	}{
		{"try something", "", act.Try, act.Args{}},
		{"Let me try something out, please.", "", act.Try, act.Args{}},
		{"try something for an hour", "", act.Try, act.Args{Count: 60}},
		{"let me try something for 30 minutes", "", act.Try, act.Args{Count: 30}},
		{"start a branch called bold colours", "", act.Try, act.Args{Text: "bold colours"}},
		{"start a branch called calm for two hours", "", act.Try, act.Args{Text: "calm", Count: 120}},
		{"Lass mich etwas ausprobieren", "", act.Try, act.Args{}},
		{"Lass mich etwas ausprobieren, für zwei Stunden", "", act.Try, act.Args{Count: 120}},
		{"quiero probar algo por 20 minutos", "", act.Try, act.Args{Count: 20}},
		{"je veux essayer quelque chose pendant une heure", "", act.Try, act.Args{Count: 60}},
		{"try something without breaking anything for half an hour", "", act.Try, act.Args{Count: 30}},
		{"try something on the clock", "", act.Try, act.Args{}},
		{"geh zurück zu Änderung 7", "", act.Restore, act.Args{Number: 7}},
		{"keep it", "bold", act.Keep, act.Args{}},
		{"ok, keep the changes", "bold", act.Keep, act.Args{}},
		{"Throw it away!", "bold", act.Drop, act.Args{}},
		{"I don't like it", "bold", act.Drop, act.Args{}},
		{"no, throw it all away please", "bold", act.Drop, act.Args{}},
		{"go back to number 5", "", act.Restore, act.Args{Number: 5}},
		{"restore #12", "", act.Restore, act.Args{Number: 12}},
		{"take me back to version 3", "", act.Restore, act.Args{Number: 3}},
	} {
		r := reflex.Parse(tt.say, &reflex.Scene{Trying: tt.trying})
		if r.Route() != reflex.Do || len(r.Acts) != 1 || r.Acts[0].Intent != tt.want || r.Acts[0].Args != tt.args {
			t.Errorf("%q: %+v", tt.say, r)
		}
	}
	for _, say := range []string{"keep it", "throw it away", "drop it", "undo 5", "go back", "go back two steps", "restore the notes", "branch", "try a blue clock"} {
		r := reflex.Parse(say, &reflex.Scene{})
		for _, a := range r.Acts {
			if a.Intent == act.Keep || a.Intent == act.Drop || a.Intent == act.Restore || a.Intent == act.Try && say != "branch" {
				t.Errorf("%q without an attempt: %+v", say, r)
			}
		}
	}
}
