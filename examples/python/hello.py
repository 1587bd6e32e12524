#!/usr/bin/env python3
"""A cell in Python, with nothing but the standard library. Put it on the desktop with

    cell spawn examples/python/hello.py

It follows docs/cell-contract.md: accept on descriptor 3, exchange hellos, answer every message with a view.
"""
import json
import socket
import struct

state = {"Taps": 0}
me = {}  # cell and generation, once it has started


def view(seq):
    tree = {"kind": "column", "style": {"gap": 12, "padding": 20}, "children": [
        {"kind": "text", "text": "Python has been tapped %d times" % state["Taps"], "style": {"weight": 600}},
        {"kind": "button", "key": "tap", "text": "Tap me", "events": ["tap"], "style": {"variant": "primary"}},
    ]}
    return {"type": "view", "generation": me["generation"], "seq": seq, "tree": tree, "state": state}


def read(conn, n):
    data = b""
    while len(data) < n:
        part = conn.recv(n - len(data))
        if not part:
            raise EOFError
        data += part
    return data


def serve(conn):
    def send(message):
        payload = json.dumps(message).encode()
        conn.sendall(struct.pack("<I", len(payload)) + payload)

    send({"type": "hello", "protocol": "cellshell.membrane/1", "language": "python", **me})
    hello = {}
    while True:
        (length,) = struct.unpack("<I", read(conn, 4))
        message = json.loads(read(conn, length))
        kind = message.get("type")
        if kind == "hello":
            hello = message
            if me:  # the shell was started again: it needs to see everything
                send(view(0))
        elif kind == "stop":
            send({"type": "bye"})
            raise SystemExit
        elif kind in ("start", "event", "tick", "reply", "theme"):
            if kind == "start":
                me.update(cell=hello.get("cell"), generation=hello.get("generation", 0))
                state.update(message.get("state") or {})
            if kind == "event" and message["node"].endswith("/tap"):
                state["Taps"] += 1
            send(view(message.get("seq", 0)))
        elif kind != "error":
            send({"type": "error", "text": "unknown message %r" % kind})


listener = socket.socket(fileno=3)
while True:
    connection, _ = listener.accept()
    try:
        serve(connection)
    except (EOFError, ConnectionError):
        pass  # the body went away; the next one connects again
