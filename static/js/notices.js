// When an answer fails, say so instead of doing nothing.
export function tellFailures() {
  for (const name of ["htmx:responseError", "htmx:sendError", "htmx:timeout"]) {
    document.addEventListener(name, () => {
      const place = document.getElementById("notices");
      const notice = document.createElement("p");
      notice.className = "notice failed";
      notice.textContent = place.dataset.failed;
      place.replaceChildren(notice);
    });
  }
}
