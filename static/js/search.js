// "/" goes to the search field.
const isTyping = (element) => element.matches("input, textarea, select, [contenteditable]");

export function searchByKey() {
  document.addEventListener("keydown", (event) => {
    const field = document.getElementById("q");
    if (event.key !== "/" || !field || event.ctrlKey || event.metaKey || isTyping(event.target)) return;
    event.preventDefault();
    field.focus();
    field.select();
  });
}
