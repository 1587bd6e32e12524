package jail

import (
	"fmt"

	"golang.org/x/sys/unix"
)

// named is a system call with the name a person knows it by.
type named struct {
	name   string
	number uint32
}

// CallName is the name of a system call by its number, with the number: for the calls that a program may be stopped
// for, others have only the number.
func CallName(number int) string {
	for _, a := range append(attacks(), named{"openat", unix.SYS_OPENAT}, named{"openat2", unix.SYS_OPENAT2},
		named{"mmap", unix.SYS_MMAP}, named{"mprotect", unix.SYS_MPROTECT}) {
		if int(a.number) == number {
			return fmt.Sprintf("%s (system call %d)", a.name, number)
		}
	}
	return fmt.Sprintf("system call %d", number)
}
