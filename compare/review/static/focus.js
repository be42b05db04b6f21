// A part of the page was exchanged -> the focus stands where the reader goes on.
import { inNextFrame } from "./next_frame.js";

let shown = location.pathname;

const app = () => document.getElementById("app");

// A field that the exchange hid keeps the focus until the frame is drawn.
const isSeen = (element) => Boolean(element) && element !== document.body && element.checkVisibility();

function say(text) {
  const said = document.getElementById("said");
  if (said) said.textContent = text;
}

// Another claim: its heading, from the top. The same one: where the reader was, or the claim if that is gone.
function settle() {
  const moved = location.pathname !== shown;
  shown = location.pathname;
  const main = document.getElementById("main");
  if (!main) return;
  if (moved) {
    main.scrollTop = 0;
    if (!getComputedStyle(main).overflowY.match(/auto|scroll/)) scrollTo(0, 0);
    document.querySelector("nav.queue [aria-current]")?.scrollIntoView({ block: "nearest" });
  }
  const wished = app().querySelector("[autofocus]");
  if (wished) wished.focus();
  else if (moved || !isSeen(document.activeElement)) main.focus({ preventScroll: true });
}

export function listen(page) {
  page.addEventListener("htmx:after:swap", () => inNextFrame(settle));
  page.addEventListener("htmx:error", () => say(app().dataset.lost));
  // Every button works without this: a link to the settings stands behind the one that opens the list of keys.
  page.addEventListener("click", (event) => {
    const opener = event.target.closest?.("[data-dialog]");
    const dialog = opener && document.getElementById(opener.dataset.dialog);
    if (!dialog || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    dialog.showModal();
  }, true);
}
