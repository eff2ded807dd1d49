// Both ends of the date range are asked for together: on Enter, or when the reader leaves the pair of fields.
const RANGE = ".range input";
let renewing = false; // fields that are taken away lose their focus too

export function askForRangesWhole() {
  document.addEventListener("htmx:beforeSwap", (event) => { renewing = event.detail.shouldSwap; });
  document.addEventListener("htmx:afterSwap", () => { renewing = false; });
  document.addEventListener("change", (event) => {
    if (event.target.matches(RANGE)) event.stopPropagation();
  }, true);
  document.addEventListener("focusout", (event) => {
    if (renewing || !document.hasFocus() || !event.target.matches(RANGE)) return;
    if (event.relatedTarget?.matches(RANGE)) return;
    const fields = [...document.querySelectorAll(RANGE)];
    if (fields.some((field) => field.value.trim() !== field.defaultValue)) event.target.form.requestSubmit();
  });
}
