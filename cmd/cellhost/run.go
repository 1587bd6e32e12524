package main

import (
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"

	"cellshell/nucleus/jail"
)

// run does what the arguments say. For exec and tool it returns only after a failure.
func run(args []string) error {
	if len(args) < 2 {
		return errors.New("usage: cellhost interp|exec|tool PROFILE [PATH ARG…]; the shell starts it by itself")
	}
	mode, argv := args[0], args[2:]
	p, err := jail.ParseProfile(args[1])
	if err != nil {
		jail.Fail(err)
		return err
	}
	switch mode {
	case "interp":
		if _, err := jail.Enter(p); err != nil {
			return err
		}
		return interpret()
	case "exec":
		return jail.Exec(p, argv, listenEnv(os.Environ()))
	case "tool":
		return jail.Exec(p, argv, os.Environ())
	}
	err = fmt.Errorf("unknown mode %q, want interp, exec or tool", mode)
	jail.Fail(err)
	return err
}

// listenEnv adds the process number that the convention of LISTEN_FDS asks for; only the process itself knows it.
func listenEnv(env []string) []string {
	out := make([]string, 0, len(env)+1)
	for _, e := range env {
		if !strings.HasPrefix(e, "LISTEN_PID=") {
			out = append(out, e)
		}
	}
	return append(out, "LISTEN_PID="+strconv.Itoa(os.Getpid()))
}
