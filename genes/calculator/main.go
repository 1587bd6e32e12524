// A calculator: sums with the usual precedence, by buttons or by keyboard.
package main

import (
	"math"
	"strconv"
	"strings"

	"cellshell/membrane/cell"
)

// Calculator keeps the sum that is being typed.
type Calculator struct {
	Terms []string // numbers and signs so far: 2 + 3 ×
	Entry string   // the number being typed
	Sum   string   // the sum the shown result belongs to
	Fault string
}

// View shows the sum, the number and the keypad.
func (c *Calculator) View(x *cell.Context) cell.Node {
	x.OnKey(c.key)
	return cell.Column(
		cell.Column(
			cell.Text(c.sum()).Key("sum").Size(14).Color("muted").Lines(1).TextAlign("end").Tabular().MinHeight(20),
			cell.Text(c.shown()).Key("result").Size(c.size()).Weight(600).Lines(1).TextAlign("end").Tabular().MinHeight(52),
		).Key("display").Align("stretch").Gap(2).PadX(14).PadY(10).Radius(12).Background("sunken"),
		cell.Grid(4,
			cell.Button("AC").Key("clear").Size(17).Height(48).Color("danger").OnTap(c.on("clear")),
			cell.Button("±").Key("sign").Size(19).Height(48).Color("muted").OnTap(c.on("sign")),
			cell.Button("%").Key("percent").Size(17).Height(48).Color("muted").OnTap(c.on("%")),
			cell.Button("÷").Key("divide").Size(22).Height(48).Color("accent").OnTap(c.on("÷")),

			cell.Button("7").Key("7").Size(19).Height(48).OnTap(c.on("7")),
			cell.Button("8").Key("8").Size(19).Height(48).OnTap(c.on("8")),
			cell.Button("9").Key("9").Size(19).Height(48).OnTap(c.on("9")),
			cell.Button("×").Key("times").Size(22).Height(48).Color("accent").OnTap(c.on("×")),

			cell.Button("4").Key("4").Size(19).Height(48).OnTap(c.on("4")),
			cell.Button("5").Key("5").Size(19).Height(48).OnTap(c.on("5")),
			cell.Button("6").Key("6").Size(19).Height(48).OnTap(c.on("6")),
			cell.Button("−").Key("minus").Size(22).Height(48).Color("accent").OnTap(c.on("−")),

			cell.Button("1").Key("1").Size(19).Height(48).OnTap(c.on("1")),
			cell.Button("2").Key("2").Size(19).Height(48).OnTap(c.on("2")),
			cell.Button("3").Key("3").Size(19).Height(48).OnTap(c.on("3")),
			cell.Button("+").Key("plus").Size(22).Height(48).Color("accent").OnTap(c.on("+")),

			cell.Button("0").Key("0").Size(19).Height(48).OnTap(c.on("0")),
			cell.Button(".").Key("point").Size(19).Height(48).OnTap(c.on(".")),
			cell.Button("⌫").Key("back").Size(17).Height(48).Color("muted").Tooltip("Take the last digit back").OnTap(c.on("back")),
			cell.Button("=").Key("equals").Size(22).Height(48).Primary().OnTap(c.on("=")),
		).Key("keypad").Gap(8),
	).Align("stretch").Gap(12).Padding(16).Width(296)
}

// on returns the handler of one button.
func (c *Calculator) on(button string) func() {
	return func() { c.press(button) }
}

// key translates the keyboard.
func (c *Calculator) key(chord string) {
	switch chord {
	case "enter", "=":
		c.press("=")
	case "escape", "delete":
		c.press("clear")
	case "backspace":
		c.press("back")
	case "*", "x":
		c.press("×")
	case "/":
		c.press("÷")
	case "-":
		c.press("−")
	case ",":
		c.press(".")
	case "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", ".", "+", "%":
		c.press(chord)
	}
}

func (c *Calculator) press(button string) {
	if button == "clear" || c.Fault != "" {
		c.Terms = nil
		c.Entry, c.Sum, c.Fault = "", "", ""
	}
	switch button {
	case "clear":
	case "+", "−", "×", "÷":
		c.operator(button)
	case "=":
		c.equals()
	case "sign":
		c.change(func(v float64) float64 { return -v })
	case "%":
		c.change(func(v float64) float64 { return v / 100 })
	case "back":
		if c.Sum == "" && c.Entry != "" {
			c.Entry = strings.TrimSuffix(c.Entry[:len(c.Entry)-1], "-")
		}
	default:
		c.digit(button)
	}
}

