package reflex

import (
	"slices"
	"strings"

	"cellshell/evolve/act"
)

// world is a scene and what its things are called.
type world struct {
	s             *Scene
	names, labels *names
	again         *int // how much more of the sentence may be read again: see [world.reading]
	part          bool // a part of the sentence is read, or what is left of it
	inner         bool // a part is read as the wish of the sentence: it is that at once, or not at all
}

// mostAgain is how much is read again of a sentence at most, in bytes, and shortRest what a short text counts: parts have parts of
// their own, so that a long text would be read without end.
const (
	mostAgain = 1200
	shortRest = 100
)

func worldOf(s *Scene, sentence string) *world {
	again := mostAgain
	return (&world{s: s, names: namesOf(s), again: &again}).saying(sentence)
}

// saying is the world for another sentence that is said to it.
func (w *world) saying(sentence string) *world {
	other := *w
	other.labels = labelsOf(w.s, wordsSaid(sentence))
	return &other
}

// to is the world as another scene of the same things has it.
func (w *world) to(s *Scene) *world {
	other := *w
	other.s = s
	return &other
}

// reading reads a part of a sentence, or the sentence said otherwise, as one of its own. It reports false where too much of the
// sentence was read so already.
func (w *world) reading(text string) (Result, bool) {
	if text = strings.TrimSpace(text); text == "" || *w.again <= 0 {
		return Result{}, false
	}
	*w.again -= max(len(text), shortRest)
	part := w.saying(text)
	part.part = true
	return part.parse(text), true
}

// parser reads one sentence once.
type parser struct {
	*world
	sentence   string
	toks       []*token
	forced     [][]act.Target // answers to the ambiguities met so far, in order
	met        int
	open       *ambiguity  // the first one without an answer
	guess      *ambiguity  // the first one that only what was changed last decided
	instead    *act.Target // what that guess shall be, to see what else was possible
	ask        *Question   // set by a frame that needs to know more
	acts       []act.Act
	confirm    bool
	than       bool       // a size is to be more, or less, than that of another thing
	steps      bool       // a look says how something counts, and nothing has it
	lacking    string     // the gene that p.ask offers to add
	nested     bool       // it is a part of another sentence, read to see what it comes to
	gone       string     // the gene of which a remark says that none is here any more
	offer      string     // a remark that may be a wish: the question that asks
	cut        int        // where text ends because the second half of a verb stands behind it, 0 without one
	wish       act.Target // what a missing style was wanted for
	why        string     // what was said before it, in words that nobody knows, and taken for the reason
	said       *clause    // a remark before the command
	within     string     // the cell whose parts the sentence speaks of
	anew       bool       // it is the last sentence, said again: it corrects nothing
	handed     bool       // it is for a hand, and that is said
	gaveUp     bool       // some of it was not understood
	halved     bool       // the question offers only what was understood
	unsaid     bool       // every word is known, but nothing says what shall be different
	regretted  bool       // what was done is found bad: what is said behind that counts more
	misspelled []word     // what was put right while the sentence was tagged
	twofold    bool       // what it ends with may be text or not, and that is asked
	slipped    bool       // it was read with its spelling put right
	refused    bool       // it began with a "no"
	which      *Question  // what asks more of it, where no other wording of it is understood
	left       *Result    // what its wish asks or needs, without the talk around it
	odd        []*token   // what no frame took
	stay       [][]*token // what shall stay as it is, each as it was named
	result     Result
}

// ambiguity is a reference that several things fit.
type ambiguity struct {
	noun   string
	among  []act.Target
	single bool // one of them, never all
	path   [][]act.Target
	pairs  [][]act.Target // two at a time: "both"
}

// all are the things of which one is meant, or two.
func (a *ambiguity) all() []act.Target {
	return slices.Concat(append(slices.Clone(a.pairs), a.among)...)
}

// read parses a sentence with the given answers to its ambiguities.
func read(sentence string, w *world, forced [][]act.Target) *parser {
	return (&parser{world: w, sentence: sentence, forced: forced}).read()
}

func (p *parser) read() *parser {
	sentence := p.sentence
	p.toks = p.owners(p.tag(loadLexicon().unbent(textRoom(tooMuch(contracted(split(sentence)))), p.names.has)))
	p.notAfterAll()
	p.sideBySide()
	p.wordOf()
	p.another()
	p.applauded()
	p.littles()
	p.fills()
	p.sizesUp()
	p.restated()
	p.agreed()
	p.misheard()
	p.thisHere()
	p.setDown()
	p.likeness()
	p.likePointed()
	p.itAll()
	if r, ok := p.alternatives(); ok {
		p.result, p.twofold = r, true
		return p
	}
	complementizer(p.toks)
	p.roughly()
	p.ofTheDesk()
	p.binned()
	p.ago()
	p.phrasal()
	p.around()
	p.bareLabels()
	p.counting()
	p.insteadOf()
	p.unwanted()
	p.payload()
	p.thatColor()
	p.colorPhrases()
	p.showsAs()
	if len(p.toks) > maxTokens {
		p.result = tooLong
		return p
	}
	if p.overdone() || p.amended() {
		return p
	}
	p.judgedBack()
	p.fetchesTo()
	p.keepsBeside()
	p.spared()
	p.sparedHolder()
	p.correct()
	p.backTo()
	p.contrast()
	p.from()
	p.inside()
	p.askedFirst()
	p.partAtFault()
	p.heaps()
	p.preface()
	if p.eachCorner() || p.meant() || p.askedWallpaper() || p.askedValue() || p.turns() || p.madeAlike() || p.andThis() || p.guard() {
		return p
	}
	p.clauses()
	p.keepsWish()
	p.thatToo()
	return p
}
