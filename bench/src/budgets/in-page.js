// Runs in the browser, before the page's own scripts: notes what happens there, by the clock of this machine.
const notes = { interactions: {}, shift: 0, largest: 0, begun: 0, paints: [], frames: [] };
globalThis.budgets = notes;

const observe = (type, note, more = {}) =>
  new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true, ...more });
observe("largest-contentful-paint", ({ startTime }) => {
  notes.largest = startTime;
});
observe("layout-shift", ({ value, hadRecentInput }) => {
  if (!hadRecentInput) notes.shift += value;
});
observe(
  "event",
  ({ interactionId, duration }) => {
    if (interactionId) notes.interactions[interactionId] = Math.max(notes.interactions[interactionId] ?? 0, duration);
  },
  { durationThreshold: 16 },
);

// What somebody did last: from here on they wait.
for (const type of ["click", "input"])
  addEventListener(type, ({ timeStamp }) => Object.assign(notes, { begun: timeStamp }), true);

// The frame after the next has what this one drew.
const painted = () =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now()))));

/** How long after the last click or input something is painted. */
notes.until = (looks) =>
  new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error("it was not painted within 10 s")), 10_000);
    const look = async () => {
      if (!looks()) return;
      observer.disconnect();
      resolve((await painted()) - notes.begun);
    };
    const observer = new MutationObserver(look);
    observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
    void look();
  });

const rows = () => [...document.querySelectorAll("[role=grid] [role=row]")];
const nameOf = (row) => row.textContent.match(/CS-\d{6}/)?.[0];

notes.names = () => rows().flatMap((row) => nameOf(row) ?? []);

/** Notes each time that the first connector of a station on the list looks different. */
notes.watchConnectors = () => {
  const known = new Map();
  const look = () => {
    for (const row of rows()) {
      const name = nameOf(row);
      const state = row.querySelector('[aria-label^="Connector 1:"]')?.getAttribute("aria-label");
      if (!name || !state) continue;
      const before = known.get(name);
      known.set(name, state);
      if (before === undefined || before === state) continue;
      void painted().then((at) => notes.paints.push({ name, at: performance.timeOrigin + at }));
    }
  };
  look();
  new MutationObserver(look).observe(document, { subtree: true, childList: true, attributeFilter: ["aria-label"] });
};

/** Scrolls the list down, a dozen rows a frame, and notes how long each frame took; answers how far it came. */
notes.scroll = (ms) =>
  new Promise((resolve) => {
    const grid = document.querySelector("[role=grid]");
    const end = performance.now() + ms;
    let before = performance.now();
    const step = (now) => {
      notes.frames.push(now - before);
      before = now;
      grid.scrollTop += 400;
      if (now < end) requestAnimationFrame(step);
      else resolve(Math.round(grid.scrollTop / 32));
    };
    requestAnimationFrame(step);
  });