func (c *Calculator) digit(d string) {
	if c.Sum != "" { // a new sum after a result
		c.Entry, c.Sum = "", ""
	}
	if d == "." {
		if strings.Contains(c.Entry, ".") {
			return
		}
		if c.Entry == "" {
			c.Entry = "0"
		}
	} else if c.Entry == "0" {
		c.Entry = ""
	}
	if len(c.Entry) < 15 {
		c.Entry += d
	}
}

func (c *Calculator) operator(sign string) {
	c.Sum = ""
	if c.Entry == "" {
		if len(c.Terms) > 0 { // changed one's mind
			c.Terms[len(c.Terms)-1] = sign
			return
		}
		c.Entry = "0"
	}
	c.Terms = append(c.Terms, tidy(c.Entry), sign)
	c.Entry = ""
}

func (c *Calculator) equals() {
	if len(c.Terms) == 0 {
		return
	}
	terms := append([]string{}, c.Terms...)
	if c.Entry != "" {
		terms = append(terms, tidy(c.Entry))
	} else {
		terms = terms[:len(terms)-1]
	}
	c.Terms = nil
	c.Sum = spell(terms) + " ="
	result := evaluate(terms)
	if math.IsNaN(result) || math.IsInf(result, 0) {
		c.Entry, c.Fault = "", "Not a number"
		return
	}
	c.Entry = write(result)
}

// change applies f to the number that is shown.
func (c *Calculator) change(f func(float64) float64) {
	v, err := strconv.ParseFloat(c.Entry, 64)
	if err == nil {
		c.Entry = write(f(v))
		c.Sum = ""
	}
}

// evaluate works out numbers and signs, × and ÷ before + and −.
func evaluate(terms []string) float64 {
	total, product, sign := 0.0, 0.0, "+"
	for i := 0; i < len(terms); i += 2 {
		v, _ := strconv.ParseFloat(terms[i], 64)
		switch sign {
		case "×":
			product *= v
		case "÷":
			product /= v
		case "−":
			total, product = total+product, -v
		default:
			total, product = total+product, v
		}
		if i+1 < len(terms) {
			sign = terms[i+1]
		}
	}
	return total + product
}

// write gives twelve digits, so that 0.1 + 0.2 is 0.3.
func write(v float64) string {
	rounded, _ := strconv.ParseFloat(strconv.FormatFloat(v, 'g', 12, 64), 64)
	if rounded == 0 {
		return "0"
	}
	if math.Abs(rounded) >= 1e15 || math.Abs(rounded) < 1e-9 {
		return strconv.FormatFloat(rounded, 'g', -1, 64)
	}
	return strconv.FormatFloat(rounded, 'f', -1, 64)
}

// tidy drops a point that nothing follows.
func tidy(entry string) string { return strings.TrimSuffix(entry, ".") }

func (c *Calculator) sum() string {
	if c.Sum != "" {
		return c.Sum
	}
	return spell(c.Terms)
}

// spell writes a sum for reading.
func spell(terms []string) string {
	var out []string
	for i, term := range terms {
		if i%2 == 0 {
			term = group(term)
		}
		out = append(out, term)
	}
	return strings.Join(out, " ")
}

func (c *Calculator) shown() string {
	if c.Fault != "" {
		return c.Fault
	}
	if c.Entry == "" {
		if len(c.Terms) > 0 {
			return group(c.Terms[len(c.Terms)-2])
		}
		return "0"
	}
	return group(c.Entry)
}

// size makes long numbers fit.
func (c *Calculator) size() float64 {
	if len(c.shown()) > 12 {
		return 24
	}
	return 40
}

// group puts thin spaces between thousands.
func group(number string) string {
	if strings.Contains(number, "e") {
		return number
	}
	whole, rest := number, ""
	if i := strings.Index(number, "."); i >= 0 {
		whole, rest = number[:i], number[i:]
	}
	sign := ""
	if strings.HasPrefix(whole, "-") {
		sign, whole = "−", whole[1:]
	}
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "\u202f" + whole[i:]
	}
	return sign + whole + rest
}

func main() { cell.Run(&Calculator{}) }
