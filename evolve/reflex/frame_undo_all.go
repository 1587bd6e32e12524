package reflex

import "cellshell/evolve/act"

// undoAll asks before everything is taken back, with how much that is.
func (c *clause) undoAll() *Question {
	q := &Question{Text: "Undo everything, back to the start? Say how many changes: “undo the last three changes”."}
	if c.p.s.Deeds == nil {
		return q
	}
	switch n := len(c.p.s.Deeds()); {
	case n == 0:
		q.Text = "Nothing has been changed that could be taken back. What shall be different?"
	case n < MostDeeds:
		q.Text = "Undo everything, back to the start? " + plural(n, "change") + " would be taken back."
		q.Choices = []Choice{{Label: "Yes", Acts: []act.Act{takeBack(n)}}, {Label: "No"}}
	}
	return q
}

func plural(n int, noun string) string {
	if n == 1 {
		return "One " + noun
	}
	return itoa(n) + " " + noun + "s"
}
