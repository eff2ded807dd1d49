// When the list is renewed, what stood open, was being typed or had the focus stays so, and the new counts are said.
const OPEN = "#facets details[id]";
const TYPED = "#timeline input[id]:not([type=checkbox], [type=radio])";
let before = null;

export function carryOver() {
  document.addEventListener("htmx:beforeSwap", (event) => {
    before = event.detail.target.id === "timeline" ? remember() : null;
  });
  document.addEventListener("htmx:afterSettle", () => {
    if (before) restore(before);
    before = null;
    sayWhatIsShown();
  });
}

function remember() {
  const focus = document.activeElement;
  return {
    open: [...document.querySelectorAll(OPEN)].filter((part) => part.open).map((part) => part.id),
    sheet: Boolean(document.getElementById("facets")?.matches(":popover-open")),
    typed: focus?.matches(TYPED) ? { id: focus.id, value: focus.value } : null,
    focus: Boolean(focus?.closest("#timeline")),
  };
}

function restore({ open, sheet, typed, focus }) {
  for (const id of open) {
    const part = document.getElementById(id);
    if (part) part.open = true;
  }
  const field = typed && document.getElementById(typed.id);
  if (field) field.value = typed.value;
  const facets = document.getElementById("facets");
  if (sheet && facets && !facets.matches(":popover-open")) facets.showPopover();
  if (focus && document.activeElement === document.body) document.getElementById("list")?.focus({ preventScroll: true });
}

function sayWhatIsShown() {
  const list = document.getElementById("timeline");
  const said = document.getElementById("said");
  const counts = list?.querySelector(".counts")?.textContent.trim().replace(/\s+/g, " ");
  if (said && counts && said.textContent !== counts) said.textContent = counts;
  const field = document.getElementById("q");
  if (field && list && "q" in list.dataset && field !== document.activeElement) field.value = list.dataset.q;
}
