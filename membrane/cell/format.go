package cell

import (
	"fmt"
	"strconv"
)

// Itoa writes a whole number.
func Itoa(v int) string { return strconv.Itoa(v) }

// Ftoa writes a number with so many decimals; below 0 as many as it needs.
func Ftoa(v float64, decimals int) string { return strconv.FormatFloat(v, 'f', decimals, 64) }

// Sprint is fmt.Sprint.
func Sprint(values ...any) string { return fmt.Sprint(values...) }

// Sprintf is fmt.Sprintf.
func Sprintf(format string, values ...any) string { return fmt.Sprintf(format, values...) }

// Percent writes a share of 1 in hundredths: "42%".
func Percent(share float64) string { return Ftoa(share*100, 0) + "%" }

// Bytes writes an amount of memory in the unit that reads best: "3.4 GB". A unit is 1024 of the one below.
func Bytes(amount float64) string {
	units := []string{"B", "KB", "MB", "GB", "TB", "PB"}
	i := 0
	for amount >= 1000 && i < len(units)-1 {
		amount /= 1024
		i++
	}
	if i == 0 || amount >= 100 {
		return Ftoa(amount, 0) + " " + units[i]
	}
	return Ftoa(amount, 1) + " " + units[i]
}
