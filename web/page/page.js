// What is around the screen: it loads the screen (WebAssembly), says how far that is and what went wrong, and offers the
// screen what only a page can do. The screen calls it through the object cellshell; see shell/stage.
"use strict";

(() => {
	const $ = (id) => document.getElementById(id);
	const overlay = $("overlay");
	const hands = $("hands");

	// say shows a state of the page: loading, drawn, failed, locked, gone.
	function say(state, title, text, hint) {
		overlay.dataset.state = state;
		if (title !== undefined) $("title").textContent = title;
		if (text !== undefined) $("text").textContent = text;
		$("hint").replaceChildren(...(hint ?? []));
	}

	const code = (text) => Object.assign(document.createElement("code"), { textContent: text });
	const newAddress = () => ["On the machine of the desktop, ", code("cell web"), " prints a new address."];

	function failed(text) {
		say("failed", "The screen cannot be shown", text);
	}

	// The key came with the address, behind the #, which no server is told. It stays with this origin.
	const stored = "cellshell-key";
	if (/^#[0-9a-f]{64}$/.test(location.hash)) {
		localStorage.setItem(stored, location.hash.slice(1));
		history.replaceState(null, "", "/");
	}

	// Frames. The screen's loop asks for one after the other; it gets one only after somebody has called wake, so that a page
	// on which nothing happens does nothing.
	let frames = 0;
	const askFrame = window.requestAnimationFrame.bind(window);
	const nextFrame = (f) => {
		frames++;
		return askFrame(f);
	};
	let parked = null;
	let wanted = true;
	window.requestAnimationFrame = (f) => {
		if (wanted) {
			wanted = false;
			return nextFrame(f);
		}
		parked = f;
		return 0;
	};
	function wake() {
		if (parked) {
			const f = parked;
			parked = null;
			nextFrame(f);
			return;
		}
		wanted = true;
	}

	// fit makes the body as large as the glass has pixels, and tells the size in logical ones.
	function fit() {
		const scale = Math.min(Math.max(window.devicePixelRatio || 1, 0.5), 4);
		const w = Math.max(window.innerWidth, 64);
		const h = Math.max(window.innerHeight, 64);
		const style = document.documentElement.style;
		style.setProperty("--w", Math.round(w * scale) + "px");
		style.setProperty("--h", Math.round(h * scale) + "px");
		return [w, h, scale];
	}
	window.addEventListener("resize", fit, { capture: true });
	function watchScale() {
		matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`).addEventListener("change", () => {
			window.dispatchEvent(new Event("resize"));
			watchScale();
		}, { once: true });
	}
	watchScale();

	// The link. The screen tries again and again; after some failures the page finds out why, and lets it try less often.
	let failures = 0;
	async function why() {
		let status = 0;
		try {
			status = (await fetch("/session", { cache: "no-store" })).status;
		} catch {
			// nobody answers
		}
		if (failures === 0) return;
		if (status === 204) return; // the body is being started again; the screen says so itself
		if (status === 401 || status === 403) {
			say("locked", "This door is closed", "The desktop was started anew, or another address was opened since.", newAddress());
			return;
		}
		say("gone", "The desktop is away", "This page goes on by itself when it is back.", ["If it has ended: start it, then open what ", code("cell web"), " prints."]);
	}

	let waiting = null;
	function ready() {
		if (failures < 20) return Promise.resolve();
		return new Promise((resolve) => {
			const timer = setTimeout(resolve, 2000);
			waiting = () => {
				clearTimeout(timer);
				resolve();
			};
		});
	}
	for (const event of ["visibilitychange", "online", "focus"]) {
		window.addEventListener(event, () => waiting?.());
	}

	function linked(ok) {
		if (ok) {
			failures = 0;
			if (overlay.dataset.state === "gone" || overlay.dataset.state === "locked") say("drawn");
			return;
		}
		failures++;
		if (failures % 10 === 0) why();
	}

	// What only a page can do.
	async function copy(text) {
		try {
			await navigator.clipboard.writeText(text);
		} catch {
			// not over plain http from another machine; this way does
			hands.value = text;
			hands.select();
			document.execCommand("copy");
			hands.value = "";
		}
	}

	// hasGPU tells whether a graphics processor draws, and not a program that emulates one.
	function hasGPU() {
		const gl = document.createElement("canvas").getContext("webgl2", { failIfMajorPerformanceCaveat: true });
		const info = gl?.getExtension("WEBGL_debug_renderer_info");
		const name = info ? gl.getParameter(info.UNMASKED_RENDERER_WEBGL) : "";
		gl?.getExtension("WEBGL_lose_context")?.loseContext();
		return !!gl && !/swiftshader|llvmpipe|softpipe|software|basic render/i.test(name);
	}

	// A shader of a cell may kill the graphics of the browser. A note stands while one is tried, and for a day after the graphics
	// were lost: the page that finds it runs none.
	const note = "cellshell-graphics";
	let lost = false;
	window.addEventListener("webglcontextlost", () => {
		lost = true;
		localStorage.setItem(note, String(Date.now()));
	}, { capture: true });
	function dead() {
		const age = Date.now() - Number(localStorage.getItem(note) ?? NaN);
		return age >= 0 && age < 86400e3 ? "the graphics of the browser have died lately" : "";
	}
	function tries(begins) {
		if (begins) localStorage.setItem(note, String(Date.now()));
		else if (!lost) localStorage.removeItem(note);
	}

	let started = 0;
	function drawn() {
		const [ours, theirs] = document.querySelectorAll("meta[name=viewport]");
		if (theirs) theirs.content = ours.content;
		started = performance.now();
		say("drawn");
		hands.focus({ preventScroll: true });
	}

	$("again").addEventListener("click", () => location.reload());

	window.cellshell = {
		fast: hasGPU(),
		get frames() {
			return frames;
		},
		// bytes fetches a file of this server; what cannot be had is empty.
		async bytes(path) {
			try {
				const response = await fetch(path);
				return new Uint8Array(response.status === 200 ? await response.arrayBuffer() : 0);
			} catch {
				return new Uint8Array(0);
			}
		},
		wake, fit, ready, linked, copy, drawn, failed, dead, tries,
		get protocols() {
			return ["cellshell", "cellshell." + localStorage.getItem(stored)];
		},
		mine: (target) => overlay.dataset.state !== "drawn" && target instanceof Node && overlay.contains(target),
		hold(pointer) {
			try {
				document.querySelector("canvas").setPointerCapture(pointer);
			} catch {
				// it is up again already
			}
		},
		type: (x, y) => {
			document.documentElement.style.setProperty("--x", x + "px");
			document.documentElement.style.setProperty("--y", y + "px");
			hands.focus({ preventScroll: true });
		},
		clear: () => {
			hands.value = "";
		},
	};

	async function start() {
		if (typeof WebAssembly !== "object") {
			return failed("This browser has no WebAssembly.");
		}
		if (!document.createElement("canvas").getContext("webgl2")) {
			return failed("This browser draws no WebGL 2. It may be switched off in its settings, or the graphics driver may be missing.");
		}
		let response;
		try {
			response = await fetch("/cellscreen.wasm");
		} catch {
			return say("gone", "The desktop is away", "It does not answer.", newAddress());
		}
		if (response.status === 401) {
			return say("locked", "This door is closed", "This browser has not been let in.", newAddress());
		}
		if (!response.ok) {
			return failed("The screen is missing (" + response.status + "). Build it with: make build");
		}
		count(response.clone());
		const go = new Go();
		try {
			const { instance } = await WebAssembly.instantiateStreaming(response, go.importObject);
			$("text").textContent = "Starting …";
			fit();
			await go.run(instance);
		} catch (e) {
			return failed(String(e));
		}
		if (overlay.dataset.state === "failed") return;
		if (started && performance.now() - started > 5000) return location.reload();
		failed("The screen has ended.");
	}

	// count shows how much of the screen has come.
	async function count(response) {
		const size = Number(response.headers.get("X-Size"));
		let got = 0;
		for (const reader = response.body.getReader(); ;) {
			const { done, value } = await reader.read();
			if (done) break;
			got += value.length;
			if (size) $("progress").value = got / size;
		}
	}

	start();
})();
