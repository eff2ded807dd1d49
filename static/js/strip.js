// The overview strip: dragging asks for a range, a click on a bar for its stretch; pinch, Ctrl+wheel, + and − zoom.
const DAY = 86400000;
let start = null;

export function zoomTheStrip() {
  document.addEventListener("wheel", zoomByWheel, { passive: false });
  document.addEventListener("keydown", zoomByKey);
  document.addEventListener("pointerdown", (event) => {
    const strip = event.target.closest?.("#strip");
    if (!strip || event.button !== 0) return;
    event.preventDefault();
    start = { strip, x: place(strip, event), bar: event.target.closest(".bar") };
  });
  document.addEventListener("pointermove", (event) => {
    if (start) paint(start.strip, start.x, place(start.strip, event));
  });
  document.addEventListener("pointerup", (event) => {
    if (!start) return;
    const { strip, x, bar } = start;
    const end = place(strip, event);
    start = null;
    paint(strip, 0, 0);
    if (Math.abs(end - x) > 0.005) ask(day(strip, Math.min(x, end)), day(strip, Math.max(x, end)));
    else if (bar) ask(bar.dataset.first, bar.dataset.last);
  });
}

// A pinch on a touchpad arrives as Ctrl+wheel; the plain wheel scrolls the page.
function zoomByWheel(event) {
  if (!event.ctrlKey || !event.target.closest?.("#strip")) return;
  event.preventDefault();
  follow(event.deltaY < 0 ? "zoom-in" : "zoom-out");
}

function zoomByKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, textarea, select")) return;
  if (event.key === "+") follow("zoom-in");
  if (event.key === "-") follow("zoom-out");
}

// One step at a time: while an answer is on its way, the gesture goes on without asking again.
function follow(id) {
  if (!document.querySelector("#timeline.htmx-request, .zoom .htmx-request")) document.getElementById(id)?.click();
}

function place(strip, event) {
  const box = strip.getBoundingClientRect();
  return Math.max(0, Math.min(1, (event.clientX - box.left) / box.width));
}

function paint(strip, from, to) {
  const brush = strip.querySelector("#brush");
  brush.setAttribute("x", `${100 * Math.min(from, to)}%`);
  brush.setAttribute("width", `${100 * Math.abs(to - from)}%`);
}

// Day 1 is 0001-01-01; the years that ISO text can hold are enough for a drag.
function day(strip, share) {
  const first = Number(strip.dataset.first);
  const number = Math.round(first + share * (Number(strip.dataset.last) - first));
  return new Date((number - 719163) * DAY).toISOString().slice(0, 10);
}

function ask(first, last) {
  const form = document.getElementById("timeline");
  if (!first || !last || first.startsWith("-")) return;
  form.elements.from.value = first;
  form.elements.to.value = last;
  form.requestSubmit();
}
