package evolve

import "regexp"

// looking are the words by which a person lets the model see the cell that is meant.
var looking = regexp.MustCompile(`(?i)\b(?:(?:take a |have a )?look at (?:it|this|that|them|the \pL+)|see (?:for yourself|how it looks)|schau es dir an)\b`)

// picture is what the model may see: the cell that the sentence is about, when the sentence says so and the settings allow it.
func (e *Engine) picture(sentence string, r WriteRequest) []byte {
	if e.o.Look == nil || r.New || !looking.MatchString(sentence) {
		return nil
	}
	png, err := e.o.Look(r.Cell)
	if err != nil {
		e.o.Log.Warn("the cell could not be drawn for the model", "cell", r.Cell, "err", err)
		return nil
	}
	return png
}
