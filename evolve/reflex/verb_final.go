package reflex

// verbFinal reports whether a command ends with its verb, as only other languages than English have it: "Uhr, Notizen ausblenden".
func verbFinal(piece []*token) bool {
	for i := len(piece) - 1; i > 0; i-- {
		if t := piece[i]; t.kind != mark && !t.is("fill") || t.is("verb") {
			return t.foreign("verb")
		}
	}
	return false
}
