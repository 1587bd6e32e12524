package evolve

import "cellshell/evolve/reflex"

// picture is what the model may see: the cell that the sentence is about, when the sentence says so and the settings allow it.
func (e *Engine) picture(sentence string, r WriteRequest) []byte {
	if e.o.Look == nil || r.New || !reflex.Fits("look", sentence) {
		return nil
	}
	png, err := e.o.Look(r.Cell)
	if err != nil {
		e.o.Log.Warn("the cell could not be drawn for the model", "cell", r.Cell, "err", err)
		return nil
	}
	return png
}
