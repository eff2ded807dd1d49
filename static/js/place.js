// The way back from an article leads to the same place in the same list.
const key = () => `dateline:place:${location.pathname}${location.search}`;
const RETURNING = "dateline:returning";
const isList = () => Boolean(document.getElementById("list"));

export function keepPlace() {
  addEventListener("pagehide", save);
  addEventListener("scrollend", save);
  document.addEventListener("htmx:beforeHistorySave", save);
  document.addEventListener("click", (event) => {
    if (event.target.closest?.("[data-back]")) sessionStorage.setItem(RETURNING, "1");
  });
  document.addEventListener("htmx:historyRestore", restore);
  if (sessionStorage.getItem(RETURNING)) {
    sessionStorage.removeItem(RETURNING);
    restore();
  }
}

function save() {
  if (isList()) sessionStorage.setItem(key(), String(Math.round(scrollY)));
}

function restore() {
  const place = sessionStorage.getItem(key());
  if (!isList() || place === null) return;
  // After the browser's own jump to the card that the address names.
  requestAnimationFrame(() => requestAnimationFrame(() => scrollTo({ top: Number(place), behavior: "instant" })));
}
