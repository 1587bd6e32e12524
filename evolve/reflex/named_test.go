package reflex_test

import (
	"testing"

	"cellshell/evolve/act"
	"cellshell/evolve/reflex"
)

// TestDesktopsByName holds that the desktop gets a name, and comes back by it, in each language.
func TestDesktopsByName(t *testing.T) {
	for say, want := range map[string]act.Act{
		"save this desktop as evening":                {Intent: act.Name, Args: act.Args{Text: "evening"}},
		"please remember everything as quiet morning": {Intent: act.Name, Args: act.Args{Text: "quiet morning"}},
		"call this layout evening":                    {Intent: act.Name, Args: act.Args{Text: "evening"}},
		"save it as my evening desktop":               {Intent: act.Name, Args: act.Args{Text: "evening"}},
		"Speichere diesen Desktop als abend":          {Intent: act.Name, Args: act.Args{Text: "abend"}},
		"merk dir das als abend":                      {Intent: act.Name, Args: act.Args{Text: "abend"}},
		"guarda este escritorio como tarde":           {Intent: act.Name, Args: act.Args{Text: "tarde"}},
		"enregistre ce bureau sous le nom de soir":    {Intent: act.Name, Args: act.Args{Text: "soir"}},
		"lagre dette oppsettet som kveld":             {Intent: act.Name, Args: act.Args{Text: "kveld"}},
		"把这个桌面保存为晚上":                                  {Intent: act.Name, Args: act.Args{Text: "晚上"}},
		"このデスクトップを夜として保存して":                           {Intent: act.Name, Args: act.Args{Text: "夜"}},
		"load my work desktop":                        {Intent: act.Restore, Args: act.Args{Text: "work"}},
		"switch to the work layout":                   {Intent: act.Restore, Args: act.Args{Text: "work"}},
		"lade den Schreibtisch work":                  {Intent: act.Restore, Args: act.Args{Text: "work"}},
		"carga el escritorio work":                    {Intent: act.Restore, Args: act.Args{Text: "work"}},
		"charge le bureau work":                       {Intent: act.Restore, Args: act.Args{Text: "work"}},
		"hent skrivebordet work":                      {Intent: act.Restore, Args: act.Args{Text: "work"}},
	} {
		r := reflex.Parse(say, &reflex.Scene{Names: []string{"work"}})
		if len(r.Acts) != 1 || r.Acts[0] != want {
			t.Errorf("%q: %v %+v", say, r.Route(), r)
		}
	}
	for _, say := range []string{"keep the layout as it is", "use the dark look", "call the clock evening", "save it", "remember “this” as it is"} {
		for _, a := range reflex.Parse(say, &reflex.Scene{Names: []string{"work"}}).Acts {
			if a.Intent == act.Name || a.Intent == act.Restore {
				t.Errorf("%q: %+v", say, a)
			}
		}
	}
	if r := reflex.Parse("load my play desktop", &reflex.Scene{Names: []string{"work"}}); r.Route() != reflex.Ask || len(r.Ask.Choices) != 1 {
		t.Errorf("a name that nothing has: %+v", r)
	}
}
