// On wide screens a sentence opens its article beside the list; elsewhere its link is an ordinary link.
// The open article is a step of the history: Back closes it and leaves the list as it is.
const wide = matchMedia("(min-width: 1200px)");
const place = () => location.pathname + location.search;
const pane = () => document.getElementById("pane");
let opener = null;
let here = place();

export function openBeside() {
  document.addEventListener("htmx:beforeRequest", openAsPageWhereNarrow);
  document.addEventListener("htmx:beforeSwap", (event) => {
    if (event.detail.target !== pane() || pane() === null || !event.detail.shouldSwap) return;
    event.detail.pathInfo.anchor = null; // htmx would scroll the list along with the article
    keepTheCard();
  });
  document.addEventListener("htmx:afterSettle", (event) => {
    if (event.detail.target !== pane() || pane() === null) return;
    remember(event.detail.pathInfo.finalRequestPath);
    showCited();
  });
  document.addEventListener("click", (event) => {
    if (event.target.closest?.("[data-close-pane]")) leave();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && pane()?.contains(document.activeElement)) leave();
  });
  for (const name of ["htmx:pushedIntoHistory", "htmx:historyRestore"]) {
    document.addEventListener(name, () => { here = place(); });
  }
  document.addEventListener("htmx:historyRestore", reopen);
  addEventListener("popstate", step, { capture: true });
  reopen();
}

function openAsPageWhereNarrow(event) {
  const link = event.detail.elt;
  if (event.detail.target !== pane() || pane() === null || !link.href) return;
  if (wide.matches) {
    if (!pane().contains(link)) opener = link;
    return;
  }
  event.preventDefault();
  location.assign(link.href);
}

// Before htmx sees it: where only the article comes or goes, the list need not be fetched again.
function step(event) {
  const isSameList = place() === here;
  here = place();
  if (!isSameList || pane() === null) return;
  event.stopImmediatePropagation();
  if (event.state?.pane) load(event.state.pane);
  else close();
  history.scrollRestoration = "auto";
}

function remember(article) {
  const state = { htmx: true, pane: article };
  if (history.state?.pane) {
    history.replaceState(state, "");
    return;
  }
  history.scrollRestoration = "manual"; // on the way back the card keeps its place, not the page
  history.pushState(state, "");
  history.scrollRestoration = "auto";
}

function reopen() {
  if (history.state?.pane && pane() && wide.matches) load(history.state.pane);
}

function load(article) {
  window.htmx?.ajax("GET", article, { target: "#pane", swap: "innerHTML" });
}

// The list gets narrower and is wrapped anew; the card that was clicked stays where the reader sees it.
function keepTheCard() {
  const card = opener?.closest(".card");
  if (!card?.isConnected) return;
  const before = card.getBoundingClientRect().top;
  document.addEventListener("htmx:afterSwap", () => stay(card, before), { once: true });
}

function stay(card, before) {
  scrollBy({ top: card.getBoundingClientRect().top - before, behavior: "instant" });
}

function showCited() {
  const cited = pane().querySelector(".cited");
  const goal = cited ?? pane().querySelector("h2");
  goal?.focus({ preventScroll: true });
  const above = cited ? cited.getBoundingClientRect().top - pane().getBoundingClientRect().top : 0;
  pane().scrollTop += cited ? above - pane().clientHeight / 3 : -pane().scrollTop;
}

function leave() {
  if (history.state?.pane) history.back();
  else close();
}

function close() {
  if (!pane().hasChildNodes()) return;
  const card = opener?.closest(".card");
  const before = card?.getBoundingClientRect().top;
  pane().replaceChildren();
  if (!opener?.isConnected) return;
  opener.focus({ preventScroll: true });
  if (card) stay(card, before);
}
