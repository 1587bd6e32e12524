package reflex

// Alien reports whether a sentence names a program of the computer, which no new code could show here.
func Alien(sentence string) bool {
	name, _ := findPhrase("alien", " "+joined(split(sentence))+" ")
	return name != ""
}
